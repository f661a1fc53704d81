import 'server-only'
import type { Space } from '@/lib/control/access/gate'
import { findVisit, upsertVisit } from '@/lib/record/visits/store'

/** Of what had come by then, nothing is new any more to this reader. Never takes back what was seen already. */
export async function noteAllSeen(space: Space, until: Date): Promise<void> {
  const at = until < space.at ? until : space.at
  const visit = await findVisit(space)
  if (visit?.previousAt && visit.previousAt >= at) return
  await upsertVisit(space, { currentAt: visit?.currentAt ?? space.at, previousAt: at })
}

/** Away for longer than this, one comes back: what happened in between is new. Shorter, one never left. */
const awayMinutes = 30

/**
 * Notes that the reader is here.
 * @returns the end of the visit before this one: what came later is new. Null on the first visit.
 */
export async function noteVisit(space: Space): Promise<Date | null> {
  const visit = await findVisit(space)
  const now = space.at
  if (!visit) {
    await upsertVisit(space, { currentAt: now, previousAt: null })
    return null
  }
  const away = now.getTime() - visit.currentAt.getTime()
  if (away > awayMinutes * 60_000) {
    await upsertVisit(space, { currentAt: now, previousAt: visit.currentAt })
    return visit.currentAt
  }
  // Written at most once a minute: reading must stay cheap.
  if (away > 60_000) await upsertVisit(space, { currentAt: now, previousAt: visit.previousAt })
  return visit.previousAt
}
