import 'server-only'
import type { Requester } from '@/lib/control/access/actor'
import { type GateCode, withSpace } from '@/lib/control/access/gate'
import { ok, type Result } from '@/lib/platform/result'
import type { AllSeen } from '@/lib/record/documents/schema'
import { noteAllSeen } from '@/lib/record/visits/within'

/**
 * Nothing is new to this reader any more, of what had come when they were shown the list: what came since stays new.
 * No document is thereby said to have been opened, and nobody else's marks change.
 */
export async function markAllSeen(requester: Requester, { vu }: AllSeen): Promise<Result<null, GateCode>> {
  return withSpace({ ...requester, action: 'document.settle' }, async space => {
    await noteAllSeen(space, new Date(vu))
    return ok(null)
  })
}
