import 'server-only'
import { type Space, transactionOf } from '@/lib/control/access/gate'
import { Prisma } from '@/lib/platform/db/generated/client'
import { cancelJob, enqueueAt, enqueueIn } from '@/lib/platform/queue/enqueue'
import { erasedAfter } from '@/lib/record/documents/bin/rules'
import { forgetImaging } from '@/lib/record/documents/imaging/store'
import { citizenSource } from '@/lib/record/documents/rights-rules'
import { forgetForGood } from '@/lib/record/documents/searching/store'
import { type LineRow, lineColumns, visible } from '@/lib/record/documents/store'
import { binnedDocuments, viewerOf } from '@/lib/record/documents/visibility'

const { sql } = Prisma

/** What waits to be destroyed, asked for with what it follows from: no process has to look through all the spaces. */
const eraseKey = (documentId: string) => `documents.erase:${documentId}`

const binned = (space: Space) =>
  sql`d.space_id = ${space.id}::uuid AND ${binnedDocuments(viewerOf(space), 'd')}`

export type BinnedRow = LineRow & { readonly binnedAt: Date }

export async function findBinned(space: Space): Promise<BinnedRow[]> {
  return transactionOf(space).$queryRaw<BinnedRow[]>`
    SELECT ${await lineColumns(space, null)}, d.binned_at AS "binnedAt" FROM document d
     WHERE ${binned(space)} ORDER BY d.binned_at DESC, d.id DESC`
}

/** @returns false when there is no such document of the person's own. */
export async function markBinned(space: Space, id: string): Promise<boolean> {
  const transaction = transactionOf(space)
  const changed = await transaction.$executeRaw`
    UPDATE document d SET binned_at = ${space.at}
     WHERE ${visible(space)} AND d.id = ${id}::uuid AND d.source = ${citizenSource}`
  if (changed === 0) return false
  await enqueueAt(transaction, 'documents.erase', {
    payload: { spaceId: space.id, documentId: id },
    key: eraseKey(id),
    at: erasedAfter(space.at),
  })
  return true
}

export async function findBinnedAt(space: Space, id: string): Promise<Date | null> {
  const [row] = await transactionOf(space).$queryRaw<Array<{ binnedAt: Date }>>`
    SELECT d.binned_at AS "binnedAt" FROM document d WHERE ${binned(space)} AND d.id = ${id}::uuid`
  return row?.binnedAt ?? null
}

export async function markRestored(space: Space, id: string): Promise<void> {
  const transaction = transactionOf(space)
  await transaction.$executeRaw`
    UPDATE document d SET binned_at = NULL WHERE ${binned(space)} AND d.id = ${id}::uuid`
  await cancelJob(transaction, eraseKey(id))
}

/**
 * Destroys the key and every word, and asks for the bytes to be removed, in one transaction: at its end nobody can
 * read or restore anything, whatever happens next, and the removal of what is now noise is not forgotten. What stays:
 * that there was a document, when it came, when it was deleted.
 */
export async function markErased(space: Space, id: string): Promise<void> {
  const transaction = transactionOf(space)
  const [row] = await transaction.$queryRaw<Array<{ storageKey: string }>>`
    SELECT d.storage_key AS "storageKey" FROM document d WHERE ${binned(space)} AND d.id = ${id}::uuid`
  if (!row) throw new Error('Not in the bin any more')
  const nothing = new Uint8Array()
  await transaction.$executeRaw`
    UPDATE document SET
           status = 'deleted', wrapped_key = ${nothing}, key_id = '', storage_key = '', sha256 = ${nothing}, size = 0,
           title = '', comments = NULL, search_text = '', category = '', type_code = NULL, type_label = NULL,
           class_code = NULL, format_code = NULL, author_name = '', author_specialty = NULL,
           author_organization = NULL, author_ids = ARRAY[]::text[], attribution = '{}'::jsonb,
           practice_setting = NULL, facility_type = NULL, language = NULL, media_type = '',
           service_start = NULL, service_stop = NULL, entry_uuid = NULL, set_id = NULL, version = NULL,
           submission_set_id = NULL, replaces = ARRAY[]::text[], confidentiality = ARRAY[]::text[]
     WHERE space_id = ${space.id}::uuid AND id = ${id}::uuid`
  await forgetForGood(space, [id])
  await forgetImaging(space, [id])
  await enqueueIn(transaction, 'documents.remove-bytes', {
    payload: { storageKey: row.storageKey },
    key: `documents.remove-bytes:${row.storageKey}`,
  })
}
