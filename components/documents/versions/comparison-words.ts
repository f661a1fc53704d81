import 'server-only'
import { markOf } from '@/components/documents/content/mark-words'
import { conditionalRange, nameOf, valueWords } from '@/components/documents/content/result-words'
import { momentOf } from '@/components/documents/content/times'
import { dateInWords } from '@/lib/content/dates'
import { texts } from '@/lib/content/texts'
import type { LabResult } from '@/lib/interop/cda/schema-results'
import type { DocumentLine } from '@/lib/record/documents/schema'
import type {
  MeasureChange,
  MeasureComparison,
  MeasureFacet,
} from '@/lib/record/documents/versions/measure-rules'
import type { TextComparison } from '@/lib/record/documents/versions/passage-rules'
import type { Comparison } from '@/lib/record/documents/versions/queries'

/** What changed between two versions, in words. */

const list = new Intl.ListFormat('fr', { type: 'conjunction' })
const kinds = ['changed', 'added', 'removed'] as const

function measureCounts({ changes }: MeasureComparison): string {
  const t = texts('versions.measures.counts')
  const counted = kinds.flatMap(kind => {
    const count = changes.filter(change => change.kind === kind).length
    return count > 0 ? [t(kind, { count })] : []
  })
  return counted.length > 0 ? list.format(counted) : t('nothing')
}

function textCounts({ counts }: Extract<TextComparison, { kind: 'compared' }>): string {
  const t = texts('versions.text.counts')
  const counted = kinds.flatMap(kind => (counts[kind] > 0 ? [t(kind, { count: counts[kind] })] : []))
  return counted.length > 0 ? list.format(counted) : t('nothing')
}

const isSame = (text: Comparison['text']) =>
  text.kind === 'compared' && Object.values(text.counts).every(count => count === 0)

/** The conclusion, in one sentence. */
export function summaryOf({ measures, text }: Comparison): string {
  const t = texts('versions.page')
  if (isSame(text) && (measures?.changes.length ?? 0) === 0) return t('nothing')
  const said = [
    ...(measures ? [measureCounts(measures)] : []),
    ...(text.kind === 'compared' ? [textCounts(text)] : []),
  ]
  if (said.length === 0) return t('notCompared')
  const what = said.join('\u00a0; ')
  return t('summary', { what: what.charAt(0).toLocaleUpperCase('fr') + what.slice(1) })
}

export type ChangeRow = {
  readonly id: string
  readonly test: string
  readonly what: string
  readonly before: string
  readonly after: string
}

/** What the laboratory says of a result, and nothing that we make of its figures. */
function interpretationWords({ interpretations }: LabResult): string {
  const said = interpretations.map(({ label, code }) => label ?? code ?? '').join(', ')
  const mark = markOf({ value: null, interpretations, ranges: [] }, texts('reading'))
  return mark && said && mark !== said ? `${mark} (${said})` : mark || said
}

function statusWords({ status }: LabResult): string {
  const t = texts('versions.measures')
  if (status === 'completed') return t('final')
  return status === 'active' ? t('partial') : (status ?? '')
}

const facetWords: Readonly<Record<MeasureFacet, (result: LabResult) => string>> = {
  value: result => valueWords(result.value, texts('reading')),
  interpretation: interpretationWords,
  ranges: ({ ranges }) => ranges.map(range => conditionalRange(range, texts('reading'))).join(' ; '),
  status: statusWords,
  method: ({ method }) => method?.label ?? method?.code ?? '',
  time: ({ time }) => (time ? momentOf(time) : ''),
  comments: ({ comments }) => comments.join(' '),
}

function rowsOf(change: MeasureChange, place: number): ChangeRow[] {
  const t = texts('versions.measures')
  if (change.kind === 'changed')
    return change.facets.map(facet => ({
      id: `${place}-${facet}`,
      test: nameOf(change.after),
      what: t(`facets.${facet}`),
      before: facetWords[facet](change.before) || t('none'),
      after: facetWords[facet](change.after) || t('none'),
    }))
  const result = change.kind === 'added' ? change.after : change.before
  const value = facetWords.value(result)
  const [before, after] = change.kind === 'added' ? [t('absent'), value] : [value, t('absent')]
  return [{ id: String(place), test: nameOf(result), what: t(change.kind), before, after }]
}

export function changeRows({ changes }: MeasureComparison): ChangeRow[] {
  return changes.flatMap(rowsOf)
}

const described = {
  title: ({ title }: DocumentLine) => title,
  date: ({ date, datePrecision }: DocumentLine) => dateInWords(date, datePrecision),
  author: ({ authorName }: DocumentLine) => authorName,
  place: ({ authorOrganization }: DocumentLine) => authorOrganization ?? '',
} as const

/** Title, date, author, place: those that are no longer the same. */
export function descriptionRows({ before, after }: Comparison): ChangeRow[] {
  const t = texts('versions.described')
  const names = ['title', 'date', 'author', 'place'] as const
  return names
    .map(name => ({
      id: name,
      test: t(name),
      what: '',
      before: described[name](before) || texts('versions.measures')('none'),
      after: described[name](after) || texts('versions.measures')('none'),
    }))
    .filter(row => row.before !== row.after)
}
