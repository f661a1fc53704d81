import { Disclosure } from '@/components/ui/disclosure/disclosure'
import { ExternalLink } from '@/components/ui/link/link'
import { dateInWords } from '@/lib/content/dates'
import { texts } from '@/lib/content/texts'
import type { LabResult } from '@/lib/interop/cda/schema-results'
import {
  type Explanation,
  explanationFor,
  inOtherUnit,
  type Source,
} from '@/lib/record/results/explanations/explanations'
import type { ReadResult } from '@/lib/record/results/grouping'
import { loincOf, performerOf, sidesToTell } from '@/lib/record/results/lab-rules'
import { chosenRange } from '@/lib/record/results/rules'
import { unitInWords } from '@/lib/record/results/units'
import { keyed } from './keyed'
import type { Reading } from './reading-context'
import { capitalised, changeSentence, nameOf, quantityWords, rangeWords } from './result-words'

/** General explanations beside a result: what it measures, never what it means for this person. */

function explanationOf(result: LabResult): Explanation | undefined {
  const code = loincOf(result)
  return code ? explanationFor(code) : undefined
}

type ExplainedProps = { readonly read: ReadResult; readonly reading: Reading }

/** One press away, and a line of words each: a report of forty tests stays light. */
export function Explained({ read, reading }: ExplainedProps) {
  const { result } = read
  const t = texts('results.explain')
  const explanation = explanationOf(result)
  if (!explanation)
    return result.category === 'laboratory' ? (
      <p className="result-range explained-none">{t('none')}</p>
    ) : null
  const names = [...new Set(explanation.sources.map(({ publisher }) => publisher))]
  return (
    <Disclosure
      summary={
        <>
          {t('title')}
          <span className="visually-hidden"> : {nameOf(result)}</span>
        </>
      }
    >
      <div className="explained">
        {keyed(paragraphsOf(read, explanation, reading)).map(({ key, item }) => (
          <p key={key}>
            <b>{item.title}</b> {item.text}
          </p>
        ))}
        <p className="result-range">
          {reviewWords(explanation)}{' '}
          <a href={`#${sourcesId(reading)}`}>{t('sources', { list: names.join('\u00A0; ') })}</a>
        </p>
      </div>
    </Disclosure>
  )
}

type Paragraph = { readonly title: string; readonly text: string }

function paragraphsOf(
  { result, standing }: ReadResult,
  explanation: Explanation,
  reading: Reading,
): readonly Paragraph[] {
  const t = texts('results.explain')
  const change = changeSentence(result, reading.t)
  const other = otherUnitWords(result, explanation)
  return [
    { title: t('measures'), text: explanation.measures },
    { title: t('range.title'), text: rangeSentence(result, reading) },
    { title: t('change'), text: change ?? t('noChange') },
    ...(other ? [{ title: t('otherUnit'), text: other }] : []),
    ...sidesToTell(standing.position, explanation).map(side => ({
      title: t(`sides.${side}`),
      text: explanation[side] ?? '',
    })),
    { title: t('next'), text: explanation.next },
  ]
}

/** Whose interval it is: the laboratory’s own, for this sample. */
function rangeSentence(result: LabResult, { laboratory, t: words }: Reading): string {
  const t = texts('results.explain.range')
  const chosen = chosenRange(result.value, result.ranges)
  if (chosen.kind === 'none' || chosen.kind === 'several') return t(chosen.kind)
  const unit = chosen.kind === 'interval' ? unitInWords(chosen.measured.unit, 2) : ''
  const range = [rangeWords(chosen, words), unit].filter(Boolean).join(' ')
  const by = performerOf(result) ?? laboratory
  return by ? t('named', { range, laboratory: by }) : t('unnamed', { range })
}

/** Only an exact conversion, of an exact figure, that the laboratory does not already give. */
function otherUnitWords({ value }: LabResult, explanation: Explanation): string | null {
  if (value?.kind !== 'quantity' || value.comparator) return null
  const other = inOtherUnit(explanation, value)
  if (!other || value.alternatives.some(({ unit }) => unit === other.unit)) return null
  return `${capitalised(quantityWords(other))}.`
}

export function reviewWords({ review }: Pick<Explanation, 'review'>): string {
  const t = texts('results.explain')
  return review.by === null
    ? t('unreviewed')
    : t('reviewed', { by: review.by, date: dateInWords(new Date(`${review.on}T12:00:00Z`), 'day') })
}

const sourcesId = ({ index }: Reading) => index.own('resultats-sources')

type SourcesProps = { readonly results: readonly LabResult[]; readonly reading: Reading }

/** Where to read more and check, once for the whole report. */
export function ExplanationSources({ results, reading }: SourcesProps) {
  const t = texts('results.explain')
  const sources = new Map(
    results.flatMap(
      result => explanationOf(result)?.sources.map(source => [source.url, source] as const) ?? [],
    ),
  )
  if (sources.size === 0) return null
  const id = sourcesId(reading)
  return (
    <section aria-labelledby={id} className="results-bucket">
      <h2 id={id}>{t('sourcesTitle')}</h2>
      <SourceList sources={[...sources.values()]} />
    </section>
  )
}

export function SourceList({ sources }: { readonly sources: readonly Source[] }) {
  const t = texts('results.explain')
  return (
    <ul className="explained-sources">
      {sources.map(({ url, title, publisher }) => (
        <li key={url}>
          <ExternalLink href={url} mention={t('newWindow')}>
            {publisher}, {title}
          </ExternalLink>
        </li>
      ))}
    </ul>
  )
}
