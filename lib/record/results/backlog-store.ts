import 'server-only'
import { database } from '@/lib/platform/db/client'

/** Spaces whose reports came before results were kept. A table outside the record: ids, and nothing else. */

export async function findWaiting(take: number): Promise<string[]> {
  const rows = await database().resultBacklog.findMany({ take, orderBy: { id: 'asc' } })
  return rows.map(({ id }) => id)
}

export async function settle(id: string): Promise<void> {
  await database().resultBacklog.deleteMany({ where: { id } })
}
