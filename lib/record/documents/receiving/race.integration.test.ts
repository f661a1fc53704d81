import { expect, test } from 'vitest'
import { usingDatabase } from '@/lib/test-support/database'
import { cdaFor, listOf, newOid, send } from '@/lib/test-support/documents'
import { makePerson } from '@/lib/test-support/people'

usingDatabase()

test('a version and the one it replaces, received at the same instant, leave one current document', async () => {
  for (let round = 0; round < 8; round += 1) {
    const person = await makePerson()
    const first = newOid()
    const old = cdaFor(person.identity, { uniqueId: first, title: 'Version 1' })
    const replacing = cdaFor(person.identity, { replaces: first, title: 'Version 2', version: 2 })
    await Promise.all([send(old), send(replacing)])
    const titles = (await listOf(person.requester)).lines.map(line => line.title)
    expect(titles).toEqual(['Version 2'])
  }
})

test('one file sent twice at the same instant is one document, and neither sender is told of a failure', async () => {
  const person = await makePerson()
  const file = cdaFor(person.identity)
  const outcomes = await Promise.all([send(file), send(file), send(file)])
  expect(outcomes.flat().sort()).toEqual(['imported', 'unchanged', 'unchanged'])
})
