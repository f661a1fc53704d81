import { dayInFrance, franceZone } from '@/lib/platform/france-time'
import type { Precision } from '@/lib/record/documents/schema'

/** Dates and hours as people say them, in French civil time. The one place that formats them. */

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('fr-FR', { timeZone: franceZone, ...options })

const dayAndMonth = format({ day: 'numeric', month: 'long' })
const fullDay = format({ day: 'numeric', month: 'long', year: 'numeric' })
const weekday = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const monthAndYear = format({ month: 'long', year: 'numeric' })
const monthOnly = format({ month: 'long' })
const hour = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** « 1er » for the first of a month, as French is written; the rest as the platform gives it. */
function first(words: string): string {
  return words.replace(/(^|\s)1(?= \p{L})/u, '$11ᵉʳ')
}

const dayMs = 86_400_000

/** Whole civil days between two instants, as a calendar counts them. */
function daysBetween(earlier: Date, later: Date): number {
  return Math.round((Date.parse(dayInFrance(later)) - Date.parse(dayInFrance(earlier))) / dayMs)
}

export function timeInWords(at: Date): string {
  return hour.format(at)
}

/** « 12 mars 2026 » */
export function dayInWords(at: Date): string {
  return first(fullDay.format(at))
}

/** « jeudi 12 mars 2026 » */
export function weekdayInWords(at: Date): string {
  return first(weekday.format(at))
}

/** « aujourd’hui », « hier », « 12 mars », « 12 mars 2024 »: never more than what is needed now. */
export function nearDayInWords(at: Date, now: Date): string {
  const days = daysBetween(at, now)
  if (days === 0) return 'aujourd’hui'
  if (days === 1) return 'hier'
  if (days === -1) return 'demain'
  const sameYear = dayInFrance(at).slice(0, 4) === dayInFrance(now).slice(0, 4)
  return first((sameYear ? dayAndMonth : fullDay).format(at))
}

/** « aujourd’hui à 14:05 » */
export function momentInWords(at: Date, now: Date): string {
  return `${nearDayInWords(at, now)} à ${timeInWords(at)}`
}

/** « janvier » to « décembre ». */
export function monthsInWords(): string[] {
  return Array.from({ length: 12 }, (_, month) => monthOnly.format(new Date(Date.UTC(2000, month, 15))))
}

/** A date no more precise than its source: « 2019 », « mars 2019 », « 12 mars 2019 », « 12 mars 2019, 8:10 ». */
export function dateInWords(at: Date, precision: Precision): string {
  if (precision === 'year') return dayInFrance(at).slice(0, 4)
  if (precision === 'month') return monthAndYear.format(at)
  return precision === 'day' ? dayInWords(at) : `${dayInWords(at)} à ${timeInWords(at)}`
}

/** In a list already cut by year: « 12 mars », « mars », nothing for a year alone. */
export function dateWithinYear(at: Date, precision: Precision): string {
  if (precision === 'year') return ''
  return precision === 'month' ? monthOnly.format(at) : first(dayAndMonth.format(at))
}

/** A birth date as the register keeps it; 00 where the month or the day is not known. */
export function birthDateInWords(date: string): string {
  const [year = '', month = '00', day = '00'] = date.split('-')
  if (month === '00') return year
  const known = new Date(`${year}-${month}-${day === '00' ? '01' : day}T12:00:00Z`)
  return day === '00' ? monthAndYear.format(known) : dayInWords(known)
}
