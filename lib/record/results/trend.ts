/** A result against those before it: what changed, and the points of a curve. Pure. */
import type { CdaTime } from '@/lib/interop/cda/schema'
import type { LabResult, LabValue, PreviousResult, Quantity } from '@/lib/interop/cda/schema-results'
import { distanceText, frenchNumber } from './numbers'

/** Below three in a hundred, two measures say the same thing to a person. */
const NOTICEABLE = 0.03

export type Change = {
  readonly kind: 'same' | 'close' | 'up' | 'down'
  /** The figure before, as it was written. */
  readonly from: string
  /** The difference, without its sign. */
  readonly by: string
  readonly since: CdaTime | null
}

/** Exact figure of a value; `< 5` is no point of a curve. */
function figure(value: LabValue | null): Quantity | null {
  return value?.kind === 'quantity' && value.comparator === null ? value : null
}

const byTime = (a: { readonly time: CdaTime | null }, b: { readonly time: CdaTime | null }) =>
  (a.time?.iso ?? '').localeCompare(b.time?.iso ?? '')

/** Earlier results, the latest first; those without a date come last. */
export function previousInOrder(previous: readonly PreviousResult[]): readonly PreviousResult[] {
  return [...previous].sort((a, b) => byTime(b, a))
}

/** What changed since the latest earlier result in the same unit. Null when there is nothing to compare. */
export function changeOf({ value, previous }: Pick<LabResult, 'value' | 'previous'>): Change | null {
  const now = figure(value)
  if (!now) return null
  for (const earlier of previousInOrder(previous)) {
    const before = figure(earlier.value)
    if (!before || before.unit !== now.unit) continue
    const facts = {
      from: frenchNumber(before.text),
      by: distanceText(now, before),
      since: earlier.time,
    }
    if (now.value === before.value) return { kind: 'same', ...facts }
    const share = Math.abs(now.value - before.value) / Math.max(Math.abs(before.value), Number.EPSILON)
    if (share < NOTICEABLE) return { kind: 'close', ...facts }
    return { kind: now.value > before.value ? 'up' : 'down', ...facts }
  }
  return null
}

export type TrendPoint = { readonly time: CdaTime; readonly value: number; readonly text: string }

/** Dated figures in one unit, the oldest first, the present one last. Empty below three: two points are no curve. */
export function trendOf({
  value,
  time,
  previous,
}: Pick<LabResult, 'value' | 'time' | 'previous'>): readonly TrendPoint[] {
  const now = figure(value)
  if (!now || !time) return []
  const all = [{ value, time }, ...previous].flatMap(({ value: one, time: at }): TrendPoint[] => {
    const exact = figure(one)
    return exact && at && exact.unit === now.unit
      ? [{ time: at, value: exact.value, text: frenchNumber(exact.text) }]
      : []
  })
  return all.length < 3 ? [] : all.sort(byTime)
}
