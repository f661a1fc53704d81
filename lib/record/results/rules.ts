/**
 * What may be said of a result, and no more: where it stands against the interval of its own report, and what changed
 * since the previous one. Never a cause, never a diagnosis. Pure: codes out, sentences are looked up elsewhere.
 */
import type { Coded } from '@/lib/interop/cda/schema'
import type {
  Comparator,
  LabResult,
  LabValue,
  Quantity,
  ReferenceRange,
} from '@/lib/interop/cda/schema-results'

export type Position =
  | 'inside'
  | 'slightly_above'
  | 'above'
  | 'slightly_below'
  | 'below'
  /** Out of the usual, without a side (`A`). */
  | 'unusual'
  /** Reserved for what the laboratory itself calls critical: `HH`, `LL`, `AA`. */
  | 'critical_above'
  | 'critical_below'
  | 'critical'
  | 'positive'
  | 'negative'
  | 'susceptible'
  | 'intermediate'
  | 'resistant'
  | 'indeterminate'
  /** Neither interval nor interpretation. */
  | 'unknown'

/** HL7 ObservationInterpretation (2.16.840.1.113883.5.83) to what a person is told. */
const INTERPRETATIONS: Readonly<Record<string, Position>> = {
  N: 'inside',
  WR: 'inside',
  H: 'above',
  HU: 'above',
  HX: 'above',
  L: 'below',
  LU: 'below',
  LX: 'below',
  HH: 'critical_above',
  'H>': 'critical_above',
  LL: 'critical_below',
  'L<': 'critical_below',
  A: 'unusual',
  AA: 'critical',
  POS: 'positive',
  DET: 'positive',
  RR: 'positive',
  NEG: 'negative',
  ND: 'negative',
  NR: 'negative',
  S: 'susceptible',
  SDD: 'intermediate',
  I: 'intermediate',
  R: 'resistant',
  IND: 'indeterminate',
  E: 'indeterminate',
}

export type Measured = Extract<LabValue, { kind: 'quantity' }>

/** The interval to compare with, in the unit of the figure it is compared with. */
export type UsualRange = {
  readonly low: Quantity | null
  readonly high: Quantity | null
  readonly conditions: readonly string[]
}

export type ChosenRange =
  | { readonly kind: 'interval'; readonly range: UsualRange; readonly measured: Quantity }
  /** Words of the laboratory that no figure can be compared with. */
  | { readonly kind: 'words'; readonly text: string }
  /** Several, and the report does not say which one is for this person. */
  | { readonly kind: 'several'; readonly ranges: readonly ReferenceRange[] }
  | { readonly kind: 'none' }

const isUsual = ({ interpretation }: ReferenceRange) =>
  interpretation === null || interpretation.code === null || interpretation.code === 'N'

const unitOf = ({ low, high }: ReferenceRange) => low?.unit ?? high?.unit ?? null

const hasBound = ({ low, high }: ReferenceRange) => low !== null || high !== null

/** The same result in the unit of the interval: its own figure, or one the laboratory translated. */
function inUnitOf(range: ReferenceRange, value: Measured): Quantity | null {
  const unit = unitOf(range)
  if (unit === null || unit === value.unit) return value
  return value.alternatives.find(other => other.unit === unit) ?? null
}

/** The usual interval that the report gives for this result. Bounds that are equal or crossed are no interval. */
export function chosenRange(value: LabValue | null, ranges: readonly ReferenceRange[]): ChosenRange {
  const usual = ranges.filter(isUsual)
  const numeric = value?.kind === 'quantity' ? usual.filter(range => isComparable(range, value)) : []
  const own = value?.kind === 'quantity' ? numeric.filter(range => inUnitOf(range, value) === value) : []
  const candidates = own.length > 0 ? own : numeric
  const [only, another] = candidates
  if (another) return { kind: 'several', ranges: candidates }
  if (only && value?.kind === 'quantity') {
    const measured = inUnitOf(only, value) ?? value
    return {
      kind: 'interval',
      range: { low: only.low, high: only.high, conditions: only.conditions },
      measured,
    }
  }
  const said = usual.map(range => range.text).find(text => text !== null && text.trim() !== '')
  return said ? { kind: 'words', text: said.trim() } : { kind: 'none' }
}

function isComparable(range: ReferenceRange, value: Measured): boolean {
  if (!hasBound(range) || inUnitOf(range, value) === null) return false
  return range.low === null || range.high === null || range.low.value < range.high.value
}

/** « un peu »: no further out than a quarter of the interval, or of its only bound. */
function isSlight(distance: number, { low, high }: UsualRange): boolean {
  const width = low && high ? high.value - low.value : Math.abs((low ?? high)?.value ?? 0)
  return distance <= width / 4 + Number.EPSILON
}

type Certain = 'inside' | 'outside' | 'unknown'

/** A figure known to be under `limit`, against the bound it may pass (`near`) and the one it may stay under (`far`). */
function certainUnder(
  limit: number,
  orEqual: boolean,
  bounds: { near: number | null; far: number | null },
): Certain {
  const { near, far } = bounds
  if (near !== null) return limit < near || (limit === near && !orEqual) ? 'outside' : 'unknown'
  return far !== null && limit <= far ? 'inside' : 'unknown'
}

const opposite = (bound: Quantity | null) => (bound === null ? null : -bound.value)

/** `< 0,5` may be anywhere below: only what is certain is said. No figure is under zero, so a bound of zero is none. */
function sideOfBounded(limit: number, comparator: Comparator, { low, high }: UsualRange): Position {
  const orEqual = comparator.endsWith('=')
  if (comparator.startsWith('<')) {
    const near = low === null || low.value === 0 ? null : low.value
    const certain = certainUnder(limit, orEqual, { near, far: high?.value ?? null })
    return certain === 'outside' ? 'below' : certain
  }
  const certain = certainUnder(-limit, orEqual, { near: opposite(high), far: opposite(low) })
  return certain === 'outside' ? 'above' : certain
}

/** Where a figure stands. A bound belongs to its interval. */
export function computedPosition(value: Measured, range: UsualRange, measured: Quantity = value): Position {
  if (value.comparator !== null) return sideOfBounded(measured.value, value.comparator, range)
  const { low, high } = range
  if (high && measured.value > high.value) {
    return isSlight(measured.value - high.value, range) ? 'slightly_above' : 'above'
  }
  if (low && measured.value < low.value) {
    return isSlight(low.value - measured.value, range) ? 'slightly_below' : 'below'
  }
  return 'inside'
}

function codedPosition(interpretations: readonly Coded[]): Position | null {
  const found = interpretations
    .map(({ code }) => (code && Object.hasOwn(INTERPRETATIONS, code) ? INTERPRETATIONS[code] : undefined))
    .filter(position => position !== undefined)
  return found.find(isCritical) ?? found[0] ?? null
}

export type Standing = {
  readonly position: Position
  /** The figure and the word of the laboratory say two different things: the person is told to ask. */
  readonly disagrees: boolean
}

/**
 * The laboratory's word first; its figures when it says none. When they contradict each other, the more careful of the
 * two is kept. The figures only add « un peu ».
 */
export function standingOf(result: Pick<LabResult, 'value' | 'interpretations' | 'ranges'>): Standing {
  const said = codedPosition(result.interpretations)
  const chosen = chosenRange(result.value, result.ranges)
  const figured =
    chosen.kind === 'interval' && result.value?.kind === 'quantity'
      ? computedPosition(result.value, chosen.range, chosen.measured)
      : null
  const figure = figured === 'unknown' ? null : figured
  if (!said) return { position: figure ?? positionOfValue(result.value), disagrees: false }
  if (!figure || isCritical(said) || !(isOutside(said) || said === 'inside')) {
    return { position: said, disagrees: false }
  }
  if (side(said) === side(figure)) return { position: figure, disagrees: false }
  if (said === 'unusual' && isOutside(figure)) return { position: figure, disagrees: false }
  return { position: said === 'inside' ? figure : said, disagrees: true }
}

/** A word that is itself an answer, when nobody coded it: « négatif ». */
function positionOfValue(value: LabValue | null): Position {
  const text = value?.kind === 'coded' ? value.label : value?.kind === 'text' ? value.text : ''
  const word = text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase()
  if (/^(negatif|negative|absence|non detecte|non detectee)$/.test(word)) return 'negative'
  if (/^(positif|positive|presence|detecte|detectee)$/.test(word)) return 'positive'
  return 'unknown'
}

function side(position: Position): 'in' | 'up' | 'down' | 'other' {
  if (position === 'inside') return 'in'
  if (position.endsWith('above')) return 'up'
  return position.endsWith('below') ? 'down' : 'other'
}

export function isCritical(position: Position): boolean {
  return position.startsWith('critical')
}

/** Out of the usual, in any way. A positive test is not: it may be what everybody hopes for. */
export function isOutside(position: Position): boolean {
  return isCritical(position) || position === 'unusual' || ['up', 'down'].includes(side(position))
}

export function isAntibiotic(position: Position): boolean {
  return position === 'susceptible' || position === 'intermediate' || position === 'resistant'
}

export type Bucket = 'critical' | 'outside' | 'inside' | 'other'

export function bucketOf(position: Position): Bucket {
  if (isCritical(position)) return 'critical'
  if (isOutside(position)) return 'outside'
  return position === 'inside' ? 'inside' : 'other'
}
