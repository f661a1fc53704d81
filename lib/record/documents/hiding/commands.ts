import 'server-only'
import type { Requester } from '@/lib/control/access/actor'
import { type GateCode, withSpace } from '@/lib/control/access/gate'
import { isId } from '@/lib/platform/ids'
import { fail, ok, type Result } from '@/lib/platform/result'
import { countHidden, markAllHidden, markHidden } from '@/lib/record/documents/hiding/store'
import type { AllAtOnce, DocumentChoice } from '@/lib/record/documents/schema'
import { findDocument } from '@/lib/record/documents/store'

/** False when it was so already. */
type Changed = { readonly changed: boolean }

/**
 * From professionals, with all its versions, those to come included. Its author keeps seeing it (policy.ts). A new
 * version may be arriving: both acts wait for one another, so that neither misses the other.
 */
export async function hideDocument(
  requester: Requester,
  { id }: DocumentChoice,
): Promise<Result<Changed, GateCode>> {
  return setHidden({ requester, id, action: 'document.hide' })
}

export async function showDocument(
  requester: Requester,
  { id }: DocumentChoice,
): Promise<Result<Changed, GateCode>> {
  return setHidden({ requester, id, action: 'document.show' })
}

type Wish = {
  readonly requester: Requester
  readonly id: string
  readonly action: 'document.hide' | 'document.show'
}

function setHidden({ requester, id, action }: Wish): Promise<Result<Changed, GateCode>> {
  const hidden = action === 'document.hide'
  return withSpace({ ...requester, action, object: { kind: 'document', id } }, async space => {
    const row = isId(id) ? await findDocument(space, id, null) : null
    if (!(row && (await markHidden(space, id, hidden)))) return fail('not_found')
    return ok({ changed: row.hiddenFromProfessionals !== hidden })
  })
}

/** Hides or shows every document of the person at once. Each may be changed again, one by one, afterwards. */
export async function setAllHidden(
  requester: Requester,
  hidden: boolean,
): Promise<Result<AllAtOnce, GateCode>> {
  const action = hidden ? 'document.hide_all' : 'document.show_all'
  return withSpace({ ...requester, action }, async space => {
    const before = await countHidden(space)
    await markAllHidden(space, hidden)
    const [changed, already] = hidden ? [before.shown, before.hidden] : [before.hidden, before.shown]
    return ok({ hidden, changed, already })
  })
}
