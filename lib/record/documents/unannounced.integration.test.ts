import { expect, test } from 'vitest'
import { readHistory } from '@/lib/control/audit/queries'
import { historyFilterSchema } from '@/lib/control/audit/schema'
import { documentFilterSchema } from '@/lib/record/documents/schema'
import { usingDatabase } from '@/lib/test-support/database'
import { listOf, newOid, packageFor, send } from '@/lib/test-support/documents'
import { dataOf, makePerson } from '@/lib/test-support/people'

usingDatabase()

test('a document withdrawn before it was announced leaves no arrival in what the person reads', async () => {
  const person = await makePerson()
  const uniqueId = newOid()
  expect(await send(packageFor(person.identity, { uniqueId, flags: ['INVISIBLE_PATIENT'] }))).toEqual([
    'imported',
  ])
  const history = async () =>
    dataOf(await readHistory(person.requester, historyFilterSchema.parse({}))).lines.map(line => line.action)
  expect(await history()).not.toContain('document.receive')

  expect(await send(packageFor(person.identity, { uniqueId, envelope: { action: 'delete' } }))).toEqual([
    'deleted',
  ])
  expect(await history()).not.toContain('document.receive')
})

test('an author that holds a zero byte is no filter', async () => {
  const person = await makePerson()
  expect(documentFilterSchema.parse({ auteur: 'a\0' }).auteur).toBeUndefined()
  expect((await listOf(person.requester, { auteur: 'a\0' })).matching).toBe(0)
})
