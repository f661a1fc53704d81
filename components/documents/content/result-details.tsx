import type { ReactNode } from 'react'
import { DescriptionList, type Fact } from '@/components/ui/description-list/description-list'
import { Disclosure } from '@/components/ui/disclosure/disclosure'
import type { LabResult, Specimen } from '@/lib/interop/cda/schema-results'
import { chosenRange } from '@/lib/record/results/rules'
import { keyed } from './keyed'
import { PreviousTable } from './previous-table'
import type { Reading, ReadingMessages } from './reading-context'
import { conditionalRange, nameOf, quantityWords } from './result-words'
import { momentOf } from './times'

type DetailsProps = { readonly result: LabResult; readonly reading: Reading; readonly children?: ReactNode }

/** What was taken, and when. */
export function specimenWords(
  { kind, collected, received }: Specimen,
  t: ReadingMessages,
): readonly string[] {
  const words: string[] = []
  if (kind?.label && collected) {
    words.push(t('results.details.specimenAt', { kind: kind.label, date: momentOf(collected) }))
  } else if (kind?.label) words.push(kind.label)
  else if (collected) words.push(t('results.details.collected', { date: momentOf(collected) }))
  if (received) words.push(t('results.details.received', { date: momentOf(received) }))
  return words
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return keyed(lines).map(({ key, item }) => <p key={key}>{item}</p>)
}

/** Intervals the line above does not already give in full. */
function otherRanges(result: LabResult, t: ReadingMessages): readonly string[] {
  const chosen = chosenRange(result.value, result.ranges)
  const shown =
    chosen.kind === 'interval' && result.ranges.length === 1 && chosen.range.conditions.length === 0
  if (shown || chosen.kind === 'words') return []
  return result.ranges.map(range => {
    const words = conditionalRange(range, t)
    const meaning = range.interpretation?.code === 'N' ? null : range.interpretation?.label
    return meaning ? t('results.range.condition', { condition: meaning, range: words }) : words
  })
}

/** The code of the laboratory, for those who look for it. */
function codeWords({ code }: LabResult): string | null {
  if (!code.code) return null
  return [code.systemName, code.code, code.displayName].filter(Boolean).join(' · ')
}

function factsOf(result: LabResult, t: ReadingMessages): readonly Fact[] {
  const alternatives = result.value?.kind === 'quantity' ? result.value.alternatives.map(quantityWords) : []
  const performer = result.performer?.organization?.name ?? result.performer?.name?.full ?? null
  const rows: readonly (readonly [string, readonly (string | null | undefined)[]])[] = [
    [t('results.details.comment'), result.comments],
    [t('results.details.alternatives'), alternatives],
    [t('results.details.ranges'), otherRanges(result, t)],
    [t('results.details.specimen'), result.specimens.flatMap(specimen => specimenWords(specimen, t))],
    [t('results.details.measured'), [result.time ? momentOf(result.time) : null]],
    [t('results.details.method'), [result.method?.label]],
    [t('results.details.performer'), [performer]],
    [t('results.details.validated'), [result.validatedAt ? momentOf(result.validatedAt) : null]],
    [t('results.details.status'), [result.status === 'active' ? t('results.details.partial') : null]],
    [t('results.details.writtenAs'), [result.label === nameOf(result) ? null : result.label]],
    [t('results.details.code'), [codeWords(result)]],
  ]
  return rows.flatMap(([term, lines]) => {
    const said = lines.filter(line => typeof line === 'string' && line.trim() !== '').map(String)
    return said.length > 0 ? [{ term, details: <Lines lines={said} /> }] : []
  })
}

/** How it was measured, what the laboratory adds, the values before: one press away, and open on paper. */
export function ResultDetails({ result, reading, children }: DetailsProps) {
  const { t } = reading
  const facts = factsOf(result, t)
  if (facts.length === 0 && result.previous.length === 0) return null
  const title = result.comments.length > 0 ? 'results.details.withComment' : 'results.details.title'
  return (
    <Disclosure
      summary={
        <>
          {t(title)}
          <span className="visually-hidden"> : {nameOf(result)}</span>
        </>
      }
    >
      {children}
      {facts.length > 0 ? <DescriptionList facts={facts} /> : null}
      <PreviousTable folded reading={reading} result={result} />
    </Disclosure>
  )
}
