import type { LabResult, LabValue, Quantity, ReferenceRange } from '@/lib/interop/cda/schema-results'
import { boundText, frenchNumber } from '@/lib/record/results/numbers'
import { type ChosenRange, chosenRange, type Standing } from '@/lib/record/results/rules'
import { changeOf } from '@/lib/record/results/trend'
import { unitInWords, withoutUnit } from '@/lib/record/results/units'
import type { ReadingMessages } from './reading-context'
import { inEarlier, momentOf, sinceEarlier } from './times'

/** Results in sentences: the rules say what may be said, this says it in French. */

type ShownValue = {
  /** What is written large. */
  readonly value: string
  /** In words; empty when there is none. */
  readonly unit: string
}

const COMPARATORS = { '<': 'less', '<=': 'atMost', '>': 'more', '>=': 'atLeast' } as const

const KNOWN_ABSENCES = ['NAV', 'NASK', 'ASKU', 'NA', 'MSK', 'UNK', 'NI'] as const

function absence(reason: string, t: ReadingMessages): string {
  const known = KNOWN_ABSENCES.find(code => code === reason)
  return t(`results.absent.${known ?? 'other'}`)
}

/** Any value, in words. */
export function shownValue(value: LabValue | null, t: ReadingMessages): ShownValue {
  switch (value?.kind) {
    case 'quantity': {
      const number = frenchNumber(value.text)
      const text = value.comparator
        ? t(`results.comparator.${COMPARATORS[value.comparator]}`, { number })
        : number
      return { value: text, unit: unitInWords(value.unit, value.value) }
    }
    case 'interval': {
      const bounds = { low: frenchNumber(value.low.text), high: frenchNumber(value.high.text) }
      return {
        value: t('results.range.between', bounds),
        unit: unitInWords(value.high.unit, value.high.value),
      }
    }
    case 'ratio': {
      const parts = { top: quantityWords(value.numerator), bottom: quantityWords(value.denominator) }
      return { value: t('results.ratio', parts), unit: '' }
    }
    case 'coded':
      return { value: value.label, unit: '' }
    case 'text':
      return { value: value.text, unit: '' }
    case 'boolean':
      return { value: t(value.value ? 'results.yes' : 'results.no'), unit: '' }
    case 'time':
      return { value: momentOf(value.time), unit: '' }
    case 'absent':
      return { value: absence(value.reason, t), unit: '' }
    default:
      return { value: t('results.absent.other'), unit: '' }
  }
}

export function quantityWords({ text, unit, value }: Quantity): string {
  return [frenchNumber(text), unitInWords(unit, value)].filter(word => word !== '').join('\u00A0')
}

export function valueWords(value: LabValue | null, t: ReadingMessages): string {
  const shown = shownValue(value, t)
  return [shown.value, shown.unit].filter(word => word !== '').join('\u00A0')
}

/** The name of a measure, without the unit that is written beside its value. */
export function nameOf({ label, value }: LabResult): string {
  return withoutUnit(label, value?.kind === 'quantity' ? value.unit : null)
}

type Bounds = { readonly low: Quantity | null; readonly high: Quantity | null }

function boundsWords({ low, high }: Bounds, measured: Quantity | null, t: ReadingMessages): string {
  const text = (bound: Quantity) => (measured ? boundText(bound, measured) : frenchNumber(bound.text))
  if (low && high) return t('results.range.between', { low: text(low), high: text(high) })
  if (low) return t('results.range.from', { low: text(low) })
  return high ? t('results.range.to', { high: text(high) }) : ''
}

/** « de 0,70 à 1,10 », the words of the laboratory, or that there is none. */
export function rangeWords(chosen: ChosenRange, t: ReadingMessages): string {
  switch (chosen.kind) {
    case 'interval': {
      const { range, measured } = chosen
      return boundsWords(range, measured, t)
    }
    case 'words':
      return chosen.text
    case 'several':
      return t('results.range.several')
    default:
      return t('results.range.none')
  }
}

/** One interval among several, with whom it is for. */
export function conditionalRange(range: ReferenceRange, t: ReadingMessages): string {
  const unit = unitInWords(range.high?.unit ?? range.low?.unit ?? null, 2)
  const bounds = [boundsWords(range, null, t), unit].filter(word => word !== '').join('\u00A0')
  const shown = bounds === '' ? (range.text ?? '') : bounds
  const conditions = range.conditions.join(', ')
  return conditions === '' ? shown : t('results.range.condition', { condition: conditions, range: shown })
}

function boundPassed(chosen: ChosenRange, position: Standing['position']): string | null {
  if (chosen.kind !== 'interval') return null
  const bound = position.endsWith('above') ? chosen.range.high : chosen.range.low
  return bound ? boundText(bound, chosen.measured) : null
}

const SIDED = ['slightly_above', 'above', 'slightly_below', 'below'] as const

/** Where the value stands, in one or two sentences. Never why. */
function standingSentences(
  result: LabResult,
  { position, disagrees }: Standing,
  t: ReadingMessages,
): readonly string[] {
  const chosen = chosenRange(result.value, result.ranges)
  if (disagrees) return [t('results.sentence.disagrees')]
  if (position.startsWith('critical')) return [t('results.sentence.critical')]
  if (position === 'unusual') return [t('results.sentence.unusual'), t('results.sentence.oneIsNotEnough')]
  const sided = SIDED.find(known => known === position)
  if (!sided) return []
  const bound = boundPassed(chosen, position)
  const where = bound
    ? t(`results.sentence.${sided}`, { bound })
    : t(`results.sentence.${sided.endsWith('above') ? 'saidAbove' : 'saidBelow'}`)
  return [where, t('results.sentence.oneIsNotEnough')]
}

/** What changed since the report’s own earlier value; null when there is nothing to compare. */
export function changeSentence(
  result: Pick<LabResult, 'value' | 'previous' | 'time'>,
  t: ReadingMessages,
): string | null {
  const change = changeOf(result)
  if (!change) return null
  const { from, by, since } = change
  if (change.kind === 'same' || change.kind === 'close') {
    const when = since ? inEarlier(since, result.time, t) : t('results.when.before')
    return t(`results.change.${change.kind}`, { when, from })
  }
  const when = since ? sinceEarlier(since, result.time, t) : t('results.when.sinceBefore')
  return t(`results.change.${change.kind}`, { by, when, from })
}

/** Everything that is said under a value. */
export function sentencesOf(result: LabResult, standing: Standing, t: ReadingMessages): readonly string[] {
  const change = changeSentence(result, t)
  return [...standingSentences(result, standing, t), ...(change ? [change] : [])]
}

export function capitalised(sentence: string): string {
  return sentence.charAt(0).toLocaleUpperCase('fr') + sentence.slice(1)
}
