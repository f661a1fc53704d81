import { expect, test } from 'vitest'
import { readHistory } from '@/lib/control/audit/queries'
import { historyFilterSchema } from '@/lib/control/audit/schema'
import { readDocument } from '@/lib/record/documents/queries'
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

test('a document replaced by one that is not announced yet still stands for the person, as if nothing had come', async () => {
  const person = await makePerson()
  const [first, second] = [newOid(), newOid()]
  await send(packageFor(person.identity, { uniqueId: first, title: 'Première version' }))
  const announced = {
    uniqueId: second,
    replaces: first,
    title: 'Nouvelle version',
    flags: ['INVISIBLE_PATIENT'],
  }
  expect(await send(packageFor(person.identity, announced))).toEqual(['replaced'])
  const list = await listOf(person.requester)
  expect(list.lines.map(line => line.title)).toEqual(['Première version'])
  expect(list.facets.total).toBe(1)
  const opened = dataOf(await readDocument(person.requester, list.lines[0]?.id ?? ''))
  expect(opened.versions).toEqual([])
})

test('the withdrawal of a document is told with its name to who could read it, and not at all to who was never told of it', async () => {
  const person = await makePerson()
  const told = async () =>
    dataOf(await readHistory(person.requester, historyFilterSchema.parse({})))
      .lines.filter(line => line.action === 'document.withdraw')
      .map(line => line.documentTitle)
  const [open, secret] = [newOid(), newOid()]
  await send(packageFor(person.identity, { uniqueId: open, title: 'Bilan retiré' }))
  await send(packageFor(person.identity, { uniqueId: secret, flags: ['INVISIBLE_PATIENT'] }))
  await send(packageFor(person.identity, { uniqueId: secret, envelope: { action: 'delete' } }))
  expect(await told()).toEqual([])
  await send(packageFor(person.identity, { uniqueId: open, envelope: { action: 'delete' } }))
  expect(await told()).toEqual(['Bilan retiré'])
})
