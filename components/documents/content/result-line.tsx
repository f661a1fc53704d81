import { Gauge } from '@/components/ui/gauge/gauge'
import type { LabResult } from '@/lib/interop/cda/schema-results'
import type { ReadResult } from '@/lib/record/results/grouping'
import { boundText, frenchNumber } from '@/lib/record/results/numbers'
import { type Bucket, bucketOf, chosenRange } from '@/lib/record/results/rules'
import { previousInOrder } from '@/lib/record/results/trend'
import { unitInWords } from '@/lib/record/results/units'
import { Explained } from './explained'
import { FollowLink } from './follow-link'
import type { Reading } from './reading-context'
import { ResultDetails } from './result-details'
import { nameOf, rangeWords, sentencesOf, shownValue, valueWords } from './result-words'
import { StandingTag } from './standing-tag'
import { Trend } from './trend'

type ResultLineProps = {
  readonly read: ReadResult
  readonly heading: 'h3' | 'h4'
  readonly reading: Reading
}

/** One measure: its name, its value in large, where it stands in words and drawn, what changed. */
export function ResultLine({ read, heading: Heading, reading }: ResultLineProps) {
  const { result, standing } = read
  const { t } = reading
  const shown = shownValue(result.value, t)
  const sentences = sentencesOf(result, standing, t)
  const usual = bucketOf(standing.position) === 'inside'
  const isFigure = result.value?.kind === 'quantity' || result.value?.kind === 'interval'
  return (
    <li className="result">
      <div className="result-head">
        <Heading className="result-name">{nameOf(result)}</Heading>
        <p className={isFigure ? 'result-value' : 'result-value result-value-words'}>
          {shown.value} {shown.unit ? <small>{shown.unit}</small> : null}
        </p>
      </div>
      <div className="result-mark">
        <StandingTag position={standing.position} />
        <RangeNote bucket={bucketOf(standing.position)} reading={reading} result={result} />
      </div>
      <div className="result-body">
        <ResultGauge reading={reading} result={result} />
        {sentences.length > 0 ? <p className="result-sentence">{sentences.join(' ')}</p> : null}
        {/* Where all is usual, the line is enough: the curve waits with the details, and the page stays short. */}
        {usual ? null : <Trend reading={reading} result={result} />}
        <FollowLink reading={reading} result={result} />
        <Explained read={read} reading={reading} />
        <ResultDetails reading={reading} result={result}>
          {usual ? <Trend reading={reading} result={result} /> : null}
        </ResultDetails>
      </div>
    </li>
  )
}

type PieceProps = { readonly result: LabResult; readonly reading: Reading }

/** Silent about intervals where none is expected: a word, a colour, a germ. */
function RangeNote({ result, reading, bucket }: PieceProps & { readonly bucket: Bucket }) {
  const { t } = reading
  const chosen = chosenRange(result.value, result.ranges)
  if (chosen.kind === 'none') {
    // Among the others, it is said once for all of them.
    return result.value?.kind === 'quantity' && bucket !== 'other' ? (
      <span className="result-range">{rangeWords(chosen, t)}</span>
    ) : null
  }
  return <span className="result-range">{t('results.range.label', { range: rangeWords(chosen, t) })}</span>
}

/** Only for a plain figure and a plain interval: anything else would draw more than is known. */
function ResultGauge({ result, reading }: PieceProps) {
  const { value, previous } = result
  const { t } = reading
  const chosen = chosenRange(value, result.ranges)
  if (value?.kind !== 'quantity' || value.comparator || chosen.kind !== 'interval') return null
  const { range, measured } = chosen
  const before = previousInOrder(previous)
    .map(earlier => earlier.value)
    .find(earlier => earlier.kind === 'quantity' && earlier.unit === measured.unit && !earlier.comparator)
  const figure = before?.kind === 'quantity' ? before : null
  const unit = unitInWords(measured.unit, measured.value)
  const said = t('results.gauge.description', {
    name: nameOf(result),
    value: [frenchNumber(measured.text), unit].filter(Boolean).join(' '),
    range: rangeWords(chosen, t),
  })
  const earlierSaid = figure ? t('results.gauge.previous', { value: valueWords(figure, t) }) : ''
  return (
    <Gauge
      description={[said, earlierSaid].filter(Boolean).join(' ')}
      high={range.high?.value}
      highLabel={range.high ? boundText(range.high, measured) : undefined}
      low={range.low?.value}
      lowLabel={range.low ? boundText(range.low, measured) : undefined}
      previous={figure?.value}
      rangeLabel={t('results.gauge.usual')}
      value={measured.value}
      valueLabel={t('results.gauge.you')}
    />
  )
}
