import 'server-only'
import type { Requester } from '@/lib/control/access/actor'
import { type GateCode, withSpace } from '@/lib/control/access/gate'
import { isId } from '@/lib/platform/ids'
import { fail, ok, type Result } from '@/lib/platform/result'
import { readSealed } from '@/lib/platform/storage/sealed'
import { findOriginal } from '@/lib/record/documents/adding/original-store'
import type { OriginalFile } from '@/lib/record/documents/queries'

/** A photograph as its person took it, place and time included. For the holder alone. */
export async function downloadOriginal(
  requester: Requester,
  id: string,
): Promise<Result<OriginalFile, GateCode>> {
  const found = await withSpace(
    { ...requester, action: 'document.original', object: { kind: 'document', id } },
    async space => {
      const row = isId(id) ? await findOriginal(space, id) : null
      return row ? ok(row) : fail('not_found')
    },
  )
  if (!found.ok) return found
  const { title, category, date, mediaType, size } = found.data
  const content = await readSealed(found.data, requester.spaceId)
  return ok({ title, category, date, mediaType, size, content })
}
