import 'server-only'
import type { RecordAction } from '@/lib/control/access/actions'
import type { Actor, Channel, Mode } from '@/lib/control/access/actor'
import { type EventContent, macOf } from '@/lib/control/audit/event'
import type { Transaction } from '@/lib/platform/db/client'
import { Prisma } from '@/lib/platform/db/generated/client'
import { newId } from '@/lib/platform/ids'

/** `document-reference`: by the identifier its author gave it (XDS uniqueId or entryUUID), when ours is not known yet. */
export type AuditObject = {
  readonly kind: 'document' | 'document-reference' | 'folder' | 'person'
  readonly id: string
}

export type AuditEntry = {
  readonly at: Date
  readonly result: 'granted' | 'refused' | 'failed'
  readonly mode: Mode | 'none'
}

export type SealableEvent = AuditEntry & {
  readonly spaceId: string
  readonly action: RecordAction
  readonly actor: Actor
  readonly channel: Channel
  readonly object?: AuditObject
  readonly reason?: string
}

/** What the space must be like; `alone`: others that ask the same wait for the end of this transaction. */
export type Condition = { readonly states: readonly string[]; readonly alone: boolean }

/**
 * Writes one event, on the condition that the space exists and, when a condition is given, meets it: one
 * statement, so that the check and the trace cannot part. The caller has made the space visible.
 * @returns false when nothing was written.
 */
export async function recordEvent(
  transaction: Transaction,
  event: SealableEvent,
  wanted: Condition | null,
): Promise<boolean> {
  const content: EventContent = {
    spaceId: event.spaceId,
    id: newId(),
    at: event.at,
    action: event.action,
    result: event.result,
    reason: event.reason ?? null,
    mode: event.mode,
    actorKind: event.actor.kind,
    actorId: event.actor.id,
    actorName: event.actor.name,
    channel: event.channel,
    objectKind: event.object?.kind ?? null,
    objectId: event.object?.id ?? null,
  }
  const condition = wanted
    ? Prisma.sql`AND state::text IN (${Prisma.join([...wanted.states])})`
    : Prisma.empty
  // The state is read again once the lock is there: what changed it meanwhile is seen.
  const lock = wanted?.alone ? Prisma.sql`FOR NO KEY UPDATE` : Prisma.empty
  const written = await transaction.$executeRaw`
    INSERT INTO audit_event (space_id, id, at, action, result, reason, mode, actor_kind, actor_id, actor_name,
                             channel, object_kind, object_id, mac)
    SELECT space_id, ${content.id}::uuid, ${content.at}, ${content.action}, ${content.result}::"AuditResult",
           ${content.reason}, ${content.mode}, ${content.actorKind}, ${content.actorId}, ${content.actorName},
           ${content.channel}, ${content.objectKind}, ${content.objectId}, ${macOf(content)}
      FROM space WHERE space_id = ${content.spaceId}::uuid ${condition} ${lock}`
  return written === 1
}
