import 'server-only'
import { type Space, transactionOf } from '@/lib/control/access/gate'

/** When this reader came before, in this space. */
export async function findVisit(space: Space): Promise<{ currentAt: Date; previousAt: Date | null } | null> {
  return transactionOf(space).readerVisit.findUnique({
    where: { spaceId_readerId: { spaceId: space.id, readerId: space.actor.id } },
    select: { currentAt: true, previousAt: true },
  })
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
