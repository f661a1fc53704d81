/** The geometry of a small curve: time from left to right, never two points on each other. Pure. */

type Input = {
  readonly values: readonly number[]
  /** Milliseconds, in order. */
  readonly times: readonly number[]
  readonly low: number | null
  readonly high: number | null
}

export type CurveGeometry = {
  readonly width: number
  readonly height: number
  /** Where the drawing begins: figures of the interval are written before it. */
  readonly left: number
  readonly points: readonly { readonly x: number; readonly y: number }[]
  readonly band: { readonly top: number; readonly bottom: number } | null
}

const WIDTH = 340
const HEIGHT = 176
const LEFT = 44
const RIGHT = WIDTH - 26
const TOP = 30
const BOTTOM = HEIGHT - 34

const rounded = (n: number) => Math.round(n * 100) / 100

/** Shares of time, with room for a figure over each point. */
function across(times: readonly number[]): readonly number[] {
  const room = RIGHT - LEFT - 22
  const gaps = times.slice(1).map((time, i) => Math.max(0, time - (times[i] ?? time)))
  const total = gaps.reduce((sum, gap) => sum + gap, 0)
  const least = Math.min(44, room / Math.max(1, gaps.length))
  const free = room - least * gaps.length
  let x = LEFT + 22
  return [x, ...gaps.map(gap => (x += least + (total > 0 ? (gap / total) * free : free / gaps.length)))].map(
    rounded,
  )
}

export function curveOf({ values, times, low, high }: Input): CurveGeometry {
  const bounds = [low, high].filter(bound => bound !== null)
  const least = Math.min(...values, ...bounds)
  const most = Math.max(...values, ...bounds)
  const span = most - least || Math.abs(most) || 1
  const down = (value: number) => rounded(BOTTOM - ((value - least) / span) * (BOTTOM - TOP))
  const xs = across(times)
  return {
    width: WIDTH,
    height: HEIGHT,
    left: LEFT,
    points: values.map((value, i) => ({ x: xs[i] ?? LEFT, y: down(value) })),
    band:
      bounds.length === 0
        ? null
        : { top: high === null ? TOP - 14 : down(high), bottom: low === null ? BOTTOM + 10 : down(low) },
  }
}
