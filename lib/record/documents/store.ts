import 'server-only'
import { type Space, transactionOf } from '@/lib/control/access/gate'
import type { Prisma } from '@/lib/platform/db/generated/client'
import { isId } from '@/lib/platform/ids'
import { neverToldTo, visibleDocuments } from '@/lib/record/documents/policy'
import { type DocumentFilter, pageSize } from '@/lib/record/documents/schema'
import { searchable } from '@/lib/record/documents/search-text'

const lineFields = {
  id: true,
  title: true,
  category: true,
  typeLabel: true,
  date: true,
  datePrecision: true,
  year: true,
  authorName: true,
  authorSpecialty: true,
  authorOrganization: true,
  receivedAt: true,
  hiddenFromProfessionals: true,
} as const satisfies Prisma.DocumentSelect

export type LineRow = Prisma.DocumentGetPayload<{ select: typeof lineFields }>

/** Every find starts from what this viewer may see, in this space. */
const visible = (space: Space): Prisma.DocumentWhereInput => ({
  spaceId: space.id,
  ...visibleDocuments(space.mode),
})

/**
 * Lists show current documents; replaced ones are reached from the one that replaced them. One whose replacement is
 * not for this viewer, or not yet, still stands for them: its disappearance would announce the other.
 */
const listed = (space: Space): Prisma.DocumentWhereInput => ({
  AND: [
    visible(space),
    {
      OR: [
        { status: { in: ['approved', 'archived'] } },
        { status: 'deprecated', replacedBy: neverToldTo(space.mode) },
      ],
    },
  ],
})

const neverOpened = (space: Space, since: Date): Prisma.DocumentWhereInput => ({
  receivedAt: { gt: since },
  readings: { none: { readerId: space.actor.id } },
})

const orders = {
  recent: [{ date: 'desc' }, { id: 'desc' }],
  ancien: [{ date: 'asc' }, { id: 'asc' }],
  recu: [{ receivedAt: 'desc' }, { id: 'desc' }],
  titre: [{ title: 'asc' }, { id: 'asc' }],
} as const satisfies Record<DocumentFilter['tri'], Prisma.DocumentOrderByWithRelationInput[]>

function matching(space: Space, filter: DocumentFilter, newSince: Date | null): Prisma.DocumentWhereInput {
  const conditions: Prisma.DocumentWhereInput[] = [listed(space)]
  for (const word of searchable(filter.q).split(' ').filter(Boolean))
    conditions.push({ searchText: { contains: word } })
  if (filter.categorie) conditions.push({ category: filter.categorie })
  if (filter.auteur) conditions.push({ authorName: filter.auteur })
  if (filter.annee) conditions.push({ year: filter.annee })
  if (filter.nouveaux) conditions.push(newSince ? neverOpened(space, newSince) : { id: { in: [] } })
  return { AND: conditions }
}

export async function findLines(
  space: Space,
  filter: DocumentFilter,
  newSince: Date | null,
): Promise<{ rows: LineRow[]; matching: number | null }> {
  const where = matching(space, filter, newSince)
  const transaction = transactionOf(space)
  const rows = await transaction.document.findMany({
    where,
    select: lineFields,
    orderBy: orders[filter.tri],
    skip: (filter.page - 1) * pageSize,
    take: pageSize + 1,
  })
  // One page that is not full tells the whole count: most records never need the second question.
  const complete = rows.length <= pageSize && (rows.length > 0 || filter.page === 1)
  const count = complete
    ? (filter.page - 1) * pageSize + rows.length
    : await transaction.document.count({ where })
  return { rows: rows.slice(0, pageSize), matching: count }
}

export async function countByFacet(
  space: Space,
): Promise<Array<{ category: string; authorName: string; year: number; count: number }>> {
  const groups = await transactionOf(space).document.groupBy({
    by: ['category', 'authorName', 'year'],
    where: listed(space),
    _count: { _all: true },
  })
  return groups.map(({ _count, ...group }) => ({ ...group, count: _count._all }))
}

export async function findNew(space: Space, since: Date, take: number): Promise<LineRow[]> {
  return transactionOf(space).document.findMany({
    where: { AND: [listed(space), neverOpened(space, since)] },
    select: lineFields,
    orderBy: orders.recu,
    take,
  })
}

export async function countNew(space: Space, since: Date): Promise<number> {
  return transactionOf(space).document.count({ where: { AND: [listed(space), neverOpened(space, since)] } })
}

export async function countListed(space: Space): Promise<number> {
  return transactionOf(space).document.count({ where: listed(space) })
}

export async function findLatest(space: Space, take: number): Promise<LineRow[]> {
  return transactionOf(space).document.findMany({
    where: listed(space),
    select: lineFields,
    orderBy: orders.recent,
    take,
  })
}

/** Among these, which the reader has opened already. */
export async function openedAmong(space: Space, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await transactionOf(space).documentReading.findMany({
    where: { spaceId: space.id, readerId: space.actor.id, documentId: { in: [...ids] } },
    select: { documentId: true },
  })
  return new Set(rows.map(row => row.documentId))
}

export type DocumentRow = Prisma.DocumentGetPayload<object>

/** By its id, with its space and its visibility in the same condition. */
export async function findDocument(space: Space, id: string): Promise<DocumentRow | null> {
  return transactionOf(space).document.findFirst({ where: { AND: [visible(space), { id }] } })
}

/** The versions that a document replaced or was replaced by, that this viewer may see. */
export async function findVersions(
  space: Space,
  row: Pick<DocumentRow, 'id' | 'replacedById'>,
): Promise<LineRow[]> {
  const related: Prisma.DocumentWhereInput[] = [{ replacedById: row.id }]
  if (row.replacedById) related.push({ id: row.replacedById })
  return transactionOf(space).document.findMany({
    where: { AND: [visible(space), { OR: related }] },
    select: lineFields,
    orderBy: orders.recent,
    take: 20,
  })
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
      status: true,
      hiddenFromProfessionals: true,
      notYetAnnounced: true,
      hiddenFromGuardians: true,
    },
  })
}

export async function markOpened(space: Space, documentId: string): Promise<void> {
  await transactionOf(space).documentReading.createMany({
    data: [{ spaceId: space.id, readerId: space.actor.id, documentId, at: space.at }],
    skipDuplicates: true,
  })
}
