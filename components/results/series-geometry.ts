/** The geometry of a test over time: figures of several reports, each before the interval of its own laboratory. Pure. */

type Given = {
  readonly value: number
  /** Milliseconds, in order. */
  readonly time: number
  readonly low: number | null
  readonly high: number | null
}

type Band = {
  readonly x: number
  readonly width: number
  readonly top: number
  readonly bottom: number
  /** The place of a point whose interval it is. */
  readonly of: number
  /** Wide enough for its figures to be written in it. */
  readonly named: boolean
}

export type SeriesGeometry = {
  readonly width: number
  readonly height: number
  readonly points: readonly {
    readonly x: number
    readonly y: number
    /** Far enough from the next one for its figure and its date to be written. */
    readonly named: boolean
  }[]
  readonly bands: readonly Band[]
}

const WIDTH = 360
const HEIGHT = 232
const LEFT = 8
const RIGHT = WIDTH - 8
const TOP = 40
const BOTTOM = HEIGHT - 62
const EDGE = 26
const LEAST_GAP = 40
const LEAST_BAND = 52

const rounded = (n: number) => Math.round(n * 100) / 100

/** Shares of time; two measures of the same week still stand apart. */
function across(times: readonly number[]): readonly number[] {
  const room = RIGHT - LEFT - 2 * EDGE
  const gaps = times.slice(1).map((time, i) => Math.max(0, time - (times[i] ?? time)))
  const total = gaps.reduce((sum, gap) => sum + gap, 0)
  const least = Math.min(LEAST_GAP, room / Math.max(1, gaps.length))
  const free = room - least * gaps.length
  let x = LEFT + EDGE
  return [x, ...gaps.map(gap => (x += least + (total > 0 ? gap / total : 1 / gaps.length) * free))]
}

/** From the last one back: those with room for words. */
function spaced(xs: readonly number[]): readonly boolean[] {
  let next = Number.POSITIVE_INFINITY
  return xs
    .toReversed()
    .map(x => {
      if (next - x < LEAST_GAP - 1) return false
      next = x
      return true
    })
    .toReversed()
}

const sameInterval = (a: Given | undefined, b: Given | undefined) => a?.low === b?.low && a?.high === b?.high

/** Places that share an interval, in a row: first and last. */
function runsOf(given: readonly Given[]): readonly (readonly [number, number])[] {
  const ends = given.flatMap((point, place) =>
    place === given.length - 1 || !sameInterval(point, given[place + 1]) ? [place] : [],
  )
  return ends.map((end, run) => [(ends[run - 1] ?? -1) + 1, end])
}

/** Each interval goes half-way to the neighbours that have another. */
function bandsOf(given: readonly Given[], xs: readonly number[], down: (value: number) => number): Band[] {
  return runsOf(given).flatMap(([first, last]) => {
    const { low = null, high = null } = given[last] ?? {}
    if (low === null && high === null) return []
    const from = first === 0 ? LEFT : middle(xs, first - 1)
    const to = last === given.length - 1 ? RIGHT : middle(xs, last)
    return {
      x: rounded(from),
      width: rounded(to - from),
      top: high === null ? TOP - 26 : down(high),
      bottom: low === null ? BOTTOM + 14 : down(low),
      of: last,
      named: to - from >= LEAST_BAND,
    }
  })
}

const middle = (xs: readonly number[], place: number) => ((xs[place] ?? LEFT) + (xs[place + 1] ?? RIGHT)) / 2

export function seriesGeometry(given: readonly Given[]): SeriesGeometry {
  const bounds = given.flatMap(({ value, low, high }) => [value, low, high].filter(one => one !== null))
  const least = Math.min(...bounds)
  const span = Math.max(...bounds) - least || Math.abs(least) || 1
  const down = (value: number) => rounded(BOTTOM - ((value - least) / span) * (BOTTOM - TOP))
  const xs = across(given.map(({ time }) => time))
  const named = spaced(xs)
  return {
    width: WIDTH,
    height: HEIGHT,
    points: given.map(({ value }, i) => ({
      x: rounded(xs[i] ?? LEFT),
      y: down(value),
      named: named[i] ?? false,
    })),
    bands: bandsOf(given, xs, down),
  }
}
