import 'server-only'
import { type Space, transactionOf } from '@/lib/control/access/gate'
import { Prisma } from '@/lib/platform/db/generated/client'
import { visible } from '@/lib/record/documents/store'

const { sql } = Prisma

/**
 * A document with every version before and after it, whatever their state: hiding one of them alone would leave the
 * others telling. Starts from what this viewer may see; no row means no such document for them.
 */
const family = (space: Space, id: string) => sql`
  WITH RECURSIVE family AS (
    SELECT d.id, d.replaced_by_id FROM document d WHERE ${visible(space)} AND d.id = ${id}::uuid
    UNION
    SELECT o.id, o.replaced_by_id FROM family f JOIN document o
        ON o.space_id = ${space.id}::uuid AND (o.replaced_by_id = f.id OR o.id = f.replaced_by_id))`

/** @returns false when there is no such document for this viewer. */
export async function markHidden(space: Space, id: string, hidden: boolean): Promise<boolean> {
  const changed = await transactionOf(space).$executeRaw`
    ${family(space, id)}
    UPDATE document SET hidden_from_professionals = ${hidden}
     WHERE space_id = ${space.id}::uuid AND id IN (SELECT id FROM family)`
  return changed > 0
}
