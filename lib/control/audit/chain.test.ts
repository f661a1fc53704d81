import { describe, expect, test } from 'vitest'
import { ChainVerifier, type StoredEvent } from './chain'
import { type EventContent, genesisOf, linkHash, macOf } from './event'
import { includes, leafHash, merkleTree } from './merkle'

const space = '0190a000-0000-7000-8000-000000000001'

function content(n: number): EventContent {
  return {
    spaceId: space,
    id: `0190a000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`,
    at: new Date(Date.UTC(2026, 10, 1, 8, n)),
    action: 'document.read',
    result: 'granted',
    reason: null,
    mode: 'holder',
    actorKind: 'citizen',
    actorId: space,
    actorName: 'Camille LAURIER',
    channel: 'web',
    objectKind: 'document',
    objectId: `doc-${n}`,
  }
}

/** Seals a chain of `count` events as the sealer does. */
function chain(count: number): StoredEvent[] {
  let prevHash: Uint8Array = genesisOf(space)
  return Array.from({ length: count }, (_, i) => {
    const event = content(i + 1)
    const seq = BigInt(i + 1)
    const hash = linkHash(prevHash, seq, event)
    const stored = { ...event, mac: macOf(event), seq, prevHash, hash }
    prevHash = hash
    return stored
  })
}

function verify(events: StoredEvent[], head: StoredEvent | undefined) {
  const verifier = new ChainVerifier(space)
  for (const event of events) if (!verifier.sealed(event)) break
  return verifier.finish(head?.seq && head.hash ? { seq: head.seq, hash: head.hash } : null)
}

const at = (events: StoredEvent[], index: number): StoredEvent => {
  const event = events[index]
  if (!event) throw new Error('no such event')
  return event
}

describe('The history of a space', () => {
  test('an untouched chain is found whole', () => {
    const events = chain(9)
    expect(verify(events, events.at(-1))).toMatchObject({ checked: 9, fault: null })
  })

  test.each(['action', 'actorName', 'objectId', 'reason', 'channel', 'mode'] as const)(
    'an event whose %s was altered is named',
    field => {
      const events = chain(9)
      const target = at(events, 4)
      events[4] = { ...target, [field]: 'autre' }
      expect(verify(events, events.at(-1)).fault).toEqual({ kind: 'altered', seq: 5n, eventId: target.id })
    },
  )

  test('a changed date or result is an alteration', () => {
    const events = chain(3)
    events[1] = { ...at(events, 1), at: new Date(0) }
    expect(verify(events, events.at(-1)).fault).toMatchObject({ kind: 'altered', seq: 2n })
  })

  test('a removed event is named by the place it had', () => {
    const events = chain(9)
    const last = events.at(-1)
    events.splice(3, 1)
    expect(verify(events, last).fault).toEqual({ kind: 'removed', seq: 4n, eventId: null })
  })

  test('events removed at the end are missed, thanks to the signed head', () => {
    const events = chain(9)
    expect(verify(events.slice(0, 7), events.at(-1)).fault).toEqual({
      kind: 'removed',
      seq: 8n,
      eventId: null,
    })
  })

  test('two events that changed places are noticed', () => {
    const events = chain(9)
    const [a, b] = [at(events, 2), at(events, 3)]
    events[2] = { ...b, seq: a.seq, prevHash: a.prevHash, hash: a.hash }
    events[3] = { ...a, seq: b.seq, prevHash: b.prevHash, hash: b.hash }
    expect(verify(events, events.at(-1)).fault).toEqual({ kind: 'moved', seq: 3n, eventId: b.id })
  })

  test('an invented event is noticed, in the middle or while it waits for its place', () => {
    const events = chain(5)
    const invented = {
      ...content(50),
      mac: new Uint8Array(32),
      seq: 6n,
      prevHash: new Uint8Array(32),
      hash: new Uint8Array(32),
    }
    expect(verify([...events, invented], events.at(-1)).fault).toMatchObject({
      kind: 'added',
      eventId: invented.id,
    })
    const verifier = new ChainVerifier(space)
    verifier.waiting({ ...invented, seq: null, prevHash: null, hash: null })
    expect(verifier.finish(null).fault).toMatchObject({ kind: 'added', eventId: invented.id })
  })

  test('a chain rewritten to its end without the key of the application is noticed at the first rewritten event', () => {
    const events = chain(6)
    let prevHash = at(events, 2).hash ?? new Uint8Array()
    for (let i = 3; i < 6; i++) {
      const event = { ...at(events, i), actorName: 'personne', prevHash }
      const hash = linkHash(prevHash, BigInt(i + 1), event)
      events[i] = { ...event, hash }
      prevHash = hash
    }
    expect(verify(events, events.at(-1)).fault).toMatchObject({ kind: 'altered', seq: 4n })
  })
})

describe('The daily root', () => {
  test.each([1, 2, 3, 5, 8, 13, 100])('contains each of %i histories, and no other', size => {
    const leaves = Array.from({ length: size }, (_, i) =>
      leafHash(`${space}-${i}`, BigInt(i), Buffer.alloc(32, i)),
    )
    const tree = merkleTree(leaves)
    for (const [index, leaf] of leaves.entries()) {
      const proof = tree.proof(index)
      expect(includes({ leaf, index, size, proof, root: tree.root })).toBe(true)
      const other = leafHash('autre', 1n, Buffer.alloc(32))
      expect(includes({ leaf: other, index, size, proof, root: tree.root })).toBe(false)
    }
  })
})
