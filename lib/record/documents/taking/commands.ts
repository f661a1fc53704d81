import 'server-only'
import type { Requester } from '@/lib/control/access/actor'
import { type GateCode, withSpace } from '@/lib/control/access/gate'
import { ok, type Result } from '@/lib/platform/result'
import { markTakingSilenced } from '@/lib/record/documents/taking/store'

/** No more warning before this reader takes a copy away, until they say otherwise. */
export async function silenceTaking(requester: Requester): Promise<Result<null, GateCode>> {
  return withSpace({ ...requester, action: 'taking.silence' }, async space => {
    await markTakingSilenced(space, true)
    return ok(null)
  })
}

export async function warnBeforeTaking(requester: Requester): Promise<Result<null, GateCode>> {
  return withSpace({ ...requester, action: 'taking.warn' }, async space => {
    await markTakingSilenced(space, false)
    return ok(null)
  })
}
