import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { describe, expect, test, vi } from 'vitest'
import { fixedClock } from '@/lib/platform/clock'
import { storage } from '@/lib/platform/storage/sealed'
import { binDocument, eraseDocument } from '@/lib/record/documents/bin/commands'
import { drawDocument } from '@/lib/record/documents/drawing/drawing'
import { glanceAtDocuments, readDocumentPage } from '@/lib/record/documents/drawing/queries'
import { downloadDocument, readDocument } from '@/lib/record/documents/queries'
import { usingDatabase } from '@/lib/test-support/database'
import { giveDocument, newOid, packageFor, send } from '@/lib/test-support/documents'
import { drawAsked, giveFile } from '@/lib/test-support/drawing'
import { eventsOf, newEvents } from '@/lib/test-support/history'
import { photographed, scannedPdf } from '@/lib/test-support/letters'
import { codeOf, dataOf, intruding, makePerson, type TestPerson } from '@/lib/test-support/people'

const roles = usingDatabase()

type Kept = { kind: string; page: number; storage_key: string; wrapped_key: Buffer }
const keptOf = (person: TestPerson) =>
  roles().owner<Kept>(
    'SELECT kind, page, storage_key, wrapped_key FROM document_object WHERE space_id = $1 ORDER BY kind, page',
    [person.spaceId],
  )

const isStored = (key: string) =>
  storage()
    .get(key)
    .then(buffer)
    .then(
      () => true,
      () => false,
    )

/** The bytes that the worker has been asked to remove. */
async function toRemove(person: TestPerson): Promise<string[]> {
  const jobs = await roles().owner<{ key: string }>(
    `SELECT payload->>'storageKey' AS key FROM graphile_worker._private_jobs WHERE key ~ '^documents.remove-bytes:'`,
  )
  const mine = new Set((await keptOf(person)).map(({ storage_key }) => storage_key))
  return jobs.map(({ key }) => key).filter(key => !mine.has(key))
}

const pictures = async (person: TestPerson, ...ids: string[]) =>
  dataOf(await glanceAtDocuments(person.requester, ids)).pictures

const letter = (words: string) => photographed([words])

/** One package of care software that holds a PDF rather than words. */
const withPdf = (person: TestPerson, flags: readonly string[] = []) => {
  const uniqueId = newOid()
  const body = {
    kind: 'unstructured',
    mediaType: 'application/pdf',
    bytes: scannedPdf(letter(uniqueId)),
  } as const
  return packageFor(person.identity, { uniqueId, flags, title: 'Compte rendu', change: { body } })
}

const idOf = async ({ spaceId }: TestPerson) => {
  const [row] = await roles().owner<{ id: string }>(
    'SELECT id FROM document WHERE space_id = $1 ORDER BY received_at DESC',
    [spaceId],
  )
  if (!row) throw new Error('No document')
  return row.id
}

describe('The pictures of a document', () => {
  test('are made by the worker of what a person adds: a small one for lists, its first page to read', async () => {
    const person = await makePerson()
    const id = await giveFile(person, letter('Bonjour'), 'photo.jpg')
    expect(dataOf(await readDocument(person.requester, id)).drawing).toBeNull()
    expect(await drawAsked(roles().owner, person)).toBe(1)

    const small = (await pictures(person, id)).get(id)
    expect(small?.mediaType).toBe('image/webp')
    expect(Buffer.from(small?.bytes ?? []).toString('latin1', 8, 12)).toBe('WEBP')
    const page = dataOf(await readDocumentPage(person.requester, id, 1))
    expect(Buffer.from(page.bytes).toString('latin1', 8, 12)).toBe('WEBP')
    expect(codeOf(await readDocumentPage(person.requester, id, 2))).toBe('not_found')
    expect(dataOf(await readDocument(person.requester, id)).drawing).toEqual({
      state: 'drawn',
      pages: 1,
      drawn: [{ page: 1, width: 1400, height: 900 }],
    })
  })

  test('are made of the PDF inside a structured document', async () => {
    const person = await makePerson()
    expect(await send(withPdf(person), { name: 'a.zip' })).toEqual(['imported'])
    await drawAsked(roles().owner, person)
    const id = await idOf(person)
    expect((await pictures(person, id)).has(id)).toBe(true)
  })

  test('are all that a browser shows of a TIFF and of a HEIC, which lost what they said beside their image', async () => {
    const person = await makePerson()
    const [tiff, heic] = [
      await readFile('lib/interop/drawings/fixtures/two-pages.tif'),
      await readFile('lib/interop/images/fixtures/photo.heic'),
    ]
    const [scan, photo] = [
      await giveFile(person, tiff, 'scan.tif'),
      await giveFile(person, heic, 'IMG_1.HEIC'),
    ]
    expect(dataOf(await readDocument(person.requester, scan)).content.body.kind).toBe('drawn')
    await drawAsked(roles().owner, person)
    expect(dataOf(await readDocument(person.requester, scan)).drawing).toMatchObject({
      state: 'drawn',
      pages: 2,
      drawn: [{ page: 1 }, { page: 2 }],
    })
    expect(dataOf(await readDocument(person.requester, photo)).drawing).toMatchObject({ pages: 1 })
    const kept = await buffer(dataOf(await downloadDocument(person.requester, photo)).content)
    expect([heic.includes('GPS'), kept.includes('GPS')]).toEqual([true, false])
    // Added again as it was, it is known: by what was sent or by what was kept.
    await expect(giveFile(person, heic, 'encore.heic')).rejects.toThrow('duplicate')
    await expect(giveFile(person, tiff, 'encore.tif')).rejects.toThrow('duplicate')
  })

  test('are encrypted on the disk, each with a key of its own', async () => {
    const person = await makePerson()
    await giveFile(person, letter('Secret'), 'photo.jpg')
    await drawAsked(roles().owner, person)
    const kept = await keptOf(person)
    expect(kept.map(({ kind, page }) => [kind, page])).toEqual([
      ['page', 1],
      ['thumbnail', 0],
    ])
    expect(new Set(kept.map(({ wrapped_key }) => wrapped_key.toString('hex'))).size).toBe(2)
    for (const { storage_key } of kept)
      expect((await buffer(await storage().get(storage_key))).includes('WEBP')).toBe(false)
  })

  test('are none for a document made of words, which is read once and never asked for again', async () => {
    const person = await makePerson()
    const { id } = await giveDocument(person)
    expect(await drawAsked(roles().owner, person)).toBe(0)
    const glance = dataOf(await glanceAtDocuments(person.requester, [id]))
    expect(glance).toEqual({ pictures: new Map(), unfinished: false })
    expect(dataOf(await readDocument(person.requester, id)).drawing?.state).toBe('nothing')
  })

  test('of a file that cannot be drawn are none, and this is said', async () => {
    const person = await makePerson()
    const id = await giveFile(person, Buffer.from('%PDF-1.4\nrien de plus\n%%EOF'), 'vide.pdf')
    await drawAsked(roles().owner, person)
    expect(await keptOf(person)).toEqual([])
    expect(dataOf(await readDocument(person.requester, id)).drawing?.state).toBe('undrawable')
  })

  test('of a document that came before the worker drew are asked for when its list is looked at', async () => {
    const person = await makePerson()
    const id = await giveFile(person, letter('Ancien'), 'photo.jpg')
    await roles().owner(`DELETE FROM graphile_worker._private_jobs WHERE payload->>'spaceId' = $1`, [
      person.spaceId,
    ])
    const seen = await eventsOf(roles().owner, person.spaceId)
    expect(dataOf(await glanceAtDocuments(person.requester, [id])).unfinished).toBe(true)
    expect(await newEvents(roles().owner, person.spaceId, seen)).toEqual(['document.list granted'])
    expect(await drawAsked(roles().owner, person)).toBe(1)
    expect(dataOf(await glanceAtDocuments(person.requester, [id])).unfinished).toBe(false)
  })

  test('are made once, however often they are asked for', async () => {
    const person = await makePerson()
    const id = await giveFile(person, letter('Une fois'), 'photo.jpg')
    await drawAsked(roles().owner, person)
    const before = await keptOf(person)
    await drawDocument({ spaceId: person.spaceId, documentId: id })
    expect(await keptOf(person)).toEqual(before)
  })
})

describe('Who sees the pictures of a document', () => {
  test('is who sees the document: not its person, before it is announced to them', async () => {
    const person = await makePerson()
    expect(await send(withPdf(person, ['INVISIBLE_PATIENT']), { name: 'a.zip' })).toEqual(['imported'])
    await drawAsked(roles().owner, person)
    expect(await keptOf(person)).toHaveLength(2)
    const id = await idOf(person)
    expect(dataOf(await glanceAtDocuments(person.requester, [id]))).toEqual({
      pictures: new Map(),
      unfinished: false,
    })
    expect(codeOf(await readDocumentPage(person.requester, id, 1))).toBe('not_found')
  })

  test('is nobody else: neither by the record of the person, nor by another’s own', async () => {
    const [person, stranger] = [await makePerson(), await makePerson()]
    const id = await giveFile(person, letter('À moi'), 'photo.jpg')
    await drawAsked(roles().owner, person)
    expect(codeOf(await glanceAtDocuments(intruding(stranger, person), [id]))).toBe('not_found')
    expect(codeOf(await readDocumentPage(intruding(stranger, person), id, 1))).toBe('not_found')
    expect((await pictures(stranger, id)).size).toBe(0)
    expect(codeOf(await readDocumentPage(stranger.requester, id, 1))).toBe('not_found')
  })

  test('is nobody once it is in the bin', async () => {
    const person = await makePerson()
    const id = await giveFile(person, letter('À jeter'), 'photo.jpg')
    await drawAsked(roles().owner, person)
    await binDocument(person.requester, { id })
    expect((await pictures(person, id)).size).toBe(0)
    expect(codeOf(await readDocumentPage(person.requester, id, 1))).toBe('not_found')
  })
})

describe('The pictures of a document that is gone', () => {
  test('are destroyed with it when its time in the bin is over: keys at once, bytes by the worker', async () => {
    const deleted = new Date('2026-03-01T10:00:00Z')
    const person = await makePerson({ clock: fixedClock(deleted) })
    const id = await giveFile(person, letter('À détruire'), 'photo.jpg')
    await drawAsked(roles().owner, person)
    const kept = await keptOf(person)
    await binDocument(person.requester, { id })
    const over = fixedClock(new Date(deleted.getTime() + 30 * 86_400_000))
    await eraseDocument({ spaceId: person.spaceId, documentId: id, clock: over })
    expect(await keptOf(person)).toEqual([])
    expect(await toRemove(person)).toEqual(expect.arrayContaining(kept.map(({ storage_key }) => storage_key)))
  })

  test('are destroyed when its author withdraws it', async () => {
    const person = await makePerson()
    const uniqueId = newOid()
    const body = {
      kind: 'unstructured',
      mediaType: 'application/pdf',
      bytes: scannedPdf(letter('x')),
    } as const
    await send(packageFor(person.identity, { uniqueId, change: { body } }), { name: 'a.zip' })
    await drawAsked(roles().owner, person)
    expect(await keptOf(person)).toHaveLength(2)
    await send(packageFor(person.identity, { uniqueId, envelope: { action: 'delete' } }), { name: 'a.zip' })
    expect(await keptOf(person)).toEqual([])
  })
})

test('nothing of a picture is left in the store when its document went while it was made', async () => {
  const person = await makePerson()
  const id = await giveFile(person, letter('Parti'), 'photo.jpg')
  const before = new Set<string>()
  for await (const { key } of storage().list()) before.add(key)
  const drawing = drawDocument({ spaceId: person.spaceId, documentId: id })
  // Its row was found; while it is drawn, it goes.
  await vi.waitFor(async () =>
    expect((await eventsOf(roles().owner, person.spaceId)).map(({ action }) => action)).toContain(
      'document.draw',
    ),
  )
  await roles().owner(`UPDATE document SET status = 'deleted' WHERE id = $1`, [id])
  await drawing
  expect(await keptOf(person)).toEqual([])
  for await (const { key } of storage().list()) if (!before.has(key)) expect(await isStored(key)).toBe(false)
})
