import 'server-only'
import { type Space, transactionOf } from '@/lib/control/access/gate'
import { newId } from '@/lib/platform/ids'
import { enqueueAllIn } from '@/lib/platform/queue/enqueue'
import type { SealedObject } from '@/lib/platform/storage/sealed'
import { aside } from '@/lib/record/documents/aside/store'
import { askWorker } from '@/lib/record/documents/asking-store'
import type { Drawing, DrawingState } from '@/lib/record/documents/drawing/rules'
import { visible } from '@/lib/record/documents/store'

/** Pictures made of documents. They have no visibility of their own: every read starts from that of their document. */

/** Raised when the drawer gets better: everything is then drawn again, as it is looked at. */
export const drawerEdition = 1

/** Asks for documents to be drawn. Asked twice, it is done once. */
export const askDrawing = (space: Space, documentIds: readonly string[]) =>
  askWorker(space, 'documents.draw', documentIds)

export type UndrawnRow = SealedObject & {
  readonly mediaType: string
  readonly size: number
  readonly drawn: boolean
}

/** By the worker, which draws what no longer stands as well: an older version is looked at too. */
export async function findUndrawn(space: Space, documentId: string): Promise<UndrawnRow | null> {
  const [row] = await transactionOf(space).$queryRaw<UndrawnRow[]>`
    SELECT d.media_type AS "mediaType", d.size, d.storage_key AS "storageKey", d.wrapped_key AS "wrappedKey",
           d.key_id AS "keyId", w.document_id IS NOT NULL AS drawn
      FROM document d
      LEFT JOIN document_drawing w
        ON w.space_id = d.space_id AND w.document_id = d.id AND w.drawer >= ${drawerEdition}
     WHERE d.space_id = ${space.id}::uuid AND d.id = ${documentId}::uuid AND d.status <> 'deleted'`
  return row ?? null
}

export type NewPicture = SealedObject & {
  readonly kind: 'thumbnail' | 'page'
  readonly page: number
  readonly mediaType: string
  readonly size: number
  readonly width: number
  readonly height: number
}

export type NewDrawing = {
  readonly documentId: string
  readonly state: DrawingState
  readonly pages: number
  readonly pictures: readonly NewPicture[]
}

/**
 * Takes the place of what was drawn before.
 * @returns false when the document was withdrawn or destroyed meanwhile: of it, nothing is kept.
 */
export async function keepDrawing(space: Space, drawing: NewDrawing): Promise<boolean> {
  const { documentId, state, pages, pictures } = drawing
  await forget(space, [documentId], ['thumbnail', 'page'])
  const kept = await transactionOf(space).$executeRaw`
    INSERT INTO document_drawing (space_id, document_id, state, drawer, pages, drawn_at)
    SELECT d.space_id, d.id, ${state}, ${drawerEdition}, ${pages}, ${space.at}
      FROM document d
     WHERE d.space_id = ${space.id}::uuid AND d.id = ${documentId}::uuid AND d.status <> 'deleted' FOR SHARE`
  if (kept === 0) return false
  await transactionOf(space).documentObject.createMany({
    data: pictures.map(picture => ({
      ...picture,
      spaceId: space.id,
      id: newId(),
      documentId,
      madeAt: space.at,
    })),
  })
  return true
}

/** Of documents that are gone: pictures, and the file as it was before cleaning. */
export async function forgetObjects(space: Space, documentIds: readonly string[]): Promise<void> {
  await forget(space, documentIds, ['thumbnail', 'page', 'original'])
}

/** With their rows go their keys: what is left of the bytes is noise, whose removal is asked for at the same time. */
async function forget(space: Space, documentIds: readonly string[], kinds: readonly string[]): Promise<void> {
  const transaction = transactionOf(space)
  const ids = [...documentIds]
  const gone = await transaction.$queryRaw<Array<{ storageKey: string }>>`
    DELETE FROM document_object
     WHERE space_id = ${space.id}::uuid AND document_id = ANY(${ids}::uuid[]) AND kind = ANY(${[...kinds]}::text[])
    RETURNING storage_key AS "storageKey"`
  await transaction.documentDrawing.deleteMany({ where: { spaceId: space.id, documentId: { in: ids } } })
  await enqueueAllIn(
    transaction,
    'documents.remove-bytes',
    gone.map(({ storageKey }) => ({ payload: { storageKey }, key: `documents.remove-bytes:${storageKey}` })),
  )
}

/** Of a document that the caller has found through its visibility; null: not tried yet. */
export async function findDrawing(space: Space, documentId: string): Promise<Drawing | null> {
  const [row] = await transactionOf(space).$queryRaw<Drawing[]>`
    SELECT w.state, w.pages, coalesce(
             (SELECT json_agg(json_build_object('page', o.page, 'width', o.width, 'height', o.height) ORDER BY o.page)
                FROM document_object o
               WHERE o.space_id = w.space_id AND o.document_id = w.document_id AND o.kind = 'page'), '[]') AS drawn
      FROM document_drawing w
     WHERE w.space_id = ${space.id}::uuid AND w.document_id = ${documentId}::uuid AND w.drawer >= ${drawerEdition}`
  return row ?? null
}

export type PictureRow = SealedObject & {
  readonly documentId: string
  readonly mediaType: string
  readonly size: number
}

export async function findPage(space: Space, documentId: string, page: number): Promise<PictureRow | null> {
  const [row] = await transactionOf(space).$queryRaw<PictureRow[]>`
    SELECT o.document_id AS "documentId", o.media_type AS "mediaType", o.size,
           o.storage_key AS "storageKey", o.wrapped_key AS "wrappedKey", o.key_id AS "keyId"
      FROM document d
      JOIN document_object o
        ON o.space_id = d.space_id AND o.document_id = d.id AND o.kind = 'page' AND o.page = ${page}
     WHERE ${visible(space)} AND NOT ${await aside(space)} AND d.id = ${documentId}::uuid`
  return row ?? null
}

export type ThumbnailRow = {
  readonly id: string
  /** Null: not drawn, or nothing to draw. */
  readonly picture: PictureRow | null
  readonly tried: boolean
}

type ThumbnailColumns = Omit<PictureRow, 'mediaType' | 'storageKey'> & {
  readonly tried: boolean
  readonly mediaType: string | null
  readonly storageKey: string | null
}

/** The small pictures of documents, among those this viewer may see and does not keep aside: one question for a whole list. */
export async function findThumbnails(space: Space, documentIds: readonly string[]): Promise<ThumbnailRow[]> {
  const rows = await transactionOf(space).$queryRaw<ThumbnailColumns[]>`
    SELECT d.id AS "documentId", w.document_id IS NOT NULL AS tried, o.media_type AS "mediaType", o.size,
           o.storage_key AS "storageKey", o.wrapped_key AS "wrappedKey", o.key_id AS "keyId"
      FROM document d
      LEFT JOIN document_drawing w
        ON w.space_id = d.space_id AND w.document_id = d.id AND w.drawer >= ${drawerEdition}
      LEFT JOIN document_object o
        ON o.space_id = d.space_id AND o.document_id = d.id AND o.kind = 'thumbnail'
     WHERE ${visible(space)} AND NOT ${await aside(space)} AND d.id = ANY(${[...documentIds]}::uuid[])`
  return rows.map(({ tried, mediaType, storageKey, ...row }) => ({
    id: row.documentId,
    tried,
    picture: mediaType && storageKey ? { ...row, mediaType, storageKey } : null,
  }))
}
