import { gaugeGeometry } from './scale'

type GaugeProps = {
  value: number
  low?: number | undefined
  high?: number | undefined
  previous?: number | undefined
  /** The bounds as they are written: « 0,70 ». */
  lowLabel?: string | undefined
  highLabel?: string | undefined
  /** Above the mark: « vous ». */
  valueLabel: string
  /** Under the interval: « habituel ». */
  rangeLabel: string
  /** The text twin: everything the drawing says, in one sentence. */
  description: string
}

/**
 * A figure against its usual interval, drawn on the server. Only widths are relative: words never shrink.
 * Inside: a disc. Outside: a diamond. The figure before: a hollow circle.
 */
export function Gauge(props: GaugeProps) {
  const { value, low, high, previous, lowLabel, highLabel, valueLabel, rangeLabel, description } = props
  const drawn = gaugeGeometry(value, { low, high }, previous)
  const middle = (drawn.from + drawn.to) / 2
  const narrow = drawn.to - drawn.from < 16
  return (
    <svg aria-label={description} className="gauge" height="76" role="img" width="100%">
      <rect className="gauge-rail" height="14" rx="7" width="100%" y="30" />
      <rect
        className="gauge-range"
        height="14"
        rx="3"
        width={`${drawn.to - drawn.from}%`}
        x={`${drawn.from}%`}
        y="30"
      />
      {drawn.previous === null ? null : (
        <circle className="gauge-previous" cx={`${drawn.previous}%`} cy="37" r="8" />
      )}
      <Mark outside={drawn.outside} x={drawn.value} />
      <text className="gauge-value" textAnchor={anchor(drawn.value)} x={`${drawn.value}%`} y="15">
        {valueLabel}
      </text>
      {lowLabel ? (
        <text className="gauge-bound" textAnchor={narrow ? 'end' : 'middle'} x={`${drawn.from}%`} y="66">
          {lowLabel}
        </text>
      ) : null}
      {drawn.to - drawn.from < 30 ? null : (
        <text className="gauge-bound gauge-name" textAnchor="middle" x={`${middle}%`} y="66">
          {rangeLabel}
        </text>
      )}
      {highLabel ? (
        <text className="gauge-bound" textAnchor={narrow ? 'start' : 'middle'} x={`${drawn.to}%`} y="66">
          {highLabel}
        </text>
      ) : null}
    </svg>
  )
}

function anchor(percent: number): 'start' | 'middle' | 'end' {
  if (percent < 8) return 'start'
  return percent > 92 ? 'end' : 'middle'
}

function Mark({ x, outside }: { x: number; outside: boolean }) {
  return (
    <svg aria-hidden="true" className="gauge-mark" overflow="visible" x={`${x}%`} y="37">
      {outside ? (
        <path className="gauge-out" d="M0-13 13 0 0 13-13 0z" />
      ) : (
        <circle className="gauge-in" r="11" />
      )}
    </svg>
  )
}

type GaugeLegendProps = { inside: string; outside: string; previous?: string | undefined; range: string }

/** What the shapes mean, once above a list of gauges. */
export function GaugeLegend({ inside, outside, previous, range }: GaugeLegendProps) {
  return (
    <ul className="gauge-legend">
      <li>
        <svg aria-hidden="true" height="20" width="20">
          <circle className="gauge-in" cx="10" cy="10" r="8" />
        </svg>
        {inside}
      </li>
      <li>
        <svg aria-hidden="true" height="20" width="20">
          <path className="gauge-out" d="M10 1l9 9-9 9-9-9z" />
        </svg>
        {outside}
      </li>
      {previous ? (
        <li>
          <svg aria-hidden="true" height="20" width="20">
            <circle className="gauge-previous" cx="10" cy="10" r="7" />
          </svg>
          {previous}
        </li>
      ) : null}
      <li>
        <svg aria-hidden="true" height="16" width="34">
          <rect className="gauge-range" height="14" rx="4" width="32" x="1" y="1" />
        </svg>
        {range}
      </li>
    </ul>
  )
}
