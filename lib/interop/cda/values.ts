import { attr, child, children, trimmedAttr, type XmlElement } from '@/lib/interop/xml/tree'
import { codedAll, codedOf, type Reading, words } from './coded'
import type { LabValue, Quantity, ReferenceRange } from './schema-results'
import { momentOf } from './time'

/** HL7 v3 data types of `value` (CI-SIS entry « FR-Resultat-examens-de-biologie-element-clinique-pertinent »). */

const NUMBER = /^[+-]?\d{1,30}(?:\.\d{1,30})?(?:[eE][+-]?\d{1,3})?$/

export function quantityOf(element: XmlElement | null): Quantity | null {
  const text = trimmedAttr(element, 'value')?.replace(',', '.')
  if (!text || !NUMBER.test(text) || !Number.isFinite(Number(text))) return null
  // A translation (PQR) names its unit by `code`.
  const unit =
    trimmedAttr(element, 'unit') ?? (element?.name === 'translation' ? trimmedAttr(element, 'code') : null)
  return { value: Number(text), text: text.replace(/^\+/, ''), unit: unit === '1' ? null : unit }
}

function alternativesOf(element: XmlElement): Quantity[] {
  return children(element, 'translation')
    .map(quantityOf)
    .filter(quantity => quantity !== null)
}

function amount(element: XmlElement): LabValue | null {
  const quantity = quantityOf(element)
  return quantity
    ? { kind: 'quantity', ...quantity, comparator: null, alternatives: alternativesOf(element) }
    : null
}

/** HL7 v3: a bound is included unless it says otherwise. */
function open(bound: XmlElement): boolean {
  return attr(bound, 'inclusive') === 'false'
}

/** An interval with one bound is how « < 0,5 » is written. */
function interval(element: XmlElement): LabValue | null {
  const lowElement = child(element, 'low')
  const highElement = child(element, 'high')
  const low = quantityOf(lowElement)
  const high = quantityOf(highElement)
  if (low && high) return { kind: 'interval', low, high }
  if (low && lowElement) {
    return {
      kind: 'quantity',
      ...low,
      comparator: open(lowElement) ? '>' : '>=',
      alternatives: alternativesOf(lowElement),
    }
  }
  if (high && highElement) {
    return {
      kind: 'quantity',
      ...high,
      comparator: open(highElement) ? '<' : '<=',
      alternatives: alternativesOf(highElement),
    }
  }
  const center = child(element, 'center')
  return center ? amount(center) : amount(element)
}

function ratio(element: XmlElement): LabValue | null {
  const numerator = quantityOf(child(element, 'numerator'))
  const denominator = quantityOf(child(element, 'denominator'))
  return numerator && denominator ? { kind: 'ratio', numerator, denominator } : null
}

function coded(element: XmlElement, reading: Reading): LabValue | null {
  const concept = codedOf(element, reading)
  const label = concept?.originalText ?? concept?.label ?? concept?.code
  if (!concept || !label) return null
  // For a value the words of the narrative are the result itself, even when they are only figures.
  return { kind: 'coded', concept, label: concept.label ?? label }
}

function written(element: XmlElement, reading: Reading): LabValue | null {
  const text = words(element, reading)
  return text ? { kind: 'text', text } : null
}

function yesOrNo(element: XmlElement): LabValue | null {
  const value = trimmedAttr(element, 'value')
  return value === 'true' || value === 'false' ? { kind: 'boolean', value: value === 'true' } : null
}

function moment(element: XmlElement): LabValue | null {
  const time = momentOf(element)
  return time ? { kind: 'time', time } : null
}

function family(element: XmlElement): string {
  const type = (attr(element, 'xsi:type') ?? '').split(':').pop() ?? ''
  if (type === 'IVL_TS' || type === 'TS' || type === 'PIVL_TS') return 'time'
  if (type.startsWith('IVL_')) return 'interval'
  if (['PQ', 'INT', 'REAL', 'MO', 'PPD_PQ'].includes(type)) return 'amount'
  if (['CD', 'CE', 'CV', 'CO', 'CS', 'CR'].includes(type)) return 'coded'
  if (type.startsWith('RTO')) return 'ratio'
  return type === 'BL' ? 'boolean' : type
}

function typed(element: XmlElement, reading: Reading): LabValue | null {
  switch (family(element)) {
    case 'interval':
      return interval(element)
    case 'amount':
      return amount(element)
    case 'coded':
      return coded(element, reading)
    case 'ratio':
      return ratio(element)
    case 'boolean':
      return yesOrNo(element)
    case 'time':
      return moment(element)
    default:
      return null
  }
}

/** The value, or what can be read of it: a wrong type declaration must not hide a result. */
export function readValue(element: XmlElement | null, reading: Reading): LabValue | null {
  if (!element || attr(element, 'representation') === 'B64') return null
  const value =
    typed(element, reading) ??
    amount(element) ??
    interval(element) ??
    coded(element, reading) ??
    written(element, reading)
  if (value) return value
  const reason = trimmedAttr(element, 'nullFlavor')
  const raw = trimmedAttr(element, 'value')
  if (raw) return { kind: 'text', text: [raw, trimmedAttr(element, 'unit')].filter(Boolean).join(' ') }
  return reason ? { kind: 'absent', reason } : null
}

function conditionsOf(range: XmlElement, reading: Reading): string[] {
  return children(range, 'precondition')
    .map(precondition => child(precondition, 'criterion'))
    .map(criterion => {
      const value = readValue(child(criterion, 'value'), reading)
      return (
        words(child(criterion, 'text'), reading) ??
        codedOf(child(criterion, 'code'), reading)?.label ??
        (value?.kind === 'coded' ? value.label : value?.kind === 'text' ? value.text : null)
      )
    })
    .filter(text => text !== null)
}

function rangeText(value: LabValue | null): string | null {
  if (value?.kind === 'text') return value.text
  return value?.kind === 'coded' ? value.label : null
}

export function rangeOf(referenceRange: XmlElement, reading: Reading): ReferenceRange | null {
  const range = child(referenceRange, 'observationRange')
  if (!range) return null
  const element = child(range, 'value')
  const low = quantityOf(child(element, 'low'))
  const high = quantityOf(child(element, 'high'))
  const value = low || high ? null : readValue(element, reading)
  const text = words(child(range, 'text'), reading) ?? rangeText(value)
  const conditions = conditionsOf(range, reading)
  const about = codedOf(child(range, 'code'), reading)?.label
  if (!low && !high && !text) return null
  return {
    low,
    high,
    text,
    interpretation: codedOf(child(range, 'interpretationCode'), reading),
    conditions: about ? [about, ...conditions] : conditions,
  }
}

export function interpretationsOf(observation: XmlElement, reading: Reading) {
  return codedAll(children(observation, 'interpretationCode'), reading)
}
