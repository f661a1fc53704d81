import 'server-only'
import { type Space, transactionOf } from '@/lib/control/access/gate'

/** Whether this reader asked not to be told, each time, what a copy is. */
export async function isTakingSilenced(space: Space): Promise<boolean> {
  const [row] = await transactionOf(space).$queryRaw<Array<{ silencedAt: Date | null }>>`
    SELECT silenced_at AS "silencedAt" FROM taking_warning
     WHERE space_id = ${space.id}::uuid AND reader_id = ${space.actor.id}::uuid`
  return Boolean(row?.silencedAt)
}

export async function markTakingSilenced(space: Space, silenced: boolean): Promise<void> {
  const key = { spaceId: space.id, readerId: space.actor.id }
  const silencedAt = silenced ? space.at : null
  await transactionOf(space).takingWarning.upsert({
    where: { spaceId_readerId: key },
    create: { ...key, silencedAt },
    update: { silencedAt },
  })
}
