import { expect, test } from 'vitest'
import { newId } from '@/lib/platform/ids'
import { togglePin } from '@/lib/record/documents/organising/folder-commands'
import { usingDatabase } from '@/lib/test-support/database'
import { giveDocument, listOf } from '@/lib/test-support/documents'
import { eventsOf, newEvents } from '@/lib/test-support/history'
import { codeOf, dataOf, makePerson } from '@/lib/test-support/people'

const roles = usingDatabase()

test('the button of a line pins it, then unpins it, each with its trace', async () => {
  const person = await makePerson()
  const { id } = await giveDocument(person)
  const seen = await eventsOf(roles().owner, person.spaceId)
  const pinned = async () => (await listOf(person.requester)).lines.map(line => line.isPinned)
  dataOf(await togglePin(person.requester, { epingler: id, retour: '/documents' }))
  expect(await pinned()).toEqual([true])
  dataOf(await togglePin(person.requester, { desepingler: id, retour: '/documents' }))
  expect(await pinned()).toEqual([false])
  const acts = (await newEvents(roles().owner, person.spaceId, seen)).filter(event => event.includes('pin'))
  expect(acts).toEqual(['document.pin granted', 'document.unpin granted'])
})

test('a button that names nothing, or the document of another person, changes nothing', async () => {
  const [owner, curious] = [await makePerson(), await makePerson()]
  const { id } = await giveDocument(owner)
  for (const asked of [{ epingler: id }, { epingler: newId() }, { desepingler: '' }, {}])
    expect(codeOf(await togglePin(curious.requester, { ...asked, retour: '/documents' }))).toBe('not_found')
})
