import 'server-only'
import { type Space, transactionOf } from '@/lib/control/access/gate'

/** When this reader came before, in this space. */
export async function findVisit(space: Space): Promise<{ currentAt: Date; previousAt: Date | null } | null> {
  const [visit] = await transactionOf(space).$queryRaw<Array<{ currentAt: Date; previousAt: Date | null }>>`
    SELECT current_at AS "currentAt", previous_at AS "previousAt" FROM reader_visit
     WHERE space_id = ${space.id}::uuid AND reader_id = ${space.actor.id}::uuid`
  return visit ?? null
}

/** One statement, so that two tabs opened together count as one visit. */
export async function upsertVisit(
  space: Space,
  visit: { currentAt: Date; previousAt: Date | null },
): Promise<void> {
  const key = { spaceId: space.id, readerId: space.actor.id }
  await transactionOf(space).readerVisit.upsert({
    where: { spaceId_readerId: key },
    create: { ...key, ...visit },
    update: visit,
  })
}
