import { reviewWords, SourceList } from '@/components/documents/content/explained'
import { changeSentence, rangeWords, valueWords } from '@/components/documents/content/result-words'
import { dayOf } from '@/components/documents/content/times'
import { Banner } from '@/components/ui/banner/banner'
import { Breadcrumb } from '@/components/ui/breadcrumb/breadcrumb'
import { PageHeader, Section } from '@/components/ui/page-header/page-header'
import { Leaf } from '@/components/ui/sheet/sheet'
import { texts } from '@/lib/content/texts'
import { type Explanation, explanationFor } from '@/lib/record/results/explanations/explanations'
import { type Point, type Series, seriesOf } from '@/lib/record/results/history-rules'
import { sidesToTell } from '@/lib/record/results/lab-rules'
import { chosenRange } from '@/lib/record/results/rules'
import type { TestHistory } from '@/lib/record/results/schema'
import { unitInWords } from '@/lib/record/results/units'
import { ResultsAside } from './results-aside'
import { drawable, SeriesChart } from './series-chart'
import { SeriesTable } from './series-table'

/** One test over time: what changed in words, the curve, its table, and what the test measures. */
export function TestHistoryPage({ history }: { history: TestHistory }) {
  const t = texts('results')
  const series = seriesOf(history.reports)
  const explanation = explanationFor(history.loinc)
  return (
    <>
      <Breadcrumb
        current={history.name}
        items={[
          { href: '/documents', label: t('history.documents') },
          { href: '/documents/resultats', label: t('list.title') },
        ]}
        label={t('list.crumbLabel')}
      />
      <PageHeader
        lead={summaryOf(history, series)}
        note={explanation ? explanation.measures : t('explain.none')}
        title={history.name}
      />
      <div className="history-parts">
        {series.filter(({ kind }) => kind === 'figures').length > 1 ? (
          <p className="page-note">{t('history.several')}</p>
        ) : null}
        {series.map((one, place) => (
          <OneSeries
            id={`serie-${place + 1}`}
            key={`${one.kind} ${one.unit}`}
            name={history.name}
            series={one}
          />
        ))}
        <ResultsAside count={history.asideReports} />
        {explanation ? <Explanations explanation={explanation} /> : null}
        <Banner heading="h2" title={t('history.helpTitle')} tone="calm">
          <p>{t('history.help')}</p>
        </Banner>
      </div>
    </>
  )
}

const laboratoriesOf = (points: readonly Point[]) => [
  ...new Set(points.flatMap(({ laboratory }) => laboratory ?? [])),
]

/** How many reports, the latest value, what changed: the page in two sentences. */
function summaryOf({ reports }: TestHistory, [series]: readonly Series[]): string {
  const t = texts('results.history')
  const words = texts('reading')
  const labs = new Set(reports.flatMap(({ laboratory }) => laboratory ?? [])).size
  const said = [t('reports', { n: new Set(reports.map(({ documentId }) => documentId)).size, labs })]
  const latest = series?.points.at(-1)
  if (!(series && latest)) return said.join(' ')
  const { time, measure } = latest
  const facts = { date: dayOf(time), value: valueWords(measure.value, words) }
  said.push(t(time.precision === 'day' ? 'latest' : 'latestIn', facts))
  const previous = series.points
    .slice(0, -1)
    .flatMap(point =>
      point.measure.value ? [{ time: point.time, value: point.measure.value, interpretation: null }] : [],
    )
  const change = changeSentence({ value: measure.value, time, previous }, words)
  return [...said, ...(change ? [change] : [])].join(' ')
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

type OneSeriesProps = { readonly id: string; readonly name: string; readonly series: Series }

function OneSeries({ id, name, series }: OneSeriesProps) {
  const t = texts('results.history')
  const drawn = drawable(series.points)
  const laboratories = laboratoriesOf(series.points)
  const letterOf = ({ laboratory }: Point) =>
    laboratories.length > 1 && laboratory ? LETTERS.charAt(laboratories.indexOf(laboratory)) : ''
  return (
    <Section id={id} title={titleOf(series)}>
      <Leaf>
        {series.kind === 'figures' ? (
          <figure className="history-figure">
            {drawn.length > 1 ? (
              <SeriesChart drawn={drawn} letterOf={letterOf} name={name} />
            ) : (
              <p className="results-note">{t('few')}</p>
            )}
            <figcaption>
              {drawn.length < series.points.length ? <p>{t('notDrawn')}</p> : null}
              {drawn.length > 1 ? <p>{t('band')}</p> : null}
              <Laboratories letterOf={letterOf} names={laboratories} points={series.points} />
            </figcaption>
          </figure>
        ) : null}
        <SeriesTable name={name} series={series} />
      </Leaf>
    </Section>
  )
}

function titleOf({ kind, unit }: Series): string {
  const t = texts('results.history')
  if (kind === 'words') return t('seriesWords')
  const words = unitInWords(unit, 2)
  return words === '' || words === '%' ? t('seriesPlain') : t('seriesUnit', { unit: words })
}

type LaboratoriesProps = {
  readonly names: readonly string[]
  readonly points: readonly Point[]
  readonly letterOf: (point: Point) => string
}

/** Whose interval is drawn where. Nothing when one laboratory measured all. */
function Laboratories({ names, points, letterOf }: LaboratoriesProps) {
  const t = texts('results.history')
  if (names.length < 2) return null
  return (
    <>
      <p>{t('twoLaboratories')}</p>
      <p id="laboratoires">{t('laboratories')}</p>
      <ul aria-labelledby="laboratoires" className="history-laboratories">
        {names.map(name => {
          const own = points.filter(({ laboratory }) => laboratory === name)
          const [first] = own
          return (
            <li key={name}>
              {t('laboratory', { letter: first ? letterOf(first) : '', name })}
              {rangesOf(own)}
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** Each interval this laboratory gave, once. */
function rangesOf(points: readonly Point[]): string {
  const words = texts('reading')
  const ranges = points.flatMap(({ measure }) => {
    const chosen = chosenRange(measure.value, measure.ranges)
    return chosen.kind === 'interval' ? [rangeWords(chosen, words)] : []
  })
  return ranges.length > 0 ? `, ${[...new Set(ranges)].join(', puis ')}` : ''
}

function Explanations({ explanation }: { readonly explanation: Explanation }) {
  const t = texts('results.explain')
  return (
    <Section id="comprendre" title={texts('results.history')('explainTitle')}>
      <Leaf>
        <div className="explained">
          {sidesToTell('unknown', explanation).map(side => (
            <p key={side}>
              <b>{t(`sides.${side}`)}</b> {explanation[side]}
            </p>
          ))}
          <p>
            <b>{t('next')}</b> {explanation.next}
          </p>
          <p className="results-note">{reviewWords(explanation)}</p>
          <SourceList sources={explanation.sources} />
        </div>
      </Leaf>
    </Section>
  )
}
