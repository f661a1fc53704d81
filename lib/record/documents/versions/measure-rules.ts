import type { Coded } from '@/lib/interop/cda/schema'
import type { LabResult, LabValue, Quantity, ReferenceRange } from '@/lib/interop/cda/schema-results'

/** Two editions of one biology report, test by test. Exact: what was written another way is another thing. */

export const measureFacets = [
  'value',
  'interpretation',
  'ranges',
  'status',
  'method',
  'time',
  'comments',
] as const
export type MeasureFacet = (typeof measureFacets)[number]

export type MeasureChange =
  | { readonly kind: 'added'; readonly after: LabResult }
  | { readonly kind: 'removed'; readonly before: LabResult }
  | {
      readonly kind: 'changed'
      readonly before: LabResult
      readonly after: LabResult
      readonly facets: readonly MeasureFacet[]
    }

export type MeasureComparison = { readonly changes: readonly MeasureChange[]; readonly same: number }

const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const codeOf = ({ code, label }: Pick<LabResult, 'code' | 'label'>) =>
  code.code ? `${code.system ?? ''}|${code.code}` : folded(label)

const specimensOf = ({ specimens }: LabResult) =>
  specimens.map(({ kind }) => kind?.code ?? folded(kind?.label ?? '')).join('+')

/** From the strictest to the loosest name of a test in a report: a renamed chapter does not make another test of it. */
const names: ReadonlyArray<(result: LabResult) => string> = [
  result =>
    [
      codeOf(result),
      specimensOf(result),
      result.isolate?.label ?? '',
      ...result.groups.map(({ label }) => folded(label)),
    ].join('\n'),
  result => [codeOf(result), result.isolate?.label ?? ''].join('\n'),
  result => `${folded(result.label)}\n${result.isolate?.label ?? ''}`,
]

type Pair = { readonly before: LabResult; readonly after: LabResult }

function grouped(results: ReadonlySet<LabResult>, nameOf: (result: LabResult) => string) {
  const groups = new Map<string, LabResult[]>()
  for (const result of results) {
    const name = nameOf(result)
    groups.set(name, [...(groups.get(name) ?? []), result])
  }
  return groups
}

/** Pairs of one name, in their order in the reports; loosely named, only where each is alone of its name. */
function pairsBy(
  nameOf: (result: LabResult) => string,
  left: { readonly before: Set<LabResult>; readonly after: Set<LabResult>; readonly alone: boolean },
): Pair[] {
  const later = grouped(left.after, nameOf)
  return [...grouped(left.before, nameOf)].flatMap(([name, before]) => {
    const after = later.get(name) ?? []
    if (left.alone && (before.length > 1 || after.length > 1)) return []
    return before.flatMap((one, place) => {
      const other = after[place]
      return other ? [{ before: one, after: other }] : []
    })
  })
}

const exactly = (quantity: Quantity | null) => (quantity ? [quantity.text.trim(), quantity.unit] : null)

const coded = (concept: Coded | null) => (concept ? [concept.code, concept.label] : null)

function exactValue(value: LabValue | null): unknown {
  switch (value?.kind) {
    case 'quantity':
      return [value.kind, value.comparator, exactly(value)]
    case 'interval':
      return [value.kind, exactly(value.low), exactly(value.high)]
    case 'ratio':
      return [value.kind, exactly(value.numerator), exactly(value.denominator)]
    case 'coded':
      return [value.kind, value.label, value.concept.code]
    case 'time':
      return [value.kind, value.time.iso]
    default:
      return value
  }
}

const exactRange = ({ low, high, text, interpretation, conditions }: ReferenceRange) => [
  exactly(low),
  exactly(high),
  text?.trim() ?? null,
  interpretation?.code ?? null,
  conditions,
]

const readings: Readonly<Record<MeasureFacet, (result: LabResult) => unknown>> = {
  value: result => exactValue(result.value),
  interpretation: result => result.interpretations.map(coded),
  ranges: result => result.ranges.map(exactRange),
  status: result => result.status,
  method: result => coded(result.method),
  time: result => result.time?.iso ?? null,
  comments: result => result.comments,
}

function changedFacets({ before, after }: Pair): MeasureFacet[] {
  return measureFacets.filter(
    facet => JSON.stringify(readings[facet](before)) !== JSON.stringify(readings[facet](after)),
  )
}

/** In the order of the later report; what it no longer has comes at the end. */
export function compareMeasures(
  before: readonly LabResult[],
  after: readonly LabResult[],
): MeasureComparison {
  const left = { before: new Set(before), after: new Set(after) }
  const pairs = names.flatMap((nameOf, place) => {
    const found = pairsBy(nameOf, { ...left, alone: place > 0 })
    for (const pair of found) {
      left.before.delete(pair.before)
      left.after.delete(pair.after)
    }
    return found
  })
  const earlier = new Map(pairs.map(pair => [pair.after, pair]))
  const changes = after.flatMap((result): MeasureChange[] => {
    const pair = earlier.get(result)
    if (!pair) return [{ kind: 'added', after: result }]
    const facets = changedFacets(pair)
    return facets.length > 0 ? [{ kind: 'changed', ...pair, facets }] : []
  })
  const removed = before.filter(result => left.before.has(result))
  return {
    changes: [...changes, ...removed.map(result => ({ kind: 'removed' as const, before: result }))],
    same: pairs.length - changes.filter(({ kind }) => kind === 'changed').length,
  }
}
