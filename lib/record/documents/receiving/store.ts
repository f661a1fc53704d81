import 'server-only'
import { type Space, transactionOf } from '@/lib/control/access/gate'
import { type Document, Prisma } from '@/lib/platform/db/generated/client'
import type { Attribution } from '@/lib/record/documents/schema'
import { askReading } from '@/lib/record/documents/searching/store'

const { sql } = Prisma

/** Finds and writes of the receiving side: whole rows, by the identifiers that senders use. */

export type ReceivedRow = Pick<
  Document,
  'id' | 'uniqueId' | 'entryUuid' | 'replaces' | 'sha256' | 'status' | 'hiddenFromProfessionals'
>

const identity = sql`
  id, unique_id AS "uniqueId", entry_uuid AS "entryUuid", replaces, sha256, status::text AS status,
  hidden_from_professionals AS "hiddenFromProfessionals"`

/** Documents that one of these identifiers (uniqueId or entryUUID) designates. */
export async function findDesignated(space: Space, identifiers: readonly string[]): Promise<ReceivedRow[]> {
  const wanted = [...identifiers]
  return transactionOf(space).$queryRaw<ReceivedRow[]>`
    SELECT ${identity} FROM document
     WHERE space_id = ${space.id}::uuid
       AND (unique_id = ANY(${wanted}::text[]) OR entry_uuid = ANY(${wanted}::text[]))`
}

export type Kin = {
  /** Received before under the same uniqueId. */
  readonly same: ReceivedRow | undefined
  readonly replaced: readonly ReceivedRow[]
  /** A newer version that came before the one it replaces. */
  readonly newer: ReceivedRow | undefined
}

/** What is already here of a document, of those it replaces and of those that replace it: one question. */
export async function findKin(
  space: Space,
  { uniqueId, entryUuid, replaces }: Pick<NewDocument, 'uniqueId' | 'entryUuid' | 'replaces'>,
): Promise<Kin> {
  const own = entryUuid ? [uniqueId, entryUuid] : [uniqueId]
  const found = await transactionOf(space).$queryRaw<ReceivedRow[]>`
    SELECT ${identity} FROM document
     WHERE space_id = ${space.id}::uuid
       AND (unique_id = ANY(${[uniqueId, ...replaces]}::text[]) OR entry_uuid = ANY(${replaces}::text[])
            OR replaces && ${own}::text[])
    ORDER BY received_at DESC`
  return {
    same: found.find(row => row.uniqueId === uniqueId),
    replaced: found.filter(row => [row.uniqueId, row.entryUuid].some(id => id && replaces.includes(id))),
    newer: found.find(row => row.replaces.some(id => own.includes(id))),
  }
}

/** None comes by way of the bin, withdrawn, nor straight into a folder. */
export type NewDocument = Omit<
  Document,
  'spaceId' | 'attribution' | 'binnedAt' | 'withdrawnAt' | 'folderId'
> & {
  readonly attribution: Attribution
}

/** And asked to be read inside, whichever door it came by. Written as SQL: of so wide a row, the statement takes Prisma longer to make than PostgreSQL to run. */
export async function insertDocument(space: Space, row: NewDocument): Promise<void> {
  await transactionOf(space).$executeRaw`
    INSERT INTO document (
      space_id, id, unique_id, entry_uuid, set_id, version, replaces, replaced_by_id, submission_set_id,
      status, category, type_code, type_label, class_code, format_code, title, comments,
      confidentiality, hidden_from_professionals, not_yet_announced, hidden_from_guardians,
      date, year, date_precision, service_start, service_stop,
      author_name, author_specialty, author_organization, author_ids, attribution, practice_setting, facility_type,
      language, media_type, size, sha256, source, received_at, scanned_at, search_text, storage_key, wrapped_key, key_id
    ) VALUES (
      ${space.id}::uuid, ${row.id}::uuid, ${row.uniqueId}, ${row.entryUuid}, ${row.setId}, ${row.version},
      ${row.replaces}::text[], ${row.replacedById}::uuid, ${row.submissionSetId},
      ${row.status}::"DocumentStatus", ${row.category}, ${row.typeCode}, ${row.typeLabel}, ${row.classCode},
      ${row.formatCode}, ${row.title}, ${row.comments},
      ${row.confidentiality}::text[], ${row.hiddenFromProfessionals}, ${row.notYetAnnounced},
      ${row.hiddenFromGuardians},
      ${row.date}, ${row.year}, ${row.datePrecision}, ${row.serviceStart}, ${row.serviceStop},
      ${row.authorName}, ${row.authorSpecialty}, ${row.authorOrganization}, ${row.authorIds}::text[],
      ${JSON.stringify(row.attribution)}::jsonb, ${row.practiceSetting}, ${row.facilityType},
      ${row.language}, ${row.mediaType}, ${row.size}, ${row.sha256}, ${row.source}, ${row.receivedAt}, ${row.scannedAt},
      ${row.searchText}, ${row.storageKey}, ${row.wrappedKey}, ${row.keyId}
    )`
  await askReading(space, [row.id])
}

export async function markReplaced(space: Space, ids: readonly string[], byId: string): Promise<void> {
  await transactionOf(space).document.updateMany({
    where: { spaceId: space.id, id: { in: [...ids] }, status: { not: 'deleted' } },
    data: { status: 'deprecated', replacedById: byId },
  })
}

/** Where the person had put what is replaced, there its new version is: in its folder, pinned or kept aside by who had. */
export async function keepPlace(space: Space, ids: readonly string[], byId: string): Promise<void> {
  const replaced = [...ids]
  const transaction = transactionOf(space)
  await transaction.$executeRaw`
    UPDATE document d SET folder_id = o.folder_id FROM document o
     WHERE d.space_id = ${space.id}::uuid AND d.id = ${byId}::uuid
       AND o.space_id = d.space_id AND o.id = ANY(${replaced}::uuid[]) AND o.folder_id IS NOT NULL`
  await transaction.$executeRaw`
    INSERT INTO document_pin (space_id, reader_id, document_id, pinned_at)
    SELECT space_id, reader_id, ${byId}::uuid, max(pinned_at) FROM document_pin
     WHERE space_id = ${space.id}::uuid AND document_id = ANY(${replaced}::uuid[]) AND pinned_at IS NOT NULL
     GROUP BY space_id, reader_id
    ON CONFLICT DO NOTHING`
  // Kept aside, it stays so. That another version was read says nothing of this one: it is asked about anew.
  await transaction.$executeRaw`
    INSERT INTO reading_mark (space_id, reader_id, document_id, state, at)
    SELECT space_id, reader_id, ${byId}::uuid, 'kept', max(at) FROM reading_mark
     WHERE space_id = ${space.id}::uuid AND document_id = ANY(${replaced}::uuid[]) AND state = 'kept'
     GROUP BY space_id, reader_id
    ON CONFLICT DO NOTHING`
}

export async function markDeleted(space: Space, ids: readonly string[]): Promise<void> {
  await transactionOf(space).document.updateMany({
    where: { spaceId: space.id, id: { in: [...ids] } },
    data: { status: 'deleted', withdrawnAt: space.at },
  })
}
