import 'server-only'
import type { Requester } from '@/lib/control/access/actor'
import { type GateCode, withSpace } from '@/lib/control/access/gate'
import type { DefaultChange, Opening } from '@/lib/people/spaces/schema'
import { markDefault, markOpen, markOpposed } from '@/lib/people/spaces/store'
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

const defaultActions = {
  received: { hide: 'default.hide', show: 'default.show' },
  own: { hide: 'own_default.hide', show: 'own_default.show' },
} as const

/**
 * Whether documents that come from now on are hidden from professionals. Those that are there stay as they are. What
 * is being received waits: it comes before the choice, or after it.
 */
export async function changeDefault(
  requester: Requester,
  change: DefaultChange,
): Promise<Result<null, GateCode>> {
  const action = defaultActions[change.own ? 'own' : 'received'][change.hidden ? 'hide' : 'show']
  return withSpace({ ...requester, action }, async space => {
    await markDefault(space, change)
    return ok(null)
  })
}
