import 'server-only'
import { type Space, transactionOf } from '@/lib/control/access/gate'
import { Prisma } from '@/lib/platform/db/generated/client'
import { listed, visible } from '@/lib/record/documents/store'
import { toldDocuments, viewerOf } from '@/lib/record/documents/visibility'

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

export type HiddenCounts = { readonly hidden: number; readonly shown: number }

/** Of the documents in this viewer's list. */
export async function countHidden(space: Space): Promise<HiddenCounts> {
  const [row] = await transactionOf(space).$queryRaw<HiddenCounts[]>`
    SELECT count(*) FILTER (WHERE d.hidden_from_professionals)::int AS hidden,
           count(*) FILTER (WHERE NOT d.hidden_from_professionals)::int AS shown
      FROM document d WHERE ${listed(space)}`
  return row ?? { hidden: 0, shown: 0 }
}

/**
 * All at once, in one statement. To hide takes everything that is there, the bin and what is not announced yet too:
 * once all is hidden, nothing comes out of anywhere to be seen. To show takes what the person was told of, no more.
 */
export async function markAllHidden(space: Space, hidden: boolean): Promise<void> {
  const which = hidden ? sql`true` : toldDocuments(viewerOf(space), 'd')
  await transactionOf(space).$executeRaw`
    UPDATE document d SET hidden_from_professionals = ${hidden}
     WHERE d.space_id = ${space.id}::uuid AND d.status <> 'deleted'
       AND d.hidden_from_professionals <> ${hidden} AND ${which}`
}
