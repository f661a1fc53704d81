import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { type Entry, fromBufferPromise } from 'yauzl'
import { newId } from '@/lib/platform/ids'
import { storage } from '@/lib/platform/storage/sealed'
import { readDocument } from '@/lib/record/documents/queries'
import { silenceTaking, warnBeforeTaking } from '@/lib/record/documents/taking/commands'
import { considerTaking, takeDocuments } from '@/lib/record/documents/taking/queries'
import { takenBytesAtMost } from '@/lib/record/documents/taking/rules'
import { zipAttachment } from '@/lib/record/documents/taking/zip-answer'
import { usingDatabase } from '@/lib/test-support/database'
import { giveDocument, giveOwnDocument, packageFor, send } from '@/lib/test-support/documents'
import { eventsOf, newEvents } from '@/lib/test-support/history'
import { codeOf, dataOf, intruding, makePerson, type TestPerson } from '@/lib/test-support/people'

const roles = usingDatabase()

const words = {
  day: () => '12 mars 2026',
  listName: 'LISEZ-MOI.txt',
  list: (files: ReadonlyArray<{ readonly name: string }>) => files.map(({ name }) => name).join('\n'),
}

const answerFor = async ({ requester }: Pick<TestPerson, 'requester'>, ids: readonly string[]) =>
  zipAttachment(dataOf(await takeDocuments(requester, ids)), words)

async function unpacked(response: Response): Promise<Record<string, string>> {
  const zip = await fromBufferPromise(Buffer.from(await response.arrayBuffer()), {
    lazyEntries: true,
    autoClose: false,
  })
  const files: Array<[string, string]> = []
  for await (const entry of zip.eachEntry() as AsyncIterable<Entry>)
    files.push([entry.fileName, await text(await zip.openReadStreamPromise(entry))])
  return Object.fromEntries(files)
}

const secretOf = async (person: TestPerson): Promise<string> => {
  await send(packageFor(person.identity, { title: 'À annoncer', flags: ['INVISIBLE_PATIENT'] }))
  const [row] = await roles().owner<{ id: string }>(
    "SELECT id FROM document WHERE space_id = $1 AND title = 'À annoncer'",
    [person.spaceId],
  )
  return row?.id ?? ''
}

describe('Several documents taken away in one archive', () => {
  test('are the originals, with their list; each has its trace, and what is not for the reader is neither there nor counted', async () => {
    const [person, stranger] = [await makePerson(), await makePerson()]
    const note = await giveOwnDocument(person, { title: 'Ma note', text: 'Bonjour' })
    const letter = await giveDocument(person, { title: 'Lettre' })
    const foreign = await giveDocument(stranger)
    const secret = await secretOf(person)
    const ids = [note.id, letter.id, foreign.id, secret, newId()]
    const taking = dataOf(await considerTaking(person.requester, ids))
    expect(taking).toMatchObject({ missing: 3, tooLarge: false, warns: true })
    expect(taking.documents.map(({ line }) => line.title).sort()).toEqual(['Lettre', 'Ma note'])

    const seen = await eventsOf(roles().owner, person.spaceId)
    const files = await unpacked(await answerFor(person, ids))
    const names = Object.keys(files)
    expect(names).toHaveLength(3)
    expect(names[0]).toMatch(/^01 - 12 mars 2026 - (?:Lettre\.xml|Ma note\.txt)$/)
    expect(files['LISEZ-MOI.txt']).toBe(names.slice(0, 2).join('\n'))
    const noteName = names.find(name => name.includes('Ma note')) ?? ''
    expect(files[noteName]).toContain('Bonjour')
    expect(await newEvents(roles().owner, person.spaceId, seen)).toEqual([
      'document.list granted',
      'document.download granted',
      'document.download granted',
    ])
    expect(codeOf(await takeDocuments(intruding(stranger, person), ids))).toBe('not_found')
    expect(codeOf(await takeDocuments(person.requester, [secret]))).toBe('not_found')
  })

  test('are not begun when they weigh too much or are too many, and the page says so before', async () => {
    const person = await makePerson()
    const note = await giveOwnDocument(person)
    await roles().owner('UPDATE document SET size = $1 WHERE id = $2', [takenBytesAtMost + 1, note.id])
    expect(dataOf(await considerTaking(person.requester, [note.id])).tooLarge).toBe(true)
    expect(codeOf(await takeDocuments(person.requester, [note.id]))).toBe('too_large')
    const many = Array.from({ length: 51 }, () => newId())
    expect(codeOf(await takeDocuments(person.requester, many))).toBe('too_large')
  })

  test('end in an error when one of them is broken, never in an archive that looks whole', async () => {
    const person = await makePerson()
    const notes = [await giveOwnDocument(person), await giveOwnDocument(person)]
    const [row] = await roles().owner<{ key: string }>(
      'SELECT storage_key AS key FROM document WHERE id = $1',
      [notes[0]?.id],
    )
    const key = row?.key ?? ''
    const sealed = await buffer(await storage().get(key))
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1
    await storage().put(key, Readable.from([sealed]))
    const response = await answerFor(
      person,
      notes.map(({ id }) => id),
    )
    await expect(response.arrayBuffer()).rejects.toThrow()
  })
})

test('A reader who knows what a copy is is not told again, until they ask to be', async () => {
  const person = await makePerson()
  const note = await giveOwnDocument(person)
  const warned = async () => dataOf(await readDocument(person.requester, note.id)).warnsBeforeTaking
  expect(await warned()).toBe(true)
  dataOf(await silenceTaking(person.requester))
  expect(await warned()).toBe(false)
  dataOf(await warnBeforeTaking(person.requester))
  expect(await warned()).toBe(true)
  const events = (await eventsOf(roles().owner, person.spaceId)).map(({ action }) => action)
  expect(events.filter(action => action.startsWith('taking'))).toEqual(['taking.silence', 'taking.warn'])
})

test('A document opened to be printed says so in the history', async () => {
  const person = await makePerson()
  const note = await giveOwnDocument(person)
  const seen = await eventsOf(roles().owner, person.spaceId)
  dataOf(await readDocument(person.requester, note.id, 'document.print'))
  expect(await newEvents(roles().owner, person.spaceId, seen)).toEqual(['document.print granted'])
})
