/** Civil time in France. Instants are stored in UTC; days, hours and years are those of Europe/Paris. */
export const franceZone = 'Europe/Paris'

// Made once: making a formatter costs a hundred times what using it does.
const offset = new Intl.DateTimeFormat('en', { timeZone: franceZone, timeZoneName: 'longOffset' })
const civilDay = new Intl.DateTimeFormat('en-CA', { timeZone: franceZone, dateStyle: 'short' })

/** Minutes that Paris is ahead of UTC at an instant. */
function offsetMinutes(at: Date): number {
  const name = offset.formatToParts(at).find(part => part.type === 'timeZoneName')?.value
  const [, hours = '0', minutes = '0'] = /GMT\+(\d{2}):(\d{2})/.exec(name ?? '') ?? []
  return Number(hours) * 60 + Number(minutes)
}

/** The instant at which a civil time `YYYY-MM-DDTHH:MM:SS` happens in France. */
export function instantInFrance(civil: string): Date {
  const asUtc = new Date(`${civil}Z`)
  return new Date(asUtc.getTime() - offsetMinutes(asUtc) * 60_000)
}

/** Midnight in France of a day `YYYY-MM-DD`, or of one some days later. */
export function startOfDayInFrance(day: string, daysLater = 0): Date {
  const shifted = new Date(`${day}T00:00:00Z`)
  shifted.setUTCDate(shifted.getUTCDate() + daysLater)
  return instantInFrance(shifted.toISOString().slice(0, 19))
}

/** The civil day `YYYY-MM-DD` of an instant. */
export function dayInFrance(at: Date): string {
  return civilDay.format(at)
}

export function yearInFrance(at: Date): number {
  return Number(dayInFrance(at).slice(0, 4))
}
