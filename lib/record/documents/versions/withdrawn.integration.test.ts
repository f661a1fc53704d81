import { describe, expect, test } from 'vitest'
import { readHistory } from '@/lib/control/audit/queries'
import { historyFilterSchema } from '@/lib/control/audit/schema'
import type { Clock } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { binDocument, eraseDocument } from '@/lib/record/documents/bin/commands'
import { listWithdrawn, openDocument, readWithdrawn } from '@/lib/record/documents/versions/withdrawn-queries'
import { usingDatabase } from '@/lib/test-support/database'
import { giveOwnDocument, listOf, newOid, packageFor, send } from '@/lib/test-support/documents'
import { eventsOf, newEvents } from '@/lib/test-support/history'
import { codeOf, dataOf, intruding, makePerson, type TestPerson } from '@/lib/test-support/people'

const roles = usingDatabase()

const at = (day: string): Clock => ({ now: () => new Date(`${day}T10:00:00Z`) })

/** A letter that was received in March and that its author took back in April; its id. */
async function withdrawnLetter(
  person: TestPerson,
  letter: Parameters<typeof packageFor>[1] = {},
  received = '2026-03-10',
) {
  const uniqueId = newOid()
  const bytes = packageFor(person.identity, { title: 'Bilan', text: 'Un secret.', uniqueId, ...letter })
  await send(bytes, { clock: at(received) })
  const withdrawal = packageFor(person.identity, { uniqueId, envelope: { action: 'delete' } })
  expect(await send(withdrawal, { clock: at('2026-04-10') })).toEqual(['deleted'])
  const [row] = await roles().owner<{ id: string }>(
    'SELECT id FROM document WHERE space_id = $1 AND unique_id = $2',
    [person.spaceId, uniqueId],
  )
  return { id: row?.id ?? '', uniqueId }
}

describe('A document withdrawn by its author', () => {
  test('tells at its old address who, when and what is left, and nothing of what it said; the history says that nothing was read', async () => {
    const person = await makePerson()
    const { id } = await withdrawnLetter(person)
    const seen = await eventsOf(roles().owner, person.spaceId)
    const found = dataOf(await openDocument(person.requester, id))
    expect(found).toMatchObject({
      kind: 'withdrawn',
      remains: { line: { id, title: 'Bilan' }, withdrawnAt: new Date('2026-04-10T10:00:00Z'), versions: [] },
    })
    expect(JSON.stringify(found)).not.toContain('secret')
    expect(await newEvents(roles().owner, person.spaceId, seen)).toEqual([
      'document.read failed withdrawn',
      'withdrawn.read granted',
    ])
  })

  test('is in the list of those withdrawn, and its line in the history leads to what is left of it', async () => {
    const person = await makePerson()
    const { id } = await withdrawnLetter(person)
    expect(dataOf(await listWithdrawn(person.requester)).map(({ line }) => line.id)).toEqual([id])
    const { lines } = dataOf(await readHistory(person.requester, historyFilterSchema.parse({})))
    expect(lines.find(({ action }) => action === 'document.withdraw')).toMatchObject({
      documentId: id,
      documentTitle: 'Bilan',
    })
  })

  test('is told in the list to who was here before and comes back after, and only of what they could have read', async () => {
    const person = await makePerson({ clock: at('2026-03-01') })
    const uniqueId = newOid()
    await send(packageFor(person.identity, { uniqueId, title: 'Bilan' }), { clock: at('2026-03-10') })
    const on = (day: string) => listOf({ ...person.requester, clock: at(day) })
    expect((await on('2026-03-20')).withdrawnSince).toBe(0)
    await send(packageFor(person.identity, { uniqueId, envelope: { action: 'delete' } }), {
      clock: at('2026-04-10'),
    })
    // Received and withdrawn while they were away: nothing that they had is gone.
    await withdrawnLetter(person, { title: 'Autre' }, '2026-03-25')
    expect((await on('2026-05-01')).withdrawnSince).toBe(1)
    expect((await on('2026-06-01')).withdrawnSince).toBe(0)
  })

  test('keeps its other versions readable, and says which they are', async () => {
    const person = await makePerson()
    const [first, second] = [newOid(), newOid()]
    await send(packageFor(person.identity, { uniqueId: first, title: 'Une' }))
    await send(packageFor(person.identity, { uniqueId: second, replaces: first, title: 'Deux' }))
    await send(packageFor(person.identity, { uniqueId: second, envelope: { action: 'delete' } }))
    const [gone] = dataOf(await listWithdrawn(person.requester))
    const { versions } = dataOf(await readWithdrawn(person.requester, gone?.line.id ?? ''))
    expect(versions.map(({ title }) => title)).toEqual(['Une'])
    expect(dataOf(await openDocument(person.requester, versions[0]?.id ?? '')).kind).toBe('document')
  })
})

describe('What is left of a document is not told', () => {
  test('to who was never told of it', async () => {
    const person = await makePerson()
    const { id } = await withdrawnLetter(person, { flags: ['INVISIBLE_PATIENT'] })
    expect(codeOf(await openDocument(person.requester, id))).toBe('not_found')
    expect(codeOf(await readWithdrawn(person.requester, id))).toBe('not_found')
    expect(dataOf(await listWithdrawn(person.requester))).toEqual([])
  })

  test('to another person, exactly as for what does not exist', async () => {
    const [owner, curious] = [await makePerson(), await makePerson()]
    const { id } = await withdrawnLetter(owner)
    for (const one of [id, newId(), 'rien'])
      expect(await openDocument(curious.requester, one)).toEqual({ ok: false, error: { code: 'not_found' } })
    expect(codeOf(await readWithdrawn(intruding(curious, owner), id))).toBe('not_found')
    expect(codeOf(await listWithdrawn(intruding(curious, owner)))).toBe('not_found')
  })

  test('when it is in its place, or when the person deleted it themselves', async () => {
    const person = await makePerson({ clock: at('2026-01-01') })
    const { id } = await giveOwnDocument({
      ...person,
      requester: { ...person.requester, clock: at('2026-01-02') },
    })
    expect(codeOf(await readWithdrawn(person.requester, id))).toBe('not_found')
    dataOf(await binDocument({ ...person.requester, clock: at('2026-01-03') }, { id }))
    dataOf(await eraseDocument({ spaceId: person.spaceId, documentId: id, clock: at('2026-03-03') }))
    expect(codeOf(await openDocument(person.requester, id))).toBe('not_found')
    expect(dataOf(await listWithdrawn(person.requester))).toEqual([])
  })
})
