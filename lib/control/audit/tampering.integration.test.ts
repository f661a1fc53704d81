import { beforeEach, describe, expect, test } from 'vitest'
import { linkHash } from '@/lib/control/audit/event'
import { verifyHistory } from '@/lib/control/audit/queries'
import { contentOfRow, type EventRow, eventColumns } from '@/lib/control/audit/sealing'
import { newId } from '@/lib/platform/ids'
import { usingDatabase } from '@/lib/test-support/database'
import { dataOf } from '@/lib/test-support/people'
import {
  publish,
  rewriteAll,
  type SealedHistory,
  sealAll,
  sealedHistory,
  verifyOutside,
} from '@/lib/test-support/sealed-history'

/** A dishonest administrator of the database, who may do anything in SQL but has not the keys of the application. */
const roles = usingDatabase()
const sql = (statement: string, ...parameters: unknown[]) => roles().owner(statement, parameters)

let history: SealedHistory
beforeEach(async () => {
  history = await sealedHistory(roles().owner)
})

const idAt = (seq: number) => history.events[seq - 1]?.id ?? ''

type Expected = { readonly kind: string; readonly seq: number | null; readonly eventId?: string | null }

/** Both verifiers, the citizen's page and the operator's command, name the same first wrong event. */
async function expectFault({ kind, seq, eventId = null }: Expected): Promise<void> {
  const outside = await verifyOutside(history.person.spaceId)
  expect(outside.fault).toEqual({ kind, seq: seq === null ? null : BigInt(seq), eventId })
  const page = dataOf(await verifyHistory(history.person.requester))
  expect(page.fault).toMatchObject({ kind, seq: seq === null ? null : String(seq), eventId })
  if (eventId) expect(page.fault?.line?.id).toBe(eventId)
}

test('an untouched history is found intact, to the last event and with its published root', async () => {
  expect(await publish('2031-01-01')).toBeGreaterThan(0)
  const outside = await verifyOutside(history.person.spaceId)
  expect(outside).toMatchObject({ checked: 6, waiting: 0, fault: null })
  const page = dataOf(await verifyHistory(history.person.requester))
  // Its own event is there, waiting to be sealed.
  expect(page).toMatchObject({ checked: 6, waiting: 1, fault: null, publishedDay: '2031-01-01' })
  expect(page.headHash).toBe(Buffer.from(outside.head.hash).toString('hex'))
})

describe('A changed event is named', () => {
  test.each([
    ['when', `at = at + interval '1 millisecond'`],
    ['what', `action = 'document.read'`],
    ['whether it was granted', `result = 'refused'`],
    ['why', `reason = 'urgence'`],
    ['in what capacity', `mode = 'care_team'`],
    ['what kind of actor', `actor_kind = 'system'`],
    ['which actor', `actor_id = 'import'`],
    ['the actor’s name', `actor_name = 'personne'`],
    ['by which door', `channel = 'command-line'`],
    ['the kind of thing', `object_kind = 'document'`],
    ['which document', `object_id = 'x'`],
    ['its authenticity', `mac = decode('00', 'hex')`],
  ])('%s', async (_what, change) => {
    await sql(`UPDATE audit_event SET ${change} WHERE space_id = $1 AND seq = 4`, history.person.spaceId)
    await expectFault({ kind: 'altered', seq: 4, eventId: idAt(4) })
  })

  test('its identifier', async () => {
    const id = newId()
    await sql('UPDATE audit_event SET id = $2 WHERE space_id = $1 AND seq = 4', history.person.spaceId, id)
    await expectFault({ kind: 'altered', seq: 4, eventId: id })
  })

  test.each(['prev_hash', 'hash'])('its link to the one before (%s)', async column => {
    await sql(
      `UPDATE audit_event SET ${column} = decode('00', 'hex') WHERE space_id = $1 AND seq = 4`,
      history.person.spaceId,
    )
    await expectFault({ kind: 'moved', seq: 4, eventId: idAt(4) })
  })
})

describe('A missing event is named by the place it had', () => {
  test('in the middle', async () => {
    await sql('DELETE FROM audit_event WHERE space_id = $1 AND seq = 4', history.person.spaceId)
    await expectFault({ kind: 'removed', seq: 4 })
  })

  test('at the beginning', async () => {
    await sql('DELETE FROM audit_event WHERE space_id = $1 AND seq = 1', history.person.spaceId)
    await expectFault({ kind: 'removed', seq: 1 })
  })

  test('in the middle, with all that follows numbered again', async () => {
    await sql('DELETE FROM audit_event WHERE space_id = $1 AND seq = 4', history.person.spaceId)
    for (let seq = 5; seq <= 6; seq += 1)
      await sql(
        'UPDATE audit_event SET seq = $2::int - 1 WHERE space_id = $1 AND seq = $2::int',
        history.person.spaceId,
        seq,
      )
    await expectFault({ kind: 'moved', seq: 4, eventId: idAt(5) })
  })

  test('at the end', async () => {
    await sql('DELETE FROM audit_event WHERE space_id = $1 AND seq > 4', history.person.spaceId)
    await expectFault({ kind: 'removed', seq: 5 })
  })

  test('at the end, put back among those that wait', async () => {
    await sql(
      'UPDATE audit_event SET seq = NULL, prev_hash = NULL, hash = NULL WHERE space_id = $1 AND seq > 4',
      history.person.spaceId,
    )
    await expectFault({ kind: 'removed', seq: 5 })
  })

  test('at the end, with the head moved back', async () => {
    await sql('DELETE FROM audit_event WHERE space_id = $1 AND seq > 4', history.person.spaceId)
    await sql(
      `UPDATE audit_head SET seq = 4, hash = (SELECT hash FROM audit_event WHERE space_id = $1 AND seq = 4)
        WHERE space_id = $1`,
      history.person.spaceId,
    )
    await expectFault({ kind: 'head_forged', seq: 4 })
  })

  test('at the end, with an older head that had really been signed: the published root remembers', async () => {
    const { spaceId } = history.person
    await sql('CREATE TABLE IF NOT EXISTS old_head AS SELECT * FROM audit_head WHERE false')
    await sql('INSERT INTO old_head SELECT * FROM audit_head WHERE space_id = $1', spaceId)
    dataOf(await verifyHistory(history.person.requester))
    await sealAll()
    await publish('2031-02-01')
    await sql('DELETE FROM audit_event WHERE space_id = $1 AND seq > 6', spaceId)
    await sql('DELETE FROM audit_head WHERE space_id = $1', spaceId)
    await sql('INSERT INTO audit_head SELECT * FROM old_head WHERE space_id = $1', spaceId)
    await expectFault({ kind: 'removed', seq: 7 })
  })

  test('all of them', async () => {
    await sql('DELETE FROM audit_event WHERE space_id = $1', history.person.spaceId)
    expect((await verifyOutside(history.person.spaceId)).fault).toMatchObject({ kind: 'removed', seq: 1n })
  })
})

describe('An event out of its place is named', () => {
  test('two that changed places', async () => {
    const { spaceId } = history.person
    const place = 'UPDATE audit_event SET seq = $2::int WHERE space_id = $1 AND seq = $3::int'
    await sql(place, spaceId, 1000, 4)
    await sql(place, spaceId, 4, 5)
    await sql(place, spaceId, 5, 1000)
    await expectFault({ kind: 'moved', seq: 4, eventId: idAt(5) })
  })

  test('two that changed places with their links', async () => {
    const { spaceId } = history.person
    await sql(`UPDATE audit_event e SET seq = e.seq + 1000 WHERE space_id = $1 AND seq IN (4, 5)`, spaceId)
    await sql(
      `UPDATE audit_event e SET seq = o.seq - 1000, prev_hash = o.prev_hash, hash = o.hash
         FROM audit_event o
        WHERE e.space_id = $1 AND o.space_id = $1 AND e.seq IN (1004, 1005) AND o.seq = 2009 - e.seq`,
      spaceId,
    )
    await expectFault({ kind: 'moved', seq: 4, eventId: idAt(5) })
  })
})

const forged = `INSERT INTO audit_event (space_id, id, at, action, result, mode, actor_kind, actor_id, actor_name,
    channel, mac, seq, prev_hash, hash)
  SELECT space_id, $2::uuid, at, action, result, mode, actor_kind, actor_id, 'Quelqu’un d’autre', channel, mac,
         $3::bigint, $4::bytea, $5::bytea
    FROM audit_event WHERE space_id = $1 AND id = $6`

describe('An invented event is named', () => {
  test('while it waits, and it is never given a place', async () => {
    const { spaceId } = history.person
    const id = newId()
    await sql(forged, spaceId, id, null, null, null, idAt(4))
    await expectFault({ kind: 'added', seq: null, eventId: id })
    await sealAll()
    const [row] = await sql('SELECT seq FROM audit_event WHERE space_id = $1 AND id = $2', spaceId, id)
    expect(row).toEqual({ seq: null })
    // What the application wrote after it has its place all the same.
    const outside = await verifyOutside(spaceId)
    expect(outside.checked).toBe(7)
    expect(outside.fault).toMatchObject({ kind: 'added', eventId: id })
  })

  test('at the end, with a link that follows from the last one', async () => {
    const { spaceId } = history.person
    const id = newId()
    const [last] = await roles().owner<EventRow>(
      `SELECT ${eventColumns} FROM audit_event WHERE space_id = $1 AND seq = 6`,
      [spaceId],
    )
    if (!last?.hash) throw new Error('ten events')
    const hash = linkHash(last.hash, 7n, { ...contentOfRow(last), id, actorName: 'Quelqu’un d’autre' })
    await sql(forged, spaceId, id, 7, last.hash, hash, idAt(6))
    await expectFault({ kind: 'altered', seq: 7, eventId: id })
  })

  test('as the copy of a true one under a number of its own', async () => {
    const { spaceId } = history.person
    const id = newId()
    await sql(forged, spaceId, id, 900, Buffer.alloc(32), Buffer.alloc(32), idAt(4))
    await expectFault({ kind: 'added', seq: 900, eventId: id })
  })

  test('taken from the history of somebody else', async () => {
    const other = await sealedHistory(roles().owner)
    const id = other.events[4]?.id
    await sql('DELETE FROM audit_event WHERE space_id = $1 AND seq = 5', history.person.spaceId)
    await sql(
      'UPDATE audit_event SET space_id = $1 WHERE space_id = $2 AND id = $3',
      history.person.spaceId,
      other.person.spaceId,
      id,
    )
    const { fault } = await verifyOutside(history.person.spaceId)
    expect(fault).toMatchObject({ seq: 5n, eventId: id })
    expect((await verifyOutside(other.person.spaceId)).fault).toMatchObject({ kind: 'removed', seq: 5n })
  })
})

describe('The signed head', () => {
  test.each([
    ['its signature', `signature = decode(repeat('00', 64), 'hex')`, { kind: 'head_forged', seq: 6 }],
    ['its hash', `hash = decode(repeat('00', 32), 'hex')`, { kind: 'head_forged', seq: 6 }],
    ['its place, raised', 'seq = 9', { kind: 'removed', seq: 7 }],
    ['its place, lowered', 'seq = 3', { kind: 'added', seq: 4 }],
  ] as const)('cannot be altered: %s', async (_what, change, expected) => {
    await sql(`UPDATE audit_head SET ${change} WHERE space_id = $1`, history.person.spaceId)
    await expectFault(expected)
  })

  test('cannot be taken away', async () => {
    await sql('DELETE FROM audit_head WHERE space_id = $1', history.person.spaceId)
    await expectFault({ kind: 'head_forged', seq: 6 })
  })
})

describe('The published root', () => {
  /** More happens after the root: the fault is at the root's own place, not where the history ends. */
  async function publishThenGoOn(day: string) {
    await publish(day)
    dataOf(await verifyHistory(history.person.requester))
    await sealAll()
  }

  test.each([
    ['its bytes', 'audit_root', `root = decode(repeat('00', 32), 'hex')`],
    ['its signature', 'audit_root', `signature = decode(repeat('00', 64), 'hex')`],
    ['how many histories it holds', 'audit_root', 'size = size + 1'],
    ['the proof of this history', 'audit_root_leaf', `proof = ARRAY[decode(repeat('00', 32), 'hex')]`],
    ['the hash of this history', 'audit_root_leaf', `hash = decode(repeat('00', 32), 'hex')`],
    ['the rank of this history', 'audit_root_leaf', 'index = index + 1'],
  ])('cannot be altered: %s', async (_what, table, change) => {
    const day = `2032-${newId()}`
    await publishThenGoOn(day)
    const before = await verifyOutside(history.person.spaceId)
    expect(before.fault).toBeNull()
    const where = table === 'audit_root' ? '' : 'AND space_id = $2'
    const parameters = table === 'audit_root' ? [day] : [day, history.person.spaceId]
    await sql(`UPDATE ${table} SET ${change} WHERE day = $1 ${where}`, ...parameters)
    await expectFault({ kind: 'root_mismatch', seq: 6 })
    // Roots are shared: leave none broken behind.
    await sql('DELETE FROM audit_root_leaf WHERE day = $1', day)
    await sql('DELETE FROM audit_root WHERE day = $1', day)
  })

  test('is published once a day and never again', async () => {
    expect(await publish('2033-01-01')).toBeGreaterThan(0)
    const [first] = await sql(`SELECT root FROM audit_root WHERE day = '2033-01-01'`)
    dataOf(await verifyHistory(history.person.requester))
    await sealAll()
    expect(await publish('2033-01-01')).toBeNull()
    expect(await sql(`SELECT root FROM audit_root WHERE day = '2033-01-01'`)).toEqual([first])
  })

  test('betrays even someone who holds every key and writes the whole history again', async () => {
    const { spaceId } = history.person
    await publishThenGoOn('2034-01-01')
    await rewriteAll(roles().owner, spaceId, 'Personne')
    await expectFault({ kind: 'root_mismatch', seq: 6 })
  })
})
