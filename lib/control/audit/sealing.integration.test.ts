import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { verifyHistory } from '@/lib/control/audit/queries'
import { startSealer } from '@/lib/control/audit/sealer'
import { sealWaitingEvents } from '@/lib/control/audit/sealing'
import { sealerPool } from '@/lib/platform/db/sealer'
import { readHome } from '@/lib/record/home/queries'
import { usingDatabase } from '@/lib/test-support/database'
import { eventsOf } from '@/lib/test-support/history'
import { dataOf, makePerson, type TestPerson } from '@/lib/test-support/people'
import { sealAll, sealedHistory, verifyOutside } from '@/lib/test-support/sealed-history'

const roles = usingDatabase()

type Pool = ReturnType<typeof sealerPool>
let one: Pool
let other: Pool

beforeAll(() => {
  one = sealerPool()
  other = sealerPool()
})

afterAll(async () => {
  await one.end()
  await other.end()
})

const placesOf = async (person: TestPerson) =>
  (await eventsOf(roles().owner, person.spaceId)).map(event => Number(event.seq)).sort((a, b) => a - b)

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

describe('The sealer', () => {
  test('gives each event one place, and has then nothing left to do', async () => {
    const { person, events } = await sealedHistory(roles().owner)
    expect(events.map(event => Number(event.seq))).toEqual(upTo(events.length))
    expect(await sealWaitingEvents(one)).toBe(0)
    expect((await eventsOf(roles().owner, person.spaceId)).map(event => event.seq).sort()).toEqual(
      events.map(event => event.seq).sort(),
    )
  })

  test('can be two: they never place the same event twice, whatever arrives meanwhile', async () => {
    const people = await Promise.all([makePerson(), makePerson(), makePerson()])
    let writing = true
    const seal = async (pool: Pool) => {
      let sealed = 0
      while (writing) sealed += await sealWaitingEvents(pool)
      return sealed
    }
    const sealers = [seal(one), seal(other)]
    for (let round = 0; round < 8; round += 1)
      await Promise.all(people.map(person => readHome(person.requester)))
    writing = false
    await Promise.all(sealers)
    await sealAll()
    for (const person of people) {
      expect(await placesOf(person)).toEqual(upTo(10))
      expect((await verifyOutside(person.spaceId)).fault).toBeNull()
    }
  })

  test('that finds another at work comes back as often as it likes, and takes over when the other is gone', async () => {
    const busy = await one.connect()
    await busy.query('SELECT pg_advisory_lock(4810022)')
    const person = await makePerson()
    for (let tries = 0; tries < 5; tries += 1) expect(await sealWaitingEvents(other)).toBe(0)
    busy.release(true)
    await vi.waitFor(async () => {
      await sealWaitingEvents(other)
      expect(await placesOf(person)).toEqual([1, 2])
    })
  })

  test('goes on with everyone else when one history has been tampered with', async () => {
    const { person: victim } = await sealedHistory(roles().owner)
    // Someone takes the next place before the sealer does.
    await roles().owner(
      `INSERT INTO audit_event (space_id, id, at, action, result, mode, actor_kind, actor_id, actor_name, channel, mac, seq)
       SELECT space_id, gen_random_uuid(), at, action, result, mode, actor_kind, actor_id, actor_name, channel, mac, seq + 1
         FROM audit_event WHERE space_id = $1 ORDER BY seq DESC LIMIT 1`,
      [victim.spaceId],
    )
    dataOf(await readHome(victim.requester))
    const others = await Promise.all([makePerson(), makePerson(), makePerson()])
    await sealAll()
    for (const person of others) expect(await placesOf(person)).toEqual([1, 2])
    expect((await verifyOutside(victim.spaceId)).fault).not.toBeNull()
  })

  test('works by itself once started, and stops when told', async () => {
    const sealer = startSealer()
    const person = await makePerson()
    await vi.waitFor(async () => expect(await placesOf(person)).toEqual([1, 2]), { timeout: 10_000 })
    await sealer.stop()
  })
})

test('verifying while events are written and sealed never gives a false alarm', async () => {
  const person = await makePerson()
  let writing = true
  const write = async () => {
    for (let round = 0; round < 30; round += 1) await readHome(person.requester)
    writing = false
  }
  const seal = async () => {
    while (writing) await sealWaitingEvents(one)
  }
  const faults: unknown[] = []
  let verifications = 0
  const verify = async () => {
    while (writing) {
      const page = await verifyHistory(person.requester)
      const outside = await verifyOutside(person.spaceId)
      faults.push(...[dataOf(page).fault, outside.fault].filter(fault => fault !== null))
      verifications += 1
    }
  }
  await Promise.all([write(), seal(), verify()])
  expect(faults).toEqual([])
  expect(verifications).toBeGreaterThan(2)
})
