import { Stethoscope } from 'lucide'
import type { ReactNode } from 'react'
import { Banner } from '@/components/ui/banner/banner'
import { GaugeLegend } from '@/components/ui/gauge/gauge'
import { Sheet } from '@/components/ui/sheet/sheet'
import type { LabResult } from '@/lib/interop/cda/schema-results'
import { type ReadGroup, type ReadReport, readReport } from '@/lib/record/results/grouping'
import { Antibiograms } from './antibiograms'
import { ExplanationSources } from './explained'
import { keyed } from './keyed'
import type { Reading } from './reading-context'
import { specimenWords } from './result-details'
import { ResultLine } from './result-line'
import { summaryOf } from './result-summary'
import { nameOf } from './result-words'
import './results.css'

const list = new Intl.ListFormat('fr', { type: 'conjunction' })

type ResultsProps = { readonly results: readonly LabResult[]; readonly reading: Reading }

/** A report of measures: the conclusion in a sentence, what is out of the usual, then the rest as the report groups it. */
export function Results({ results, reading }: ResultsProps) {
  const report = readReport(results)
  const { t } = reading
  const judged = report.total > report.counts.other
  const { conclusion, rest } = summaryOf(report, t)
  const specimens = specimensOf(results, t)
  return (
    <div className="results">
      <div className="results-lead">
        <p className="results-conclusion">{conclusion}</p>
        {rest ? <p className="results-rest">{rest}</p> : null}
        {judged ? <p className="results-note">{t('results.lead.usual')}</p> : null}
        {specimens ? <p className="results-note">{specimens}</p> : null}
      </div>
      <Critical reading={reading} report={report} />
      <BucketSection
        bucket="outside"
        groups={[...report.buckets.critical, ...report.buckets.outside]}
        legend={judged ? <Legend reading={reading} results={results} /> : null}
        reading={reading}
      />
      <BucketSection
        bucket="inside"
        groups={report.buckets.inside}
        legend={
          judged && report.counts.outside + report.counts.critical === 0 ? (
            <Legend reading={reading} results={results} />
          ) : null
        }
        reading={reading}
      />
      <BucketSection bucket="other" groups={report.buckets.other} legend={null} reading={reading} />
      <Antibiograms groups={report.antibiograms} reading={reading} />
      <Comments reading={reading} report={report} />
      <ExplanationSources reading={reading} results={results} />
    </div>
  )
}

/** What was taken, and when, once for the whole report; each measure repeats its own. */
function specimensOf(results: readonly LabResult[], t: Reading['t']): string | null {
  const words = new Set(
    results.flatMap(({ specimens }) => specimens.flatMap(specimen => specimenWords(specimen, t).slice(0, 1))),
  )
  return words.size > 0 && words.size <= 4
    ? t('results.specimens', { list: [...words].join('\u00A0; ') })
    : null
}

function Legend({ results, reading }: ResultsProps) {
  const { t } = reading
  return (
    <GaugeLegend
      inside={t('results.gauge.legendInside')}
      outside={t('results.gauge.legendOutside')}
      previous={
        results.some(result => result.previous.length > 0) ? t('results.gauge.legendPrevious') : undefined
      }
      range={t('results.gauge.legendRange')}
    />
  )
}

type ReportProps = { readonly report: ReadReport; readonly reading: Reading }

function Critical({ report, reading }: ReportProps) {
  const { t } = reading
  if (report.counts.critical === 0) return null
  const names = report.buckets.critical.flatMap(group => group.results.map(({ result }) => nameOf(result)))
  return (
    <Banner
      heading="h2"
      icon={Stethoscope}
      title={t('results.critical.title', { n: report.counts.critical })}
      tone="danger"
    >
      <p>{t('results.critical.body', { names: list.format(names) })}</p>
      <p>
        <strong>{t('results.critical.emergency')}</strong>
      </p>
    </Banner>
  )
}

type ShownBucket = 'outside' | 'inside' | 'other'

type BucketSectionProps = {
  readonly bucket: ShownBucket
  readonly groups: readonly ReadGroup[]
  readonly legend: ReactNode
  readonly reading: Reading
}

/** When everything that is out is out the same way, the title says it. */
function headingOf(bucket: ShownBucket, groups: readonly ReadGroup[]) {
  if (bucket !== 'outside') return `results.heading.${bucket}` as const
  const positions = new Set(groups.flatMap(group => group.results.map(read => read.standing.position)))
  const [only] = positions
  if (positions.size !== 1) return 'results.heading.outside'
  if (only === 'slightly_above' || only === 'above' || only === 'slightly_below' || only === 'below') {
    return `results.heading.${only}` as const
  }
  return only?.startsWith('critical') ? 'results.heading.critical' : 'results.heading.outside'
}

const hasFigures = (groups: readonly ReadGroup[]) =>
  groups.some(group => group.results.some(({ result }) => result.value?.kind === 'quantity'))

function BucketSection({ bucket, groups, legend, reading }: BucketSectionProps) {
  if (groups.length === 0) return null
  const { t, index } = reading
  const id = index.own(`resultats-${bucket}`)
  const named = groups.length > 1
  return (
    <section aria-labelledby={id} className="results-bucket">
      <header className="results-header">
        <h2 id={id}>{t(headingOf(bucket, groups))}</h2>
        {legend}
      </header>
      {bucket === 'other' && hasFigures(groups) ? (
        <p className="results-note results-section-note">{t('results.noRanges')}</p>
      ) : null}
      {keyed(groups).map(({ key, item, place }) => (
        <Group
          group={item}
          id={named && item.title ? `${id}-${place + 1}` : null}
          key={key}
          parent={id}
          reading={reading}
        />
      ))}
    </section>
  )
}

type GroupProps = {
  readonly group: ReadGroup
  /** Of its own title; null when the section has only one group. */
  readonly id: string | null
  readonly parent: string
  readonly reading: Reading
}

function Group({ group, id, parent, reading }: GroupProps) {
  return (
    <div className="results-group">
      {id ? (
        <h3 className="results-group-title" id={id}>
          {group.title}{' '}
          {group.chapter ? <small>{reading.t('results.chapter', { chapter: group.chapter })}</small> : null}
        </h3>
      ) : null}
      <Sheet labelledBy={id ?? parent}>
        {keyed(group.results).map(({ key, item }) => (
          <ResultLine heading={id ? 'h4' : 'h3'} key={key} read={item} reading={reading} />
        ))}
      </Sheet>
    </div>
  )
}

function Comments({ report, reading }: ReportProps) {
  if (report.comments.length === 0) return null
  const id = reading.index.own('resultats-commentaires')
  return (
    <section aria-labelledby={id} className="results-bucket">
      <h2 id={id}>{reading.t('results.heading.comments')}</h2>
      <dl className="results-comments">
        {keyed(report.comments).map(({ key, item }) => (
          <div key={key}>
            <dt>{item.about}</dt>
            <dd>{item.text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
