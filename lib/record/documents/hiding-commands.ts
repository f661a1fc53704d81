import 'server-only'
import type { Requester } from '@/lib/control/access/actor'
import { type GateCode, withSpace } from '@/lib/control/access/gate'
import { isId } from '@/lib/platform/ids'
import { fail, ok, type Result } from '@/lib/platform/result'
import { markHidden } from '@/lib/record/documents/hiding-store'
import type { DocumentChoice } from '@/lib/record/documents/schema'

/**
 * From professionals, with all its versions, those to come included. Its author keeps seeing it (policy.ts). A new
 * version may be arriving: both acts wait for one another, so that neither misses the other.
 */
export async function hideDocument(
  requester: Requester,
  { id }: DocumentChoice,
): Promise<Result<null, GateCode>> {
  return setHidden({ requester, id, action: 'document.hide' })
}

export async function showDocument(
  requester: Requester,
  { id }: DocumentChoice,
): Promise<Result<null, GateCode>> {
  return setHidden({ requester, id, action: 'document.show' })
}

type Wish = {
  readonly requester: Requester
  readonly id: string
  readonly action: 'document.hide' | 'document.show'
}

function setHidden({ requester, id, action }: Wish): Promise<Result<null, GateCode>> {
  return withSpace({ ...requester, action, object: { kind: 'document', id } }, async space =>
    isId(id) && (await markHidden(space, id, action === 'document.hide')) ? ok(null) : fail('not_found'),
  )
}
