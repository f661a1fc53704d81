import { keyed } from '@/components/documents/content/keyed'
import { axisLabels, dayOf, timeValue } from '@/components/documents/content/times'
import { texts } from '@/lib/content/texts'
import type { Point } from '@/lib/record/results/history-rules'
import { boundText, frenchNumber } from '@/lib/record/results/numbers'
import { chosenRange, isOutside, type Measured, standingOf } from '@/lib/record/results/rules'
import { type SeriesGeometry, seriesGeometry } from './series-geometry'
import '@/components/documents/content/results.css'
import './results-history.css'

type Drawn = { readonly point: Point; readonly value: Measured }

/** Exact figures alone: « moins de 5 » is no point of a curve. */
export function drawable(points: readonly Point[]): readonly Drawn[] {
  return points.flatMap(point => {
    const { value } = point.measure
    return value?.kind === 'quantity' && value.comparator === null ? [{ point, value }] : []
  })
}

/** The interval in the unit of the figure; none when it is in another. */
function rangeOf({ point, value }: Drawn) {
  const chosen = chosenRange(value, point.measure.ranges)
  return chosen.kind === 'interval' && chosen.measured === value ? chosen.range : { low: null, high: null }
}

type SeriesChartProps = {
  readonly name: string
  readonly drawn: readonly Drawn[]
  /** Under each date, when there are several laboratories. */
  readonly letterOf: (point: Point) => string
}

/** Drawn on the server; its table says the same. */
export function SeriesChart({ name, drawn, letterOf }: SeriesChartProps) {
  const t = texts('results.history')
  const first = drawn[0]
  const last = drawn.at(-1)
  if (!(first && last)) return null
  const geometry = seriesGeometry(
    drawn.map(one => {
      const { low, high } = rangeOf(one)
      return {
        value: one.value.value,
        time: timeValue(one.point.time),
        low: low?.value ?? null,
        high: high?.value ?? null,
      }
    }),
  )
  const description = t('chart', {
    name,
    first: frenchNumber(first.value.text),
    firstDate: dayOf(first.point.time),
    last: frenchNumber(last.value.text),
    lastDate: dayOf(last.point.time),
    n: drawn.length,
  })
  return (
    <svg
      aria-label={description}
      className="curve history-curve"
      role="img"
      viewBox={`0 0 ${geometry.width} ${geometry.height}`}
    >
      <Bands drawn={drawn} geometry={geometry} />
      <polyline className="curve-line" points={geometry.points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      <Points drawn={drawn} geometry={geometry} letterOf={letterOf} />
    </svg>
  )
}

type PieceProps = { readonly drawn: readonly Drawn[]; readonly geometry: SeriesGeometry }

function Bands({ drawn, geometry }: PieceProps) {
  return keyed(geometry.bands).map(({ key, item: { x, width, top, bottom, of, named } }) => {
    const owner = drawn[of]
    const { low, high } = owner ? rangeOf(owner) : { low: null, high: null }
    const value = owner?.value
    return (
      <g key={key}>
        <rect className="curve-band" height={bottom - top} width={width} x={x} y={top} />
        {high ? <path className="curve-bound" d={`M${x} ${top}h${width}`} /> : null}
        {low ? <path className="curve-bound" d={`M${x} ${bottom}h${width}`} /> : null}
        {named && high && value ? (
          <text x={x + 4} y={top - 5}>
            {boundText(high, value)}
          </text>
        ) : null}
        {named && low && value ? (
          <text x={x + 4} y={bottom + 15}>
            {boundText(low, value)}
          </text>
        ) : null}
      </g>
    )
  })
}

function Points({ drawn, geometry, letterOf }: PieceProps & Pick<SeriesChartProps, 'letterOf'>) {
  const labels = axisLabels(drawn.map(({ point }) => point.time))
  return keyed(geometry.points).map(({ key, item: { x, y, named }, place }) => {
    const one = drawn[place]
    if (!one) return null
    const outside = isOutside(standingOf(one.point.measure).position)
    return (
      <g key={key}>
        {outside ? (
          <path className="curve-now curve-out" d={`M${x} ${y - 8}l8 8-8 8-8-8z`} />
        ) : (
          <circle className="curve-before" cx={x} cy={y} r="4.5" />
        )}
        {named ? (
          <>
            <text className="curve-figure" textAnchor="middle" x={x} y={y - 12}>
              {frenchNumber(one.value.text)}
            </text>
            <text textAnchor="middle" x={x} y={geometry.height - 22}>
              {labels[place]}
            </text>
          </>
        ) : outside ? (
          // A figure out of the usual is never left without its number; under the point, where no other stands.
          <text className="curve-figure" textAnchor="middle" x={x} y={y + 24}>
            {frenchNumber(one.value.text)}
          </text>
        ) : null}
        <text className="curve-letter" textAnchor="middle" x={x} y={geometry.height - 5}>
          {letterOf(one.point)}
        </text>
      </g>
    )
  })
}
