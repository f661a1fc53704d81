import { dateInWords } from '@/lib/content/dates'
import type { CdaTime } from '@/lib/interop/cda/schema'
import { franceZone, instantInFrance } from '@/lib/platform/france-time'
import type { ReadingMessages } from './reading-context'

/** The instant of a CDA time; without an offset, it is a time in France. */
function instantOf({ iso, zoned }: CdaTime): Date {
  if (zoned) return new Date(iso)
  const [day = '', clock = '12:00:00'] = iso.split('T')
  return instantInFrance(`${`${day}-01-01`.slice(0, 10)}T${`${clock}:00`.slice(0, 8)}`)
}

const coarse = (time: CdaTime) =>
  time.precision === 'year' || time.precision === 'month' ? time.precision : 'day'

/** « 12 mars 2024 », « mars 2024 », « 2024 ». */
export function dayOf(time: CdaTime): string {
  return dateInWords(instantOf(time), coarse(time))
}

/** « 12 mars 2024 à 08:10 », no more precise than its source. */
export function momentOf(time: CdaTime): string {
  const day = coarse(time)
  return day === 'day' && time.precision !== 'day' ? dateInWords(instantOf(time), 'minute') : dayOf(time)
}

const shortMonth = new Intl.DateTimeFormat('fr-FR', {
  timeZone: franceZone,
  month: '2-digit',
  year: '2-digit',
})
const yearOnly = new Intl.DateTimeFormat('fr-FR', { timeZone: franceZone, year: 'numeric' })

/** Under a curve: the year, or month and year when a year comes twice. */
export function axisLabels(times: readonly CdaTime[]): readonly string[] {
  const years = times.map(time => yearOnly.format(instantOf(time)))
  if (new Set(years).size === years.length) return years
  return times.map(time => shortMonth.format(instantOf(time)))
}

export function timeValue(time: CdaTime): number {
  return instantOf(time).getTime()
}

/** An earlier moment, as it is told: the month is enough, the day when it was in the same month. */
export function earlier(
  time: CdaTime,
  now: CdaTime | null,
): { readonly words: string; readonly day: boolean } {
  const month = dateInWords(instantOf(time), time.precision === 'year' ? 'year' : 'month')
  const same = now !== null && dateInWords(instantOf(now), 'month') === month
  return same && coarse(time) === 'day' ? { words: dayOf(time), day: true } : { words: month, day: false }
}

/** « en novembre 2025 », « le 14 novembre 2025 ». */
export function inEarlier(time: CdaTime, now: CdaTime | null, t: ReadingMessages): string {
  const { words, day } = earlier(time, now)
  return day ? t('results.when.on', { date: words }) : t('results.when.in', { date: words })
}

/** « depuis novembre 2025 », « depuis le 14 novembre 2025 ». */
export function sinceEarlier(time: CdaTime, now: CdaTime | null, t: ReadingMessages): string {
  const { words, day } = earlier(time, now)
  return day ? t('results.when.sinceDay', { date: words }) : t('results.when.since', { date: words })
}
