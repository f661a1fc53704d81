import 'server-only'
import { type Space, transactionOf } from '@/lib/control/access/gate'
import type { Prisma } from '@/lib/platform/db/generated/client'

/** Finds and writes of the receiving side: whole rows, by the identifiers that senders use. */

const identity = {
  id: true,
  uniqueId: true,
  entryUuid: true,
  sha256: true,
  status: true,
  replacedById: true,
} as const satisfies Prisma.DocumentSelect

export type ReceivedRow = Prisma.DocumentGetPayload<{ select: typeof identity }>

export async function findByUniqueId(space: Space, uniqueId: string): Promise<ReceivedRow | null> {
  return transactionOf(space).document.findUnique({
    where: { spaceId_uniqueId: { spaceId: space.id, uniqueId } },
    select: identity,
  })
}

/** Documents that one of these identifiers (uniqueId or entryUUID) designates. */
export async function findDesignated(space: Space, identifiers: readonly string[]): Promise<ReceivedRow[]> {
  if (identifiers.length === 0) return []
  const wanted = [...identifiers]
  return transactionOf(space).document.findMany({
    where: { spaceId: space.id, OR: [{ uniqueId: { in: wanted } }, { entryUuid: { in: wanted } }] },
    select: identity,
  })
}

/** A newer version that came before the one it replaces. */
export async function findReplacement(
  space: Space,
  identifiers: readonly string[],
): Promise<ReceivedRow | null> {
  return transactionOf(space).document.findFirst({
    where: { spaceId: space.id, replaces: { hasSome: [...identifiers] } },
    select: identity,
    orderBy: { receivedAt: 'desc' },
  })
}

export type NewDocument = Omit<Prisma.DocumentCreateManyInput, 'spaceId'>

export async function insertDocument(space: Space, document: NewDocument): Promise<void> {
  await transactionOf(space).document.createMany({ data: [{ ...document, spaceId: space.id }] })
}

export async function markReplaced(space: Space, ids: readonly string[], byId: string): Promise<void> {
  await transactionOf(space).document.updateMany({
    where: { spaceId: space.id, id: { in: [...ids] }, status: { not: 'deleted' } },
    data: { status: 'deprecated', replacedById: byId },
  })
}

export async function markDeleted(space: Space, ids: readonly string[]): Promise<void> {
  await transactionOf(space).document.updateMany({
    where: { spaceId: space.id, id: { in: [...ids] } },
    data: { status: 'deleted' },
  })
}
