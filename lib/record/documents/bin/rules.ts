/** How long what was deleted can be put back. */
export const binDays = 30

const dayMs = 86_400_000

/** When what was put in the bin then is destroyed. */
export function erasedAfter(binnedAt: Date): Date {
  return new Date(binnedAt.getTime() + binDays * dayMs)
}

/** Days left to change one's mind: the last one counts for one; none once the time has come. */
export function daysLeft(binnedAt: Date, now: Date): number {
  return Math.max(0, Math.ceil((erasedAfter(binnedAt).getTime() - now.getTime()) / dayMs))
}
