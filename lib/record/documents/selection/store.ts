import 'server-only'
import { type Space, transactionOf } from '@/lib/control/access/gate'
import { Prisma } from '@/lib/platform/db/generated/client'
import { type LineRow, lineColumns, orders, visible } from '@/lib/record/documents/store'

export type ChosenRow = LineRow & { readonly size: number; readonly mediaType: string }

/** Those of these documents that this viewer may see. */
export async function findChosen(space: Space, ids: readonly string[]): Promise<ChosenRow[]> {
  if (ids.length === 0) return []
  const asked = Prisma.join(ids.map(id => Prisma.sql`${id}::uuid`))
  return transactionOf(space).$queryRaw<ChosenRow[]>`
    SELECT ${await lineColumns(space, null)}, d.size, d.media_type AS "mediaType" FROM document d
     WHERE ${visible(space)} AND d.id IN (${asked}) ORDER BY ${orders.recent}`
}
