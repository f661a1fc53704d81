import { describe, expect, test } from 'vitest'
import { readHistory } from '@/lib/control/audit/queries'
import { historyFilterSchema } from '@/lib/control/audit/schema'
import { openSpace } from '@/lib/people/spaces/commands'
import { newId } from '@/lib/platform/ids'
import { hideDocument, showDocument } from '@/lib/record/documents/hiding/commands'
import { considerDocument } from '@/lib/record/documents/organising/queries'
import { usingDatabase } from '@/lib/test-support/database'
import { giveDocument, listOf, newOid, packageFor, send } from '@/lib/test-support/documents'
import { eventsOf, newEvents } from '@/lib/test-support/history'
import {
  codeOf,
  dataOf,
  intruding,
  makePerson,
  type TestPerson,
  visibleToAll,
} from '@/lib/test-support/people'

const roles = usingDatabase()

/** Each document of a space, newest version or not: is it hidden? As the owner of the database sees it. */
async function hiddenIn(person: TestPerson): Promise<Record<string, boolean>> {
  const rows = await roles().owner<{ title: string; hidden: boolean }>(
    'SELECT title, hidden_from_professionals AS hidden FROM document WHERE space_id = $1',
    [person.spaceId],
  )
  return Object.fromEntries(rows.map(({ title, hidden }) => [title, hidden]))
}

describe('Hiding a document from professionals', () => {
  test('hides that one and no other, says so on its line, and is undone the same way', async () => {
    const person = await makePerson()
    const letter = await giveDocument(person, { title: 'Lettre' })
    await giveDocument(person, { title: 'Autre' })
    const seen = await eventsOf(roles().owner, person.spaceId)

    expect(codeOf(await hideDocument(person.requester, letter))).toBe('ok')
    expect(await hiddenIn(person)).toEqual({ Lettre: true, Autre: false })
    const { lines } = await listOf(person.requester)
    expect(lines.filter(line => line.hiddenFromProfessionals).map(line => line.id)).toEqual([letter.id])
    // Asked twice, it is as if asked once.
    expect(codeOf(await hideDocument(person.requester, letter))).toBe('ok')

    expect(codeOf(await showDocument(person.requester, letter))).toBe('ok')
    expect(await hiddenIn(person)).toEqual({ Lettre: false, Autre: false })
    expect(await newEvents(roles().owner, person.spaceId, seen)).toEqual([
      'document.hide granted',
      'document.list granted',
      'document.hide granted',
      'document.show granted',
    ])
    const { lines: told } = dataOf(await readHistory(person.requester, historyFilterSchema.parse({})))
    expect(told.find(({ action }) => action === 'document.hide')?.documentTitle).toBe('Lettre')
  })

  test('hides every version of it, even one that the person is not told of yet, and no version tells in its place', async () => {
    const person = await makePerson()
    const [first, second, third] = [newOid(), newOid(), newOid()]
    await send(packageFor(person.identity, { uniqueId: first, title: 'Une' }))
    await send(packageFor(person.identity, { uniqueId: second, replaces: first, title: 'Deux' }))
    const withheld = { uniqueId: third, replaces: second, title: 'Trois', flags: ['INVISIBLE_PATIENT'] }
    await send(packageFor(person.identity, withheld))
    const [line] = (await listOf(person.requester)).lines
    expect(line?.title).toBe('Deux')
    dataOf(await hideDocument(person.requester, { id: line?.id ?? '' }))
    expect(await hiddenIn(person)).toEqual({ Une: true, Deux: true, Trois: true })
    dataOf(await showDocument(person.requester, { id: line?.id ?? '' }))
    expect(await hiddenIn(person)).toEqual({ Une: false, Deux: false, Trois: false })
  })

  test('holds for the version that comes later, and for the one that comes late', async () => {
    const person = await makePerson()
    const [first, second, third] = [newOid(), newOid(), newOid()]
    await send(packageFor(person.identity, { uniqueId: second, replaces: first, title: 'Deux' }))
    const [line] = (await listOf(person.requester)).lines
    dataOf(await hideDocument(person.requester, { id: line?.id ?? '' }))
    await send(packageFor(person.identity, { uniqueId: third, replaces: second, title: 'Trois' }))
    await send(packageFor(person.identity, { uniqueId: first, title: 'Une' }))
    expect(await hiddenIn(person)).toEqual({ Une: true, Deux: true, Trois: true })
  })

  test('is the rule for what comes when the person asked so on opening their space', async () => {
    const person = await makePerson({ state: 'known' })
    dataOf(await openSpace(person.requester, { ...visibleToAll, visibility: 'hidden' }))
    const letter = await giveDocument(person, { title: 'Lettre' })
    expect(letter.hiddenFromProfessionals).toBe(true)
    dataOf(await showDocument(person.requester, letter))
    expect(await hiddenIn(person)).toEqual({ Lettre: false })
  })

  test('says beforehand what stands for this document: its author, emergencies, whose it is', async () => {
    const person = await makePerson({ state: 'known' })
    dataOf(await openSpace(person.requester, { ...visibleToAll, emergencyHidden: true }))
    const letter = await giveDocument(person)
    expect(dataOf(await considerDocument(person.requester, letter.id))).toMatchObject({
      authorStillSees: true,
      shownInEmergency: true,
      rights: { own: false },
    })
  })
})

describe.each([
  ['document.hide', hideDocument],
  ['document.show', showDocument],
  ['document.consider', (who: TestPerson['requester'], { id }: { id: string }) => considerDocument(who, id)],
] as const)('« %s » is refused, and the refusal written', (action, act) => {
  test('for a document of another person, exactly as for one that does not exist', async () => {
    const [owner, curious] = [await makePerson(), await makePerson()]
    const letter = await giveDocument(owner, { title: 'Lettre' })
    for (const id of [letter.id, newId(), 'rien', '']) {
      const seen = await eventsOf(roles().owner, curious.spaceId)
      expect(await act(curious.requester, { id })).toEqual({ ok: false, error: { code: 'not_found' } })
      expect(await newEvents(roles().owner, curious.spaceId, seen)).toEqual([`${action} refused not_found`])
    }
    expect(await hiddenIn(owner)).toEqual({ Lettre: false })
  })

  test('for someone else at the door of this space', async () => {
    const [owner, curious] = [await makePerson(), await makePerson()]
    const letter = await giveDocument(owner, { title: 'Lettre' })
    const seen = await eventsOf(roles().owner, owner.spaceId)
    expect(codeOf(await act(intruding(curious, owner), letter))).toBe('not_found')
    expect(await newEvents(roles().owner, owner.spaceId, seen)).toEqual([`${action} refused no_relation`])
    expect(await hiddenIn(owner)).toEqual({ Lettre: false })
  })

  test('for a document that is not announced to the person yet, or that its author withdrew', async () => {
    const person = await makePerson()
    const uniqueId = newOid()
    await send(packageFor(person.identity, { title: 'Secret', flags: ['INVISIBLE_PATIENT'] }))
    await send(packageFor(person.identity, { title: 'Retiré', uniqueId }))
    await send(packageFor(person.identity, { uniqueId, envelope: { action: 'delete' } }))
    const rows = await roles().owner<{ id: string }>('SELECT id FROM document WHERE space_id = $1', [
      person.spaceId,
    ])
    expect(rows).toHaveLength(2)
    for (const { id } of rows) expect(codeOf(await act(person.requester, { id }))).toBe('not_found')
    expect(await hiddenIn(person)).toEqual({ Secret: false, Retiré: false })
  })
})
