import 'server-only'
import type { Space } from '@/lib/control/access/gate'
import { inWords } from '@/lib/control/audit/lines'
import type { HistoryLine } from '@/lib/control/audit/schema'
import { findEvents } from '@/lib/control/audit/store'

/** What others did in this space, newest first, for the queries of other rooms. */
export async function latestAccesses(space: Space, take: number): Promise<HistoryLine[]> {
  const events = await findEvents(
    space,
    { actions: null, by: 'autres', refusedOnly: false, from: null, to: null, before: null },
    take,
  )
  return inWords(space, events)
}
