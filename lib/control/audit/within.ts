import 'server-only'
import { recordActionNames, recordActions } from '@/lib/control/access/actions'
import type { Space } from '@/lib/control/access/gate'
import { inWords } from '@/lib/control/audit/lines'
import type { HistoryLine } from '@/lib/control/audit/schema'
import { findEvents } from '@/lib/control/audit/store'

const passages = recordActionNames.filter(name => !recordActions[name].upkeep)

/** What others did in this space, newest first, without the service's own chores. For the queries of other rooms. */
export async function latestAccesses(space: Space, take: number): Promise<HistoryLine[]> {
  const events = await findEvents(
    space,
    { actions: passages, by: 'autres', refusedOnly: false, from: null, to: null, before: null },
    take,
  )
  return inWords(space, events)
}
