import 'server-only'
import { buffer } from 'node:stream/consumers'
import type { Requester } from '@/lib/control/access/actor'
import { type GateCode, withSpace } from '@/lib/control/access/gate'
import { isId } from '@/lib/platform/ids'
import { fail, ok, type Result } from '@/lib/platform/result'
import { readSealed } from '@/lib/platform/storage/sealed'
import { askDrawing, findPage, findThumbnails, type PictureRow } from '@/lib/record/documents/drawing/store'

export type Picture = { readonly mediaType: string; readonly bytes: Uint8Array }

export type Glance = {
  readonly pictures: ReadonlyMap<string, Picture>
  /** Some are still to be drawn: another look later will show more. */
  readonly unfinished: boolean
}

const opened = async (row: PictureRow, spaceId: string): Promise<Picture> => ({
  mediaType: row.mediaType,
  bytes: await buffer(await readSealed(row, spaceId)),
})

/**
 * The small pictures of the documents of a list, all at once: it is the list that is looked at, and so said in the
 * history. What was not drawn yet is asked for.
 */
export async function glanceAtDocuments(
  requester: Requester,
  ids: readonly string[],
): Promise<Result<Glance, GateCode>> {
  const found = await withSpace({ ...requester, action: 'document.list' }, async space => {
    const rows = await findThumbnails(space, ids.filter(isId))
    const untried = rows.filter(({ tried }) => !tried).map(({ id }) => id)
    await askDrawing(space, untried)
    return ok({ rows, unfinished: untried.length > 0 })
  })
  if (!found.ok) return found
  const pictures = new Map<string, Picture>()
  for (const { id, picture } of found.data.rows)
    if (picture) pictures.set(id, await opened(picture, requester.spaceId))
  return ok({ pictures, unfinished: found.data.unfinished })
}

/** One page of a document, as a picture. */
export async function readDocumentPage(
  requester: Requester,
  id: string,
  page: number,
): Promise<Result<Picture, GateCode>> {
  const found = await withSpace(
    { ...requester, action: 'document.read', object: { kind: 'document', id } },
    async space => {
      const row = isId(id) ? await findPage(space, id, page) : null
      return row ? ok(row) : fail('not_found')
    },
  )
  return found.ok ? ok(await opened(found.data, requester.spaceId)) : found
}
