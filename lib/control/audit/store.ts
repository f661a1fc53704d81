import 'server-only'
import { type Space, transactionOf } from '@/lib/control/access/gate'
import type { HistoryFilter } from '@/lib/control/audit/schema'
import type { Rows } from '@/lib/control/audit/verification'
import type { Prisma } from '@/lib/platform/db/generated/client'

const eventFields = {
  id: true,
  at: true,
  action: true,
  result: true,
  reason: true,
  mode: true,
  actorKind: true,
  actorId: true,
  actorName: true,
  channel: true,
  objectKind: true,
  objectId: true,
  seq: true,
} as const satisfies Prisma.AuditEventSelect

export type EventLine = Prisma.AuditEventGetPayload<{ select: typeof eventFields }>

export const historyPageSize = 50

export type EventConditions = {
  readonly actions: readonly string[] | null
  readonly by: HistoryFilter['par']
  readonly refusedOnly: boolean
  readonly from: Date | null
  readonly to: Date | null
  /** Events strictly older than this one. */
  readonly before: string | null
  /** This one alone. */
  readonly only?: string
}

function where(space: Space, conditions: EventConditions): Prisma.AuditEventWhereInput {
  const all: Prisma.AuditEventWhereInput[] = [{ spaceId: space.id }]
  if (conditions.actions) all.push({ action: { in: [...conditions.actions] } })
  if (conditions.by === 'moi') all.push({ actorId: space.actor.id })
  if (conditions.by === 'autres') all.push({ actorId: { not: space.actor.id } })
  if (conditions.refusedOnly) all.push({ result: { not: 'granted' } })
  if (conditions.from) all.push({ at: { gte: conditions.from } })
  if (conditions.to) all.push({ at: { lt: conditions.to } })
  if (conditions.before) all.push({ id: { lt: conditions.before } })
  if (conditions.only) all.push({ id: conditions.only })
  return { AND: all }
}

/** Newest first: ids carry the time, so the key itself gives the order. One more than a page, to know if there is a next. */
export async function findEvents(
  space: Space,
  conditions: EventConditions,
  take: number,
): Promise<EventLine[]> {
  return transactionOf(space).auditEvent.findMany({
    where: where(space, conditions),
    select: eventFields,
    orderBy: { id: 'desc' },
    take,
  })
}

/** The verifier's questions, asked inside this space. */
export function rowsOf(space: Space): Rows {
  const transaction = transactionOf(space)
  return (sql, parameters) => transaction.$queryRawUnsafe(sql, ...parameters)
}

export async function lastPublishedDay(space: Space): Promise<string | null> {
  const leaf = await transactionOf(space).auditRootLeaf.findFirst({
    where: { spaceId: space.id },
    orderBy: { day: 'desc' },
    select: { day: true },
  })
  return leaf?.day ?? null
}
