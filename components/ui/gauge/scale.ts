/** What is known of a figure: the interval that is usual, on one side or both. */
export type Interval = { low?: number | undefined; high?: number | undefined }

/** Positions in percent of the width. */
export type GaugeGeometry = {
  from: number
  to: number
  value: number
  previous: number | null
  outside: boolean
}

const clamp = (percent: number) => Math.min(96, Math.max(4, Math.round(percent * 100) / 100))

/** The drawn axis: the usual interval takes its middle, and every figure fits in. */
function axis({ low, high }: Interval, figures: readonly number[]): [number, number] {
  const anchors = [...figures, ...(low === undefined ? [] : [low]), ...(high === undefined ? [] : [high])]
  const span = low !== undefined && high !== undefined ? high - low : Math.abs(high ?? low ?? 1)
  const room = (span || Math.abs(anchors[0] ?? 1) || 1) * 0.5
  const start =
    low === undefined ? Math.min(0, ...anchors) : Math.min(low - room, ...anchors.map(n => n - room / 5))
  const end = Math.max(
    high === undefined ? (low ?? 0) + 2 * room : high + room,
    ...anchors.map(n => n + room / 5),
  )
  return [start, end]
}

/** Where to draw the interval, the figure and the one before. A bound belongs to the interval. */
export function gaugeGeometry(
  value: number,
  interval: Interval,
  previous?: number | undefined,
): GaugeGeometry {
  const { low, high } = interval
  const [start, end] = axis(interval, previous === undefined ? [value] : [value, previous])
  const place = (figure: number) => ((figure - start) / (end - start)) * 100
  return {
    from: low === undefined ? 0 : clamp(place(low)),
    to: high === undefined ? 100 : clamp(place(high)),
    value: clamp(place(value)),
    previous: previous === undefined ? null : clamp(place(previous)),
    outside: (low !== undefined && value < low) || (high !== undefined && value > high),
  }
}
