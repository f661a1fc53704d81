import 'server-only'
import type { Requester } from '@/lib/control/access/actor'
import { type GateCode, withSpace } from '@/lib/control/access/gate'
import type { Opening } from '@/lib/people/spaces/schema'
import { markOpen, markOpposed } from '@/lib/people/spaces/store'
import { ok, type Result } from '@/lib/platform/result'

/** First opening, or after an opposition the person has changed their mind about (CSP R1111-28: at any time). */
export async function openSpace(requester: Requester, opening: Opening): Promise<Result<null, GateCode>> {
  return withSpace({ ...requester, action: 'space.open' }, async space => {
    await markOpen(space, opening)
    return ok(null)
  })
}

/** Nothing more is received and nobody reads; what was there is kept out of sight (CSP L1111-13-1, R1111-28). */
export async function opposeSpace(requester: Requester): Promise<Result<null, GateCode>> {
  return withSpace({ ...requester, action: 'space.oppose' }, async space => {
    await markOpposed(space)
    return ok(null)
  })
}
