import 'server-only'
import { type Space, transactionOf } from '@/lib/control/access/gate'
import { Prisma } from '@/lib/platform/db/generated/client'
import { isId } from '@/lib/platform/ids'
import { aside } from '@/lib/record/documents/aside/store'
import { citizenSource } from '@/lib/record/documents/rights-rules'
import type { FacetGroup } from '@/lib/record/documents/rules'
import { type DocumentFilter, pageSize } from '@/lib/record/documents/schema'
import { toldDocuments, viewerOf, visibleDocuments } from '@/lib/record/documents/visibility'

const { sql } = Prisma

/** A line as the store reads it: `isNew` is this reader's own mark. */
export type LineRow = {
  readonly id: string
  readonly title: string
  readonly category: string
  readonly typeLabel: string | null
  readonly date: Date
  readonly datePrecision: string
  readonly year: number
  readonly authorName: string
  readonly authorSpecialty: string | null
  readonly authorOrganization: string | null
  readonly receivedAt: Date
  readonly hiddenFromProfessionals: boolean
  readonly source: string
  readonly isNew: boolean
  readonly isPinned: boolean
  /** By this reader's own choice: not to be shown before they say so (aside-rules.ts). */
  readonly aside: boolean
  readonly folderId: string | null
}

/** Come since then, and not opened by this reader. Without a visit before, nothing is new. */
export const isNew = (space: Space, since: Date | null) =>
  since
    ? sql`(d.received_at > ${since} AND NOT EXISTS (
        SELECT FROM document_reading r
         WHERE r.space_id = d.space_id AND r.reader_id = ${space.actor.id}::uuid AND r.document_id = d.id))`
    : sql`false`

/** By this reader. A process of the system pins nothing. */
const isPinned = (space: Space) =>
  space.actor.kind === 'citizen'
    ? sql`EXISTS (
        SELECT FROM document_pin p
         WHERE p.space_id = d.space_id AND p.reader_id = ${space.actor.id}::uuid AND p.document_id = d.id
           AND p.pinned_at IS NOT NULL)`
    : sql`false`

/** With whether this reader keeps it aside: what the line then says of it is decided in within.ts. */
export const lineColumns = async (space: Space, newSince: Date | null) => sql`
  d.id, d.title, d.category, d.type_label AS "typeLabel", d.date, d.date_precision AS "datePrecision", d.year,
  d.author_name AS "authorName", d.author_specialty AS "authorSpecialty",
  d.author_organization AS "authorOrganization", d.received_at AS "receivedAt",
  d.hidden_from_professionals AS "hiddenFromProfessionals", d.source,
  ${isNew(space, newSince)} AS "isNew", ${isPinned(space)} AS "isPinned", d.folder_id AS "folderId",
  ${await aside(space)} AS "aside"`

/** Every find starts from what this viewer may see, in this space. */
export const visible = (space: Space) =>
  sql`d.space_id = ${space.id}::uuid AND ${visibleDocuments(viewerOf(space), 'd')}`

/**
 * Lists show current documents; replaced ones are reached from the one that replaced them. One whose replacement is
 * not for this viewer, or not yet, still stands for them: its disappearance would announce the other.
 */
export const listed = (space: Space) => sql`${visible(space)} AND (d.status IN ('approved', 'archived') OR (
  d.status = 'deprecated' AND EXISTS (
    SELECT FROM document n
     WHERE n.space_id = d.space_id AND n.id = d.replaced_by_id AND NOT ${toldDocuments(viewerOf(space), 'n')})))`

/** How lines follow each other. What is nearest to a search is the search's own affair. */
export const orders = {
  pertinence: sql`d.date DESC, d.id DESC`,
  recent: sql`d.date DESC, d.id DESC`,
  ancien: sql`d.date, d.id`,
  recu: sql`d.received_at DESC, d.id DESC`,
  titre: sql`"aside", d.title, d.id`,
} as const satisfies Record<DocumentFilter['tri'], Prisma.Sql>

/** The filters, without the words of a search: those are for finding-store.ts. */
function matching(space: Space, filter: DocumentFilter, newSince: Date | null): Prisma.Sql {
  const conditions = [listed(space)]
  if (filter.categorie) conditions.push(sql`d.category = ${filter.categorie}`)
  if (filter.auteur) conditions.push(sql`d.author_name = ${filter.auteur}`)
  if (filter.annee) conditions.push(sql`d.year = ${filter.annee}`)
  if (filter.dossier) conditions.push(sql`d.folder_id = ${filter.dossier}::uuid`)
  if (filter.nouveaux) conditions.push(isNew(space, newSince))
  return Prisma.join(conditions, ' AND ')
}

/** One page of the list, when no word is searched: what this reader pinned before the rest. */
export async function findLines(
  space: Space,
  filter: DocumentFilter,
  newSince: Date | null,
): Promise<LineRow[]> {
  return transactionOf(space).$queryRaw<LineRow[]>`
    SELECT ${await lineColumns(space, newSince)} FROM document d
     WHERE ${matching(space, filter, newSince)}
    ORDER BY "isPinned" DESC, ${orders[filter.tri]} LIMIT ${pageSize} OFFSET ${(filter.page - 1) * pageSize}`
}

/** What is listed, counted by all that a list can be cut by, and how much of it is new. */
export async function countByFacet(space: Space, newSince: Date | null): Promise<FacetGroup[]> {
  return transactionOf(space).$queryRaw<FacetGroup[]>`
    SELECT d.category, d.author_name AS "authorName", d.year, d.folder_id AS "folderId", count(*)::int AS count,
           count(*) FILTER (WHERE ${isNew(space, newSince)})::int AS "newCount"
      FROM document d WHERE ${listed(space)} GROUP BY d.category, d.author_name, d.year, d.folder_id`
}

export async function countListed(
  space: Space,
  newSince: Date | null,
): Promise<{ total: number; newCount: number }> {
  const [row] = await transactionOf(space).$queryRaw<Array<{ total: number; newCount: number }>>`
    SELECT count(*)::int AS total, count(*) FILTER (WHERE ${isNew(space, newSince)})::int AS "newCount"
      FROM document d WHERE ${listed(space)}`
  return row ?? { total: 0, newCount: 0 }
}

/** The last received among the new ones. */
export async function findNew(space: Space, since: Date, take: number): Promise<LineRow[]> {
  return transactionOf(space).$queryRaw<LineRow[]>`
    SELECT ${await lineColumns(space, since)} FROM document d
     WHERE ${listed(space)} AND ${isNew(space, since)} ORDER BY ${orders.recu} LIMIT ${take}`
}

export async function findLatest(space: Space, take: number): Promise<LineRow[]> {
  return transactionOf(space).$queryRaw<LineRow[]>`
    SELECT ${await lineColumns(space, null)} FROM document d
     WHERE ${listed(space)} ORDER BY ${orders.recent} LIMIT ${take}`
}

/** A document to open: its line, and where its bytes are. */
export type DocumentRow = LineRow & {
  readonly spaceId: string
  readonly mediaType: string
  readonly size: number
  readonly comments: string | null
  readonly scannedAt: Date | null
  readonly serviceStart: Date | null
  readonly serviceStop: Date | null
  readonly version: string | null
  readonly typeCode: string | null
  readonly replacedById: string | null
  readonly hiddenFromGuardians: boolean
  readonly confidentiality: readonly string[]
  readonly authorIds: readonly string[]
  readonly attribution: unknown
  readonly sha256: Uint8Array<ArrayBuffer>
  readonly storageKey: string
  readonly wrappedKey: Uint8Array<ArrayBuffer>
  readonly keyId: string
}

/** By its id, with its space and its visibility in the same condition. */
export async function findDocument(
  space: Space,
  id: string,
  newSince: Date | null,
): Promise<DocumentRow | null> {
  const [row] = await transactionOf(space).$queryRaw<DocumentRow[]>`
    SELECT ${await lineColumns(space, newSince)}, d.space_id AS "spaceId", d.media_type AS "mediaType", d.size, d.comments,
           d.scanned_at AS "scannedAt",
           d.service_start AS "serviceStart", d.service_stop AS "serviceStop", d.version,
           d.type_code AS "typeCode", d.replaced_by_id AS "replacedById",
           d.hidden_from_guardians AS "hiddenFromGuardians", d.confidentiality, coalesce(d.author_ids, ARRAY[]::text[]) AS "authorIds",
           d.attribution, d.sha256, d.storage_key AS "storageKey", d.wrapped_key AS "wrappedKey", d.key_id AS "keyId"
      FROM document d WHERE ${visible(space)} AND d.id = ${id}::uuid`
  return row ?? null
}

/** Documents of the same bytes, among those this viewer may see: of the others not even their existence is told. */
export async function findSameContent(
  space: Space,
  hashes: ReadonlyArray<Uint8Array<ArrayBuffer>>,
): Promise<Array<{ readonly id: string }>> {
  return transactionOf(space).$queryRaw<Array<{ id: string }>>`
    SELECT d.id FROM document d WHERE ${visible(space)} AND d.sha256 IN (${Prisma.join([...hashes])})
     ORDER BY (d.status = 'approved') DESC, d.received_at DESC LIMIT 1`
}

/** Those of them that this reader keeps aside. */
export async function findAside(space: Space, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await transactionOf(space).$queryRaw<Array<{ id: string }>>`
    SELECT d.id FROM document d
     WHERE d.space_id = ${space.id}::uuid AND d.id = ANY(${[...ids]}::uuid[]) AND ${await aside(space)}`
  return new Set(rows.map(({ id }) => id))
}

/** Whatever these keys (our id, or an author's reference) designate here: for the caller to tell what may be told. */
export async function findNamed(space: Space, keys: readonly string[]) {
  const wanted = [...keys]
  return transactionOf(space).document.findMany({
    where: {
      spaceId: space.id,
      OR: [{ id: { in: wanted.filter(isId) } }, { uniqueId: { in: wanted } }, { entryUuid: { in: wanted } }],
    },
    select: {
      id: true,
      uniqueId: true,
      entryUuid: true,
      title: true,
      category: true,
      status: true,
      hiddenFromProfessionals: true,
      notYetAnnounced: true,
      hiddenFromGuardians: true,
      authorIds: true,
      binnedAt: true,
    },
  })
}

export async function markOpened(space: Space, documentId: string): Promise<void> {
  await transactionOf(space).documentReading.createMany({
    data: [{ spaceId: space.id, readerId: space.actor.id, documentId, at: space.at }],
    skipDuplicates: true,
  })
}

export type DescriptionRow = {
  readonly title: string
  readonly comments: string | null
  readonly category: string
  readonly typeCode: string | null
  readonly typeLabel: string | null
  readonly classCode: string | null
  readonly date: Date
  readonly datePrecision: string
  readonly year: number
  readonly searchText: string
}

/** Of a document that the caller has found and may change. */
export async function markEdited(space: Space, id: string, data: DescriptionRow): Promise<void> {
  await transactionOf(space).document.updateMany({
    where: { spaceId: space.id, id, source: citizenSource },
    data,
  })
}
