import { expect, test } from 'vitest'
import { indexDocument } from '@/lib/record/documents/searching/indexing'
import { readHome } from '@/lib/record/home/queries'
import { usingDatabase } from '@/lib/test-support/database'
import { giveDocument } from '@/lib/test-support/documents'
import { dataOf, makePerson } from '@/lib/test-support/people'

usingDatabase()

test('who came by is told, and not the chores of the service, however many they are', async () => {
  const person = await makePerson()
  const given = [await giveDocument(person), await giveDocument(person)]
  for (let n = 0; n < 3; n += 1)
    for (const { id } of given) await indexDocument({ spaceId: person.spaceId, documentId: id })
  const { accesses } = dataOf(await readHome(person.requester))
  expect(accesses.filter(({ action }) => action === 'document.receive')).toHaveLength(2)
  expect(accesses.map(({ action }) => action)).not.toContain('document.index')
})
