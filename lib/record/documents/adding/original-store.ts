import 'server-only'
import { type Space, transactionOf } from '@/lib/control/access/gate'
import { newId } from '@/lib/platform/ids'
import type { SealedObject } from '@/lib/platform/storage/sealed'
import { aside } from '@/lib/record/documents/aside/store'
import { visible } from '@/lib/record/documents/store'

/** The file as its person sent it, kept beside the document that was cleaned of it. It ends with its document. */

type Described = { readonly id: string; readonly mediaType: string }

export async function insertOriginal(
  space: Space,
  { id: documentId, mediaType }: Described,
  original: SealedObject & { readonly size: number },
): Promise<void> {
  await transactionOf(space).documentObject.create({
    data: {
      ...original,
      spaceId: space.id,
      id: newId(),
      documentId,
      kind: 'original',
      page: 0,
      mediaType,
      madeAt: space.at,
    },
  })
}

export type OriginalRow = SealedObject & {
  readonly title: string
  readonly category: string
  readonly date: Date
  readonly mediaType: string
  readonly size: number
}

/** Of a document that this viewer may see and does not keep aside. */
export async function findOriginal(space: Space, documentId: string): Promise<OriginalRow | null> {
  const [row] = await transactionOf(space).$queryRaw<OriginalRow[]>`
    SELECT d.title, d.category, d.date, o.media_type AS "mediaType", o.size,
           o.storage_key AS "storageKey", o.wrapped_key AS "wrappedKey", o.key_id AS "keyId"
      FROM document d
      JOIN document_object o ON o.space_id = d.space_id AND o.document_id = d.id AND o.kind = 'original'
     WHERE ${visible(space)} AND NOT ${await aside(space)} AND d.id = ${documentId}::uuid`
  return row ?? null
}
