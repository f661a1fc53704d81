import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { antivirusAt } from '@/lib/connectors/antivirus/live'
import { jpeg } from '@/lib/interop/images/fixtures'
import { fixedClock } from '@/lib/platform/clock'
import { storage } from '@/lib/platform/storage/sealed'
import { addDocument, stageFile } from '@/lib/record/documents/adding/commands'
import { downloadOriginal } from '@/lib/record/documents/adding/original-queries'
import { descriptionSchema } from '@/lib/record/documents/adding/rules'
import { binDocument, eraseDocument } from '@/lib/record/documents/bin/commands'
import { downloadDocument, readDocument } from '@/lib/record/documents/queries'
import { usingDatabase } from '@/lib/test-support/database'
import { codeOf, dataOf, intruding, makePerson, type TestPerson } from '@/lib/test-support/people'

const roles = usingDatabase()

type Wish = { readonly mayKeep: boolean; readonly keeps: boolean; readonly name?: string }

async function add(person: TestPerson, bytes: Buffer, { mayKeep, keeps, name = 'photo.jpg' }: Wish) {
  const sent = { name, content: Readable.from([bytes]), keepOriginal: mayKeep }
  const checks = { limit: 1_000_000, antivirus: antivirusAt(undefined) }
  const staged = dataOf(await stageFile(person.spaceId, sent, checks))
  const addition = {
    description: descriptionSchema.parse({}),
    fallbackTitle: () => 'Photo',
    keepOriginal: keeps,
  }
  return dataOf(await addDocument(person.requester, staged, addition)).id
}

async function keysStored(): Promise<Set<string>> {
  const keys = new Set<string>()
  for await (const { key } of storage().list()) keys.add(key)
  return keys
}

const asked = { mayKeep: true, keeps: true }

describe('The photograph as it was taken', () => {
  test('is kept only if the person says so, and given back to them, whole', async () => {
    const person = await makePerson()
    const photo = jpeg({ orientation: 6 })
    const id = await add(person, photo, asked)
    expect(dataOf(await readDocument(person.requester, id)).hasOriginal).toBe(true)
    const clean = await buffer(dataOf(await downloadDocument(person.requester, id)).content)
    const original = await buffer(dataOf(await downloadOriginal(person.requester, id)).content)
    expect([clean.includes('GPS'), original.equals(photo)]).toEqual([false, true])
  })

  test('is nowhere when they did not ask for it, even if it was put aside until they answered', async () => {
    for (const mayKeep of [false, true]) {
      const person = await makePerson()
      const before = await keysStored()
      const id = await add(person, jpeg(), { mayKeep, keeps: false })
      const come = [...(await keysStored())].filter(key => !before.has(key))
      expect(come).toHaveLength(1)
      expect(codeOf(await downloadOriginal(person.requester, id))).toBe('not_found')
      expect(dataOf(await readDocument(person.requester, id)).hasOriginal).toBe(false)
    }
  })

  test('is not kept twice when nothing was taken out of it', async () => {
    const person = await makePerson()
    const before = await keysStored()
    const id = await add(person, Buffer.from('Mes notes.'), { ...asked, name: 'notes.txt' })
    expect([...(await keysStored())].filter(key => !before.has(key))).toHaveLength(1)
    expect(dataOf(await readDocument(person.requester, id)).hasOriginal).toBe(false)
  })

  test('is its holder’s alone', async () => {
    const [person, stranger] = [await makePerson(), await makePerson()]
    const id = await add(person, jpeg(), asked)
    expect(codeOf(await downloadOriginal(intruding(stranger, person), id))).toBe('not_found')
    expect(codeOf(await downloadOriginal(stranger.requester, id))).toBe('not_found')
  })

  test('ends with its document', async () => {
    const deleted = new Date('2026-03-01T10:00:00Z')
    const person = await makePerson({ clock: fixedClock(deleted) })
    const id = await add(person, jpeg(), asked)
    await binDocument(person.requester, { id })
    expect(codeOf(await downloadOriginal(person.requester, id))).toBe('not_found')
    const clock = fixedClock(new Date(deleted.getTime() + 30 * 86_400_000))
    await eraseDocument({ spaceId: person.spaceId, documentId: id, clock })
    expect(await roles().owner('SELECT id FROM document_object WHERE document_id = $1', [id])).toEqual([])
  })

  test('of a file that is refused leaves nothing', async () => {
    const person = await makePerson()
    const before = await keysStored()
    const content = Readable.from([jpeg().subarray(0, -3)])
    const checks = { limit: 1_000_000, antivirus: antivirusAt(undefined) }
    const staged = await stageFile(person.spaceId, { name: 'a.jpg', content, keepOriginal: true }, checks)
    expect(codeOf(staged)).toBe('damaged')
    expect(await keysStored()).toEqual(before)
  })
})
