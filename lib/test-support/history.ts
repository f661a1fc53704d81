import type { Ask } from '@/lib/test-support/database'

/** What the history holds, read by the owner of the database: nothing hides from it. */

export type RawEvent = {
  readonly id: string
  readonly action: string
  readonly result: string
  readonly reason: string | null
  readonly mode: string
  readonly actor_id: string
  readonly channel: string
  readonly object_id: string | null
  readonly seq: string | null
}

export function eventsOf(owner: Ask, spaceId: string): Promise<RawEvent[]> {
  return owner<RawEvent>(
    `SELECT id, action, result::text, reason, mode, actor_id, channel, object_id, seq
       FROM audit_event WHERE space_id = $1 ORDER BY id`,
    [spaceId],
  )
}

/** « action result reason » of each event since an earlier look. */
export async function newEvents(owner: Ask, spaceId: string, seen: readonly RawEvent[]): Promise<string[]> {
  const known = new Set(seen.map(event => event.id))
  return (await eventsOf(owner, spaceId))
    .filter(event => !known.has(event.id))
    .map(({ action, result, reason }) => [action, result, reason].filter(Boolean).join(' '))
}

/** Details of the security events of one kind that speak of this actor. */
export function securityEventsOf(
  owner: Ask,
  actorId: string,
): Promise<Array<{ kind: string; details: object }>> {
  return owner(`SELECT kind, details FROM security_event WHERE details->>'actorId' = $1 ORDER BY id`, [
    actorId,
  ])
}
