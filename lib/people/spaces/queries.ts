import 'server-only'
import type { Requester } from '@/lib/control/access/actor'
import { type GateCode, withSpace } from '@/lib/control/access/gate'
import { type PersonIdentity, readPerson } from '@/lib/people/identity/within'
import type { ConsideredSpace } from '@/lib/people/spaces/schema'
import { findSpace } from '@/lib/people/spaces/store'
import { fail, ok, type Result } from '@/lib/platform/result'
import { documentsSummary } from '@/lib/record/documents/within'

/** What the opening page needs: where the space stands, and how many documents wait in it. */
export async function considerSpace(requester: Requester): Promise<Result<ConsideredSpace, GateCode>> {
  return withSpace({ ...requester, action: 'space.consider' }, async space => {
    const row = await findSpace(space)
    if (!row) return fail('not_found')
    const { total } = await documentsSummary(space, null)
    return ok({ state: row.state, openedAt: row.openedAt, opposedAt: row.opposedAt, documents: total })
  })
}

/** The person's identity as the register knows it. */
export async function readIdentity(requester: Requester): Promise<Result<PersonIdentity, GateCode>> {
  return withSpace({ ...requester, action: 'identity.read' }, async space => {
    const person = await readPerson(space)
    return person ? ok(person) : fail('not_found')
  })
}
