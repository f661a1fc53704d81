import { child, trimmedAttr, type XmlElement } from '@/lib/interop/xml/tree'
import type { CdaPeriod, CdaTime, TimePrecision } from './schema'

/** HL7 TS: `YYYY[MM[DD[HH[MM[SS[.f]]]]]][±ZZZZ]`, truncated where knowledge stops. */
const TS = /^(\d{4})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:(\d{2})(?:\.\d{1,6})?)?)?)?)?)?(Z|[+-]\d{4})?$/

const PRECISIONS: readonly TimePrecision[] = ['year', 'month', 'day', 'hour', 'minute', 'second']

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function plausible([
  year = 0,
  month = 1,
  day = 1,
  hour = 0,
  minute = 0,
  second = 0,
]: readonly number[]): boolean {
  const date = year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
  return date && hour <= 23 && minute <= 59 && second <= 59
}

function clock([, , , hour = '00', minute = '00', second]: readonly string[]): string {
  return `T${hour}:${minute}${second === undefined ? '' : `:${second}`}`
}

function zone(offset: string): string {
  return offset === 'Z' ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(3)}`
}

/** Null for a value that is not a real date: the caller shows nothing rather than something false. */
export function parseTime(value: string | null): CdaTime | null {
  const found = value === null ? null : TS.exec(value.trim())
  if (!found) return null
  const fields = found.slice(1, 7).filter(field => field !== undefined)
  if (!plausible(fields.map(Number))) return null
  const precision = PRECISIONS[fields.length - 1] ?? 'year'
  const date = fields.slice(0, 3).join('-')
  if (fields.length <= 3) return { iso: date, precision, zoned: false }
  const offset = found[7]
  return { iso: date + clock(fields) + (offset ? zone(offset) : ''), precision, zoned: offset !== undefined }
}

export function timeOf(element: XmlElement | null): CdaTime | null {
  return parseTime(trimmedAttr(element, 'value'))
}

/** An IVL_TS, or a TS that is then both ends. */
export function periodOf(element: XmlElement | null): CdaPeriod {
  const instant = timeOf(element)
  if (instant) return { start: instant, end: instant }
  return { start: timeOf(child(element, 'low')), end: timeOf(child(element, 'high')) }
}

/** The moment of something that happened: its value, else its beginning, else its end. */
export function momentOf(element: XmlElement | null): CdaTime | null {
  return (
    timeOf(element) ??
    timeOf(child(element, 'low')) ??
    timeOf(child(element, 'high')) ??
    timeOf(child(element, 'center'))
  )
}
