import 'server-only'
import type { Requester } from '@/lib/control/access/actor'
import { type GateCode, withSpace } from '@/lib/control/access/gate'
import { isId } from '@/lib/platform/ids'
import { fail, ok, type Result } from '@/lib/platform/result'
import { describeAnew, type Edition } from '@/lib/record/documents/editing/rules'
import { rightsOf } from '@/lib/record/documents/rights-rules'
import { askReading, forgetReadings } from '@/lib/record/documents/searching/store'
import { findDocument, markEdited } from '@/lib/record/documents/store'

type EditCode = GateCode | 'not_own' | 'invalid_input'

/** What describes a document of one's own. Its bytes, its author and when it came stay as they are. */
export async function editDocument(
  requester: Requester,
  { id, ...said }: Edition,
): Promise<Result<null, EditCode>> {
  return withSpace<null, EditCode>(
    { ...requester, action: 'document.edit', object: { kind: 'document', id } },
    async space => {
      const row = isId(id) ? await findDocument(space, id, null) : null
      if (!row) return fail('not_found')
      if (!rightsOf(row).own) return fail('not_own')
      const described = describeAnew(row, said, space.at)
      if (!described.ok) return described
      await markEdited(space, id, described.data)
      // Its words are found by its title and its kind too: it is read again.
      await forgetReadings(space, [id])
      await askReading(space, [id])
      return ok(null)
    },
  )
}
