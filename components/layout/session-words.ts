/** When the remaining time is said aloud: every second would be noise. */
const spokenAt = [10, 30, 60, 90] as const

const unit = (name: 'minute' | 'second') =>
  new Intl.NumberFormat('fr-FR', { style: 'unit', unit: name, unitDisplay: 'long' })
const minutes = unit('minute')
const seconds = unit('second')

/** « 1 minute 40 secondes », « 50 secondes ». */
export function durationInWords(total: number): string {
  const whole = Math.floor(total / 60)
  const rest = total % 60
  if (whole === 0) return seconds.format(rest)
  return rest === 0 ? minutes.format(whole) : `${minutes.format(whole)} ${seconds.format(rest)}`
}

/** The last announced amount at this point of the countdown; changes only when something must be said. */
export function spokenSeconds(left: number, warningSeconds: number): number {
  return spokenAt.find(step => left <= step && step < warningSeconds) ?? warningSeconds
}
