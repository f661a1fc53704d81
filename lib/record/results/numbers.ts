/**
 * Figures as French people write them, with every decimal the laboratory gave: `1.950` says more than `1.95`.
 * Nothing here rounds what was measured.
 */
import type { Quantity } from '@/lib/interop/cda/schema-results'

const NUMBER = /^([+-]?)0*(\d+)(?:\.(\d+))?$/

/** Thin spaces between thousands from five digits on, as the French typographic rules do. */
function grouped(digits: string): string {
  return digits.length < 5 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, '\u202F')
}

/** `-12345.60` → `−12 345,60`. What is no plain number is given back as it came. */
export function frenchNumber(text: string): string {
  const found = NUMBER.exec(text.trim())
  if (!found) return text.trim()
  const [, sign, whole = '0', decimals] = found
  return `${sign === '-' ? '−' : ''}${grouped(whole)}${decimals ? `,${decimals}` : ''}`
}

/** How many decimals were written. */
export function decimalsOf(text: string): number {
  return NUMBER.exec(text.trim())?.[3]?.length ?? 0
}

/** A bound of an interval, without the zeros that machines add after the precision of the measure itself. */
export function boundText(bound: Quantity, measured: Quantity): string {
  let text = bound.text.trim()
  while (decimalsOf(text) > decimalsOf(measured.text) && text.endsWith('0')) text = text.slice(0, -1)
  return frenchNumber(text.replace(/\.$/, ''))
}

/** `1.12 − 1.08` is `0.04`, not `0.040000000000000036`. The sign is left out: words say it. */
export function distanceText(a: Quantity, b: Quantity): string {
  const decimals = Math.max(decimalsOf(a.text), decimalsOf(b.text))
  return frenchNumber(Math.abs(a.value - b.value).toFixed(decimals))
}
