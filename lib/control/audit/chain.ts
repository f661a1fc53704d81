import { type EventContent, genesisOf, linkHash, macOf } from '@/lib/control/audit/event'
import { equalBytes } from '@/lib/platform/crypto/hash'

/** An event as it lies in the database, with its place in the chain once the sealer has given it one. */
export type StoredEvent = EventContent & {
  readonly mac: Uint8Array
  readonly seq: bigint | null
  readonly prevHash: Uint8Array | null
  readonly hash: Uint8Array | null
}

export type Head = { readonly seq: bigint; readonly hash: Uint8Array }

/** What is wrong, and the first event it is wrong with. `eventId` is null when the event itself is gone. */
export type ChainFault = {
  readonly kind: 'altered' | 'removed' | 'moved' | 'added' | 'head_forged' | 'root_mismatch'
  readonly seq: bigint | null
  readonly eventId: string | null
}

export type ChainState = {
  readonly checked: number
  readonly head: Head
  /** Events written in the last seconds, authenticated but not yet placed. */
  readonly waiting: number
  readonly fault: ChainFault | null
}

/**
 * Recomputes the chain of one space. `sealed` in the order of `seq`, one at a time (a long history is never
 * held whole); `waiting` are the events without a place.
 */
export class ChainVerifier {
  readonly #spaceId: string
  #head: Head
  #checked = 0
  #waiting = 0
  #fault: ChainFault | null = null

  constructor(spaceId: string) {
    this.#spaceId = spaceId
    this.#head = { seq: 0n, hash: genesisOf(spaceId) }
  }

  /** @returns false once a fault is found: what follows says nothing more. */
  sealed(event: StoredEvent): boolean {
    if (this.#fault) return false
    this.#fault = this.#check(event)
    if (this.#fault || event.seq === null || event.hash === null) return false
    this.#head = { seq: event.seq, hash: event.hash }
    this.#checked += 1
    return true
  }

  waiting(event: StoredEvent): boolean {
    if (this.#fault) return false
    if (this.#authentic(event)) this.#waiting += 1
    else this.#fault = { kind: 'added', seq: null, eventId: event.id }
    return this.#fault === null
  }

  /** @param recorded the signed head, null when the space has none. */
  finish(recorded: Head | null): ChainState {
    if (!this.#fault && recorded) this.#fault = this.#compareHead(recorded)
    if (!this.#fault && !recorded && this.#checked > 0)
      this.#fault = { kind: 'head_forged', seq: this.#head.seq, eventId: null }
    return { checked: this.#checked, head: this.#head, waiting: this.#waiting, fault: this.#fault }
  }

  #authentic(event: StoredEvent): boolean {
    return event.spaceId === this.#spaceId && equalBytes(macOf(event), event.mac)
  }

  #check(event: StoredEvent): ChainFault | null {
    const expected = this.#head.seq + 1n
    const at = { seq: event.seq, eventId: event.id }
    const linked = event.prevHash !== null && equalBytes(event.prevHash, this.#head.hash)
    if (!this.#authentic(event)) {
      // An event that took nobody's place was slipped in; one that sits in a link of the chain was changed.
      return { kind: linked && event.seq === expected ? 'altered' : 'added', ...at }
    }
    if (event.seq === null || event.seq !== expected) {
      return linked ? { kind: 'moved', ...at } : { kind: 'removed', seq: expected, eventId: null }
    }
    const hash = linkHash(this.#head.hash, event.seq, event)
    const intact = linked && event.hash !== null && equalBytes(event.hash, hash)
    return intact ? null : { kind: 'moved', ...at }
  }

  #compareHead(recorded: Head): ChainFault | null {
    if (recorded.seq > this.#head.seq) return { kind: 'removed', seq: this.#head.seq + 1n, eventId: null }
    if (recorded.seq < this.#head.seq) return { kind: 'added', seq: recorded.seq + 1n, eventId: null }
    return equalBytes(recorded.hash, this.#head.hash)
      ? null
      : { kind: 'head_forged', seq: recorded.seq, eventId: null }
  }
}
