import type { LabResult } from '@/lib/interop/cda/schema-results'
import { boundText } from '@/lib/record/results/numbers'
import { chosenRange, isOutside, standingOf, type UsualRange } from '@/lib/record/results/rules'
import { type TrendPoint, trendOf } from '@/lib/record/results/trend'
import { curveOf } from './curve'
import { keyed } from './keyed'
import { PreviousTable } from './previous-table'
import type { Reading } from './reading-context'
import { capitalised, nameOf, valueWords } from './result-words'
import { axisLabels, dayOf, sinceEarlier, timeValue } from './times'

type TrendProps = { readonly result: LabResult; readonly reading: Reading }

/** At least three values: a curve drawn on the server, and its table. */
export function Trend({ result, reading }: TrendProps) {
  const points = trendOf(result).slice(-7)
  const [first] = points
  const last = points.at(-1)
  if (!first || !last) return null
  const { t } = reading
  return (
    <div className="trend">
      <figure>
        <figcaption>
          {capitalised(t('results.trend.title', { since: sinceEarlier(first.time, last.time, t) }))}
        </figcaption>
        <Curve
          description={t('results.trend.description', {
            name: nameOf(result),
            first: first.text,
            firstDate: dayOf(first.time),
            last: valueWords(result.value, t),
            lastDate: dayOf(last.time),
          })}
          outside={isOutside(standingOf(result).position)}
          points={points}
          result={result}
          usual={t('results.gauge.usual')}
        />
      </figure>
      <PreviousTable reading={reading} result={result} />
    </div>
  )
}

type CurveProps = {
  readonly points: readonly TrendPoint[]
  readonly result: LabResult
  readonly outside: boolean
  readonly description: string
  readonly usual: string
}

/** The interval is drawn only when it is in the unit of the points. */
function rangeOf({
  value,
  ranges,
}: LabResult): { readonly range: UsualRange; readonly labels: readonly (string | null)[] } | null {
  const chosen = chosenRange(value, ranges)
  if (chosen.kind !== 'interval' || chosen.measured !== value) return null
  const { range, measured } = chosen
  const label = (bound: UsualRange['low']) => (bound ? boundText(bound, measured) : null)
  return { range, labels: [label(range.low), label(range.high)] }
}

function Curve({ points, result, outside, description, usual }: CurveProps) {
  const found = rangeOf(result)
  const drawn = curveOf({
    values: points.map(point => point.value),
    times: points.map(point => timeValue(point.time)),
    low: found?.range.low?.value ?? null,
    high: found?.range.high?.value ?? null,
  })
  const labels = axisLabels(points.map(point => point.time))
  const [low, high] = found?.labels ?? []
  const { band } = drawn
  return (
    <svg aria-label={description} className="curve" role="img" viewBox={`0 0 ${drawn.width} ${drawn.height}`}>
      {band ? (
        <>
          <rect
            className="curve-band"
            height={band.bottom - band.top}
            rx="3"
            width={drawn.width - drawn.left}
            x={drawn.left}
            y={band.top}
          />
          {high ? <Bound label={high} left={drawn.left} width={drawn.width} y={band.top} /> : null}
          {low ? <Bound label={low} left={drawn.left} width={drawn.width} y={band.bottom} /> : null}
          {band.bottom - band.top > 28 ? (
            <text x={drawn.left + 6} y={band.bottom - 7}>
              {usual}
            </text>
          ) : null}
        </>
      ) : null}
      <polyline className="curve-line" points={drawn.points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {keyed(drawn.points).map(({ key, item: { x, y }, place }) => {
        const isLast = place === drawn.points.length - 1
        return (
          <g key={key}>
            {isLast ? (
              <path
                className={outside ? 'curve-now curve-out' : 'curve-now'}
                d={outside ? `M${x} ${y - 8}l8 8-8 8-8-8z` : `M${x - 6} ${y}a6 6 0 1 0 12 0a6 6 0 1 0-12 0`}
              />
            ) : (
              <circle className="curve-before" cx={x} cy={y} r="4.5" />
            )}
            <text className="curve-figure" textAnchor="middle" x={x} y={y - 12}>
              {points[place]?.text}
            </text>
            <text textAnchor="middle" x={x} y={drawn.height - 4}>
              {labels[place]}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

function Bound({ label, y, left, width }: { label: string; y: number; left: number; width: number }) {
  return (
    <>
      <path className="curve-bound" d={`M${left} ${y}H${width}`} />
      <text textAnchor="end" x={left - 5} y={y + 4}>
        {label}
      </text>
    </>
  )
}
