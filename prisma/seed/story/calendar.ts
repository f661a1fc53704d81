/**
 * The calendar of the story. The table is written for one day (the anchor); seeding another day moves everything by
 * whole days, so that what is recent stays recent, and the same day always gives the same bytes.
 */

const anchor = '2026-11-21'
const dayMilliseconds = 86_400_000

const parisDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' })

/** `2026-03-02`, in Paris. */
export function dayOf(instant: Date): string {
  return parisDay.format(instant)
}

const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`)

export type Calendar = {
  /** The day of the table, moved like the story. */
  readonly day: (tableDay: string) => string
  /** Replaces `{d:…}`, `{m:…}` and `{y:…}` in a text, and puts the spaces that may not break. */
  readonly tell: (text: string) => string
}

export function addDays(day: string, days: number): string {
  return new Date(noon(day) + days * dayMilliseconds).toISOString().slice(0, 10)
}

const long = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' })
const month = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** `1ᵉʳ décembre 2026`, with spaces that do not break. */
export function longDay(day: string): string {
  return long
    .format(new Date(noon(day)))
    .replace(/^1 /, '1er ')
    .replaceAll(' ', '\u00A0')
}

const readings: Readonly<Record<string, (day: string) => string>> = {
  d: longDay,
  m: day => month.format(new Date(noon(day))).replaceAll(' ', '\u00A0'),
  y: day => day.slice(0, 4),
}

/** French typography: no line may start with a sign or a unit. */
function typeset(text: string): string {
  return text
    .replace(/ ([:;?!»%€])/g, '\u00A0$1')
    .replace(/« /g, '«\u00A0')
    .replace(/(\d) (?=(?:g|mg|mL|mm|cm|kg|mmHg|h|mètres|microgrammes)\b)/g, '$1\u00A0')
}

export function calendarOf(today: Date): Calendar {
  const shift = Math.round((noon(dayOf(today)) - noon(anchor)) / dayMilliseconds)
  const day = (tableDay: string): string => addDays(tableDay, shift)
  return {
    day,
    tell: text =>
      typeset(text).replace(/\{([dmy]):(\d{4}-\d{2}-\d{2})\}/g, (whole, form: string, tableDay: string) => {
        return readings[form]?.(day(tableDay)) ?? whole
      }),
  }
}

/** A wall-clock time in Paris as an instant; the two passes settle the hour around a change of time. */
export function parisInstant(day: string, time: string): Date {
  const wall = Date.parse(`${day}T${time}:00Z`)
  let instant = wall
  for (let pass = 0; pass < 2; pass += 1) instant = wall - parisOffset(instant)
  return new Date(instant)
}

const parisClock = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

function parisOffset(instant: number): number {
  const { year, month, day, hour, minute } = Object.fromEntries(
    parisClock.formatToParts(new Date(instant)).map(part => [part.type, part.value]),
  )
  const wall = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`)
  return wall - Math.floor(instant / 60_000) * 60_000
}
