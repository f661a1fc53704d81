import { hmac, sha256 } from '@/lib/platform/crypto/hash'
import { env } from '@/lib/platform/env'

/** One event of the history: all that was decided when it was written. Its place in the chain comes after. */
export type EventContent = {
  readonly spaceId: string
  readonly id: string
  readonly at: Date
  readonly action: string
  readonly result: 'granted' | 'refused' | 'failed'
  readonly reason: string | null
  readonly mode: string
  readonly actorKind: string
  readonly actorId: string
  readonly actorName: string
  readonly channel: string
  readonly objectKind: string | null
  readonly objectId: string | null
}

/**
 * The bytes that are authenticated and chained: a JSON array in this order, so that two programs written
 * years apart agree. Version first: a later form can be told from this one.
 */
export function canonicalEvent(event: EventContent): string {
  return JSON.stringify([
    'mes-event-1',
    event.spaceId,
    event.id,
    event.at.toISOString(),
    event.action,
    event.result,
    event.reason,
    event.mode,
    event.actorKind,
    event.actorId,
    event.actorName,
    event.channel,
    event.objectKind,
    event.objectId,
  ])
}

/** Proof that the application wrote this event: its key is not in the database. */
export function macOf(
  event: EventContent,
  key = Buffer.from(env().AUDIT_MAC_KEY, 'base64'),
): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hmac(key, canonicalEvent(event)))
}

/** What the first event of a space points back to. */
export function genesisOf(spaceId: string): Buffer {
  return sha256('mes-chain-1\0', spaceId)
}

/** The link: everything before, the place, the event. */
export function linkHash(previous: Uint8Array, seq: bigint, event: EventContent): Buffer {
  return sha256('mes-link-1\0', previous, `${seq}\0`, canonicalEvent(event))
}
