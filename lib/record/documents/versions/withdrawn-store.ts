import 'server-only'
import { type Space, transactionOf } from '@/lib/control/access/gate'
import { Prisma } from '@/lib/platform/db/generated/client'
import { type LineRow, lineColumns } from '@/lib/record/documents/store'
import { viewerOf, withdrawnDocuments } from '@/lib/record/documents/visibility'

const { sql } = Prisma

/** What is left of a document that its author took back: that it was here, and when it no longer was. */
export type WithdrawnRow = LineRow & { readonly withdrawnAt: Date | null }

const withdrawn = (space: Space) =>
  sql`d.space_id = ${space.id}::uuid AND ${withdrawnDocuments(viewerOf(space), 'd')}`

const columns = async (space: Space) =>
  sql`${await lineColumns(space, null)}, d.withdrawn_at AS "withdrawnAt"`

export async function findWithdrawn(space: Space, id: string): Promise<WithdrawnRow | null> {
  const [row] = await transactionOf(space).$queryRaw<WithdrawnRow[]>`
    SELECT ${await columns(space)} FROM document d WHERE ${withdrawn(space)} AND d.id = ${id}::uuid`
  return row ?? null
}

const withdrawnAtMost = 200

/** The last withdrawn first. */
export async function findWithdrawnOnes(space: Space): Promise<WithdrawnRow[]> {
  return transactionOf(space).$queryRaw<WithdrawnRow[]>`
    SELECT ${await columns(space)} FROM document d WHERE ${withdrawn(space)}
     ORDER BY d.withdrawn_at DESC NULLS LAST, d.id DESC LIMIT ${withdrawnAtMost}`
}

/** How many were withdrawn since then, of those that this reader had before. */
export async function countWithdrawnSince(space: Space, since: Date): Promise<number> {
  const [row] = await transactionOf(space).$queryRaw<Array<{ count: number }>>`
    SELECT count(*)::int AS count FROM document d
     WHERE ${withdrawn(space)} AND d.withdrawn_at > ${since} AND d.received_at <= ${since}`
  return row?.count ?? 0
}
