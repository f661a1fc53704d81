/** One test over time: reports of several laboratories brought to one unit where that is exact, kept apart otherwise. Pure. */
import type { CdaTime } from '@/lib/interop/cda/schema'
import type { LabValue, Quantity, ReferenceRange } from '@/lib/interop/cda/schema-results'
import { dayInFrance } from '@/lib/platform/france-time'
import type { Precision } from '@/lib/record/documents/schema'
import {
  type Conversion,
  type Explanation,
  explanationFor,
  families,
  inOtherUnit,
} from '@/lib/record/results/explanations/explanations'
import type { Measured } from '@/lib/record/results/rules'
import type { Measure, Reported, TestFamily, TestLine } from '@/lib/record/results/schema'

export type Point = Reported & {
  readonly time: CdaTime
  /** The value as the report gives it, when it is shown in another unit. */
  readonly given: Quantity | null
}

export type Series = {
  /** Null for words (« négatif ») and for figures without a unit. */
  readonly unit: string | null
  readonly kind: 'figures' | 'words'
  /** The oldest first. */
  readonly points: readonly Point[]
}

/** The time of a result, no more precise than a day: hours say nothing over years. */
export function timeOf(at: Date, precision: Precision): CdaTime {
  const kept = precision === 'year' || precision === 'month' ? precision : 'day'
  return {
    iso: dayInFrance(at).slice(0, { year: 4, month: 7, day: 10 }[kept]),
    precision: kept,
    zoned: false,
  }
}

const litres = /^([mcdupnf]?)l$/

/** UCUM writes the litre in two ways, which are one unit. */
function sameLitre(unit: string | null): string | null {
  return (
    unit
      ?.split('/')
      .map(part => part.replace(litres, '$1L'))
      .join('/') ?? null
  )
}

const inLitres = <Q extends Quantity | null>(quantity: Q): Q =>
  quantity ? { ...quantity, unit: sameLitre(quantity.unit) } : quantity

const spelt = (ranges: readonly ReferenceRange[]) =>
  ranges.map(range => ({ ...range, low: inLitres(range.low), high: inLitres(range.high) }))

const figureOf = (value: LabValue | null): Measured | null =>
  value?.kind === 'quantity'
    ? { ...inLitres(value), alternatives: value.alternatives.map(one => inLitres(one)) }
    : null

type Units = { readonly from: string | null; readonly to: string | null }

/** The conversion between these two units alone; an entry may have several. */
function conversionOf(explanation: Explanation | undefined, { from, to }: Units): Conversion | undefined {
  return explanation?.conversions.find(
    one => (one.from === from && one.to === to) || (one.from === to && one.to === from),
  )
}

/** The same measure in another unit: only by an exact conversion, intervals with it. */
function measureIn(
  unit: string | null,
  measure: Measure,
  explanation: Explanation | undefined,
): Measure | null {
  const { value } = measure
  if (value?.kind !== 'quantity') return null
  const conversion = conversionOf(explanation, { from: value.unit, to: unit })
  if (!conversion) return null
  const convert = (quantity: Quantity | null) =>
    quantity && quantity.unit !== unit ? inOtherUnit({ conversions: [conversion] }, quantity) : quantity
  const converted = convert(value)
  if (!converted) return null
  return {
    value: { kind: 'quantity', ...converted, comparator: value.comparator, alternatives: [] },
    ranges: measure.ranges.map(range => ({ ...range, low: convert(range.low), high: convert(range.high) })),
    interpretations: measure.interpretations,
  }
}

function pointOf(report: Reported): Point {
  const figure = figureOf(report.measure.value)
  const measure = figure
    ? { ...report.measure, value: figure, ranges: spelt(report.measure.ranges) }
    : report.measure
  return { ...report, measure, time: timeOf(report.at, report.precision), given: null }
}

function inUnit(point: Point, unit: string | null, explanation: Explanation | undefined): Point | null {
  const { value } = point.measure
  if (value?.kind !== 'quantity') return null
  if (value.unit === unit) return point
  const measure = measureIn(unit, point.measure, explanation)
  return measure ? { ...point, measure, given: value } : null
}

const sameReport = (a: Point, b: Point) => a.documentId === b.documentId && a.at.getTime() === b.at.getTime()

/** A report that gives one measure in two units gives one point: the one that was not converted. */
function once(points: readonly Point[]): readonly Point[] {
  return points.filter(
    point => !point.given || !points.some(other => other.given === null && sameReport(point, other)),
  )
}

/** Every series of a test: figures in the unit of the latest first, then those that cannot be brought to it, then words. */
export function seriesOf(reports: readonly Reported[]): readonly Series[] {
  const sorted = [...reports].sort((a, b) => a.at.getTime() - b.at.getTime()).map(pointOf)
  const explanation = sorted[0] ? explanationFor(sorted[0].loinc) : undefined
  const series: Series[] = []
  let left = sorted.filter(({ measure }) => measure.value?.kind === 'quantity')
  while (left.length > 0) {
    const value = left.at(-1)?.measure.value
    const unit = value?.kind === 'quantity' ? value.unit : null
    const points = left.map(point => inUnit(point, unit, explanation))
    series.push({ unit, kind: 'figures', points: once(points.filter(point => point !== null)) })
    left = left.filter((_, place) => points[place] === null)
  }
  const words = sorted.filter(({ measure }) => measure.value?.kind !== 'quantity')
  return words.length > 0 ? [...series, { unit: null, kind: 'words', points: words }] : series
}

/** The codes of the same test, whatever the unit or the method; the code alone when nobody has grouped it. */
export function codesOf(loinc: string): readonly string[] {
  return explanationFor(loinc)?.codes ?? [loinc]
}

export type LatestOfCode = { readonly latest: Reported; readonly reports: number }

function lineOf(found: readonly LatestOfCode[]): TestLine | null {
  const [first, ...others] = found
  if (!first) return null
  const { latest } = others.reduce((best, one) => (one.latest.at > best.latest.at ? one : best), first)
  const explanation = explanationFor(latest.loinc)
  return {
    loinc: latest.loinc,
    name: explanation?.name ?? latest.name,
    sensitive: explanation?.sensitive ?? false,
    reports: found.reduce((sum, one) => sum + one.reports, 0),
    latest,
  }
}

const alphabetical = new Intl.Collator('fr')

/** The list of tests, by family in the order of a report; those without a family last, by name. */
export function familiesOf(found: readonly LatestOfCode[]): readonly TestFamily[] {
  const byTest = new Map<string, LatestOfCode[]>()
  for (const one of found) {
    const key = explanationFor(one.latest.loinc)?.id ?? one.latest.loinc
    byTest.set(key, [...(byTest.get(key) ?? []), one])
  }
  const known = families.map(({ title, entries }) => ({
    title,
    tests: entries.flatMap(({ id }) => lineOf(byTest.get(id) ?? []) ?? []),
  }))
  const others = [...byTest.values()]
    .flatMap(group => lineOf(group) ?? [])
    .filter(({ loinc }) => !explanationFor(loinc))
    .sort((a, b) => alphabetical.compare(a.name, b.name))
  return [...known, { title: null, tests: others }].filter(({ tests }) => tests.length > 0)
}
