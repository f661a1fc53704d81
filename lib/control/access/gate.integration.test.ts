import pg from 'pg'
import { describe, expect, test, vi } from 'vitest'
import type { Channel } from '@/lib/control/access/actor'
import { type Space, transactionOf, withNewSpace, withSpace } from '@/lib/control/access/gate'
import { newId } from '@/lib/platform/ids'
import { fail, ok } from '@/lib/platform/result'
import { readDocument } from '@/lib/record/documents/queries'
import { readHome } from '@/lib/record/home/queries'
import { usingDatabase } from '@/lib/test-support/database'
import { giveDocument } from '@/lib/test-support/documents'
import { eventsOf, newEvents, securityEventsOf } from '@/lib/test-support/history'
import { careSoftware, codeOf, dataOf, intruding, makePerson } from '@/lib/test-support/people'

const roles = usingDatabase()

const stateOf = async (spaceId: string) =>
  (await roles().owner<{ state: string }>('SELECT state FROM space WHERE space_id = $1', [spaceId]))[0]?.state

/** A write that would be seen if it stayed. */
const close = (space: Space) =>
  transactionOf(space).space.updateMany({ where: { spaceId: space.id }, data: { state: 'closed' } })

describe('What is done and its trace', () => {
  test('are one: both are there afterwards', async () => {
    const person = await makePerson()
    const before = await eventsOf(roles().owner, person.spaceId)
    const done = await withSpace({ ...person.requester, action: 'home.read' }, async space => {
      await close(space)
      return ok(null)
    })
    expect(codeOf(done)).toBe('ok')
    expect(await newEvents(roles().owner, person.spaceId, before)).toEqual(['home.read granted'])
    expect(await stateOf(person.spaceId)).toBe('closed')
  })

  test('are one: an exception leaves neither, and a failed event tells that it was tried', async () => {
    const person = await makePerson()
    const before = await eventsOf(roles().owner, person.spaceId)
    const broken = withSpace({ ...person.requester, action: 'home.read' }, async space => {
      await close(space)
      throw new Error('a bug')
    })
    await expect(broken).rejects.toThrow('a bug')
    expect(await newEvents(roles().owner, person.spaceId, before)).toEqual(['home.read failed unexpected'])
    expect(await stateOf(person.spaceId)).toBe('open')
  })

  test('are one: a database connection that dies half-way leaves neither', async () => {
    const person = await makePerson()
    const before = await eventsOf(roles().owner, person.spaceId)
    const cut = withSpace({ ...person.requester, action: 'home.read' }, async space => {
      await close(space)
      const [own] = await transactionOf(space).$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`
      await roles().owner('SELECT pg_terminate_backend($1)', [own?.pid])
      return ok(null)
    })
    await expect(cut).rejects.toThrow(/connection|Transaction|terminat/i)
    expect(await newEvents(roles().owner, person.spaceId, before)).toEqual(['home.read failed unexpected'])
    expect(await stateOf(person.spaceId)).toBe('open')
  })

  test('are one: an expected failure changes nothing and keeps its reason', async () => {
    const person = await makePerson()
    const before = await eventsOf(roles().owner, person.spaceId)
    const failed = await withSpace({ ...person.requester, action: 'home.read' }, async space => {
      await close(space)
      return fail('conflict')
    })
    expect(codeOf(failed)).toBe('conflict')
    expect(await newEvents(roles().owner, person.spaceId, before)).toEqual(['home.read failed conflict'])
    expect(await stateOf(person.spaceId)).toBe('open')
  })

  test('leave nothing when a new space cannot be completed', async () => {
    const spaceId = newId()
    const access = {
      actor: careSoftware,
      spaceId,
      channel: 'command-line',
      action: 'space.register',
    } as const
    await expect(withNewSpace(access, () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug')
    expect(await stateOf(spaceId)).toBeUndefined()
    expect(await eventsOf(roles().owner, spaceId)).toEqual([])
  })

  test('a person cannot register a space, even under their own id', async () => {
    const spaceId = newId()
    const actor = { kind: 'citizen', id: spaceId, name: 'Personne' } as const
    const made = await withNewSpace({ actor, spaceId, channel: 'web', action: 'space.register' }, async () =>
      ok(null),
    )
    expect(codeOf(made)).toBe('not_found')
    expect(await stateOf(spaceId)).toBeUndefined()
  })

  test('the trace says who, what, about which document, in what capacity and by which door', async () => {
    const person = await makePerson()
    const document = await giveDocument(person)
    const before = await eventsOf(roles().owner, person.spaceId)
    const requester = { ...person.requester, channel: 'read-api' as Channel }
    dataOf(await readDocument(requester, document.id))
    const [event] = (await eventsOf(roles().owner, person.spaceId)).slice(before.length)
    expect(event).toMatchObject({
      action: 'document.read',
      result: 'granted',
      mode: 'holder',
      actor_id: person.spaceId,
      channel: 'read-api',
      object_id: document.id,
    })
  })
})

/** What is given to the driver: a sentence, or one with its parameters. */
const textOf = (asked: unknown) => (typeof asked === 'string' ? asked : (asked as { text: string }).text)

describe('The order of things', () => {
  test('the trace is written before anything is read or changed', async () => {
    const person = await makePerson()
    const document = await giveDocument(person)
    const said = vi.spyOn(pg.Client.prototype, 'query')
    dataOf(await readDocument(person.requester, document.id))
    const statements = said.mock.calls.map(([asked]) => textOf(asked).trim())
    said.mockRestore()
    const [begin, show, event, ...rest] = statements
    expect(begin).toBe('BEGIN')
    expect(show).toBe(`SET LOCAL app.space = '${person.spaceId}'`)
    expect(event).toMatch(/^INSERT INTO audit_event/)
    expect(rest.join('\n')).toMatch(/FROM document /)
    expect(rest.at(-1)).toBe('COMMIT')
  })

  test('fifty readings of one space at once do not wait for each other', async () => {
    const person = await makePerson()
    let inside = 0
    let most = 0
    let everyoneIn = () => {}
    const several = new Promise<void>(resolve => {
      everyoneIn = resolve
    })
    const reading = () =>
      withSpace({ ...person.requester, action: 'home.read' }, async () => {
        inside += 1
        most = Math.max(most, inside)
        // None leaves before a second one is in: if they queued, this would never end.
        if (inside > 1) everyoneIn()
        await several
        inside -= 1
        return ok(null)
      })
    const results = await Promise.all(Array.from({ length: 50 }, reading))
    expect(results.every(result => result.ok)).toBe(true)
    expect(most).toBeGreaterThan(1)
    const events = await eventsOf(roles().owner, person.spaceId)
    expect(events.filter(event => event.action === 'home.read')).toHaveLength(50)
  })
})

describe('Whoever knocks at another person’s door', () => {
  test('finds nothing, and the person can see that they tried; so can the operator', async () => {
    const [camille, intruder] = [await makePerson(), await makePerson()]
    const document = await giveDocument(camille)
    const before = await eventsOf(roles().owner, camille.spaceId)
    const own = await eventsOf(roles().owner, intruder.spaceId)
    const requester = intruding(intruder, camille)
    expect(codeOf(await readHome(requester))).toBe('not_found')
    expect(codeOf(await readDocument(requester, document.id))).toBe('not_found')
    expect(await newEvents(roles().owner, camille.spaceId, before)).toEqual([
      'home.read refused no_relation',
      'document.read refused no_relation',
    ])
    expect(await newEvents(roles().owner, intruder.spaceId, own)).toEqual([])
    expect(await securityEventsOf(roles().owner, intruder.spaceId)).toMatchObject([
      { kind: 'access_refused', details: { action: 'home.read', spaceExists: true } },
      { kind: 'access_refused', details: { action: 'document.read', spaceExists: true } },
    ])
  })

  test('finds the same nothing where nobody lives, and the operator sees that they tried', async () => {
    const intruder = await makePerson()
    for (const spaceId of [newId(), newId()])
      expect(codeOf(await readHome(intruding(intruder, { spaceId })))).toBe('not_found')
    expect(await securityEventsOf(roles().owner, intruder.spaceId)).toMatchObject([
      { kind: 'access_refused', details: { spaceExists: false } },
      { kind: 'access_refused', details: { spaceExists: false } },
    ])
  })

  test('cannot pass off something else as the id of a space', async () => {
    const intruder = await makePerson()
    const wrong = [
      '',
      '*',
      crypto.randomUUID(),
      `${intruder.spaceId}'; DROP TABLE space; --`,
      intruder.spaceId.toUpperCase(),
    ]
    for (const spaceId of wrong) {
      const asOwner = { ...intruder.requester, actor: { ...intruder.requester.actor, id: spaceId }, spaceId }
      expect(codeOf(await readHome(asOwner as typeof intruder.requester))).toBe('not_found')
    }
  })

  test('cannot reach a document of another person through their own space', async () => {
    const [camille, intruder] = [await makePerson(), await makePerson()]
    const document = await giveDocument(camille)
    const [before, own] = [
      await eventsOf(roles().owner, camille.spaceId),
      await eventsOf(roles().owner, intruder.spaceId),
    ]
    expect(codeOf(await readDocument(intruder.requester, document.id))).toBe('not_found')
    expect(await newEvents(roles().owner, intruder.spaceId, own)).toEqual(['document.read refused not_found'])
    expect(await newEvents(roles().owner, camille.spaceId, before)).toEqual([])
  })

  test.each([
    ['nothing', ''],
    ['a word', 'tout'],
    ['a zero byte', 'a\0b'],
    ['a path', '../../etc/passwd'],
    ['a very long text', 'x'.repeat(100_000)],
    ['capitals', '0190A000-0000-7000-8000-00000000000A'],
  ])('asking for a document named by %s is a refusal like any other', async (_name, id) => {
    const person = await makePerson()
    const before = await eventsOf(roles().owner, person.spaceId)
    expect(codeOf(await readDocument(person.requester, id))).toBe('not_found')
    expect(await newEvents(roles().owner, person.spaceId, before)).toEqual([
      'document.read refused not_found',
    ])
    const [event] = (await eventsOf(roles().owner, person.spaceId)).slice(before.length)
    expect(event?.object_id?.length ?? 0).toBeLessThan(100)
  })
})

describe('An open space', () => {
  test('cannot be used once its transaction is over', async () => {
    const person = await makePerson()
    let kept: Space | undefined
    await withSpace({ ...person.requester, action: 'home.read' }, async space => {
      kept = space
      return ok(null)
    })
    expect(() => kept && transactionOf(kept)).toThrow('no longer open')
  })

  test('cannot be built, copied or imitated', async () => {
    const person = await makePerson()
    await withSpace({ ...person.requester, action: 'home.read' }, async space => {
      const { id, actor, action, at, mode } = space
      // @ts-expect-error a look-alike has not the private field
      const lookAlike: Space = { id, actor, action, at, mode }
      expect(() => transactionOf(lookAlike)).toThrow('no longer open')
      // @ts-expect-error a spread copy has not the private field
      const copy: Space = { ...space }
      expect(() => transactionOf(copy)).toThrow('no longer open')
      const heir: Space = Object.create(space)
      expect(() => transactionOf(heir)).toThrow('no longer open')
      // @ts-expect-error the class is exported as a type only
      expect(typeof Space).toBe('undefined')
      return ok(null)
    })
  })

  test('cannot be pointed at another space or raised to another mode', async () => {
    const [person, hugo] = [await makePerson(), await makePerson()]
    await giveDocument(hugo)
    await withSpace({ ...person.requester, action: 'home.read' }, async space => {
      expect(() => Object.assign(space, { mode: 'system' })).toThrow()
      // @ts-expect-error its id is read-only
      space.id = hugo.spaceId
      // Row-level security does not depend on what this object says.
      expect(await transactionOf(space).document.findMany({ where: { spaceId: space.id } })).toEqual([])
      expect(space.mode).toBe('holder')
      return ok(null)
    })
  })

  test('shows one space only: another one’s rows are not there, even asked for by their id', async () => {
    const [camille, hugo] = [await makePerson(), await makePerson()]
    const document = await giveDocument(hugo)
    await withSpace({ ...camille.requester, action: 'home.read' }, async space => {
      const transaction = transactionOf(space)
      expect(await transaction.document.findFirst({ where: { id: document.id } })).toBeNull()
      expect(await transaction.space.count()).toBe(1)
      return ok(null)
    })
  })
})
