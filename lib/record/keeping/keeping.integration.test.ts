import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { localKeyService } from '@/lib/platform/crypto/keys'
import { env } from '@/lib/platform/env'
import { fileSystemStorage } from '@/lib/platform/storage/file-system'
import type { ObjectStorage } from '@/lib/platform/storage/port'
import { s3Storage } from '@/lib/platform/storage/s3'
import { storage } from '@/lib/platform/storage/sealed'
import { glanceAtDocuments } from '@/lib/record/documents/drawing/queries'
import { readDocument } from '@/lib/record/documents/queries'
import { copyObjects, type Rows, rewrapKeys, takeInventory } from '@/lib/record/keeping/commands'
import { usingDatabase } from '@/lib/test-support/database'
import { giveDocument } from '@/lib/test-support/documents'
import { drawAsked, giveFile } from '@/lib/test-support/drawing'
import { photographed } from '@/lib/test-support/letters'
import { dataOf, makePerson, type TestPerson } from '@/lib/test-support/people'
import { startS3Server } from '@/lib/test-support/s3-server'

/** The master key of tomorrow, which this process knows already. */
const other = randomBytes(32)
vi.stubEnv('MASTER_KEYS_PREVIOUS', other.toString('base64'))
const ours = () => Buffer.from(env().MASTER_KEY, 'base64')

const roles = usingDatabase()

let client: pg.Client
let rows: Rows
let folder: string
let people: TestPerson[]

beforeAll(async () => {
  client = new pg.Client({ connectionString: roles().urls.owner })
  await client.connect()
  await client.query('SET ROLE mes_keeper')
  rows = async (sql, parameters) => (await client.query(sql, [...parameters])).rows
  folder = await mkdtemp(path.join(os.tmpdir(), 'mes-keeping-'))
  people = [await makePerson(), await makePerson()]
  for (const person of people) for (let n = 0; n < 3; n += 1) await giveDocument(person)
})

afterAll(async () => {
  await client.end()
  await rm(folder, { recursive: true, force: true })
})

type Stored = { space_id: string; id: string; storage_key: string; wrapped_key: Buffer; key_id: string }
const storedRows = () =>
  roles().owner<Stored>('SELECT space_id, id, storage_key, wrapped_key, key_id FROM document ORDER BY id')

test('the keeper sees where bytes are, and not one word of a document', async () => {
  expect(await rows('SELECT space_id, storage_key FROM document', [])).toHaveLength(6)
  for (const statement of [
    'SELECT title FROM document',
    'SELECT * FROM document',
    `UPDATE document SET status = 'deleted'`,
    'DELETE FROM document',
    'SELECT * FROM person',
    'SELECT * FROM audit_event',
  ])
    await expect(rows(statement, []), statement).rejects.toThrow(/permission denied/)
})

/** Every document of everyone, through the gate, as the application does. */
async function readEverything(stored: readonly Stored[]): Promise<number> {
  const requesters = new Map(people.map(({ spaceId, requester }) => [spaceId, requester]))
  let read = 0
  for (const { space_id, id } of stored) {
    const requester = requesters.get(space_id)
    if (requester && dataOf(await readDocument(requester, id)).content) read += 1
  }
  return read
}

test('keys are wrapped anew, there and back, while documents are read', async () => {
  const before = await storedRows()
  const away = localKeyService(other, [ours()])
  const back = localKeyService(ours(), [other])
  for (const keys of [away, back]) {
    const [rewrapped, ...read] = await Promise.all([
      rewrapKeys(rows, keys),
      readEverything(before),
      readEverything(before),
    ])
    expect(rewrapped).toEqual({ rewrapped: 6, current: 0, unknown: 0 })
    expect(read).toEqual([6, 6])
    expect(await readEverything(before)).toBe(6)
    expect(await rewrapKeys(rows, keys)).toEqual({ rewrapped: 0, current: 6, unknown: 0 })
  }
  const after = await storedRows()
  expect(after.map(row => row.key_id)).toEqual(before.map(row => row.key_id))
  expect(after.map(row => row.wrapped_key)).not.toEqual(before.map(row => row.wrapped_key))
})

test('someone without the key before is told, and nothing is touched', async () => {
  const before = await storedRows()
  const stranger = localKeyService(randomBytes(32))
  expect(await rewrapKeys(rows, stranger)).toEqual({ rewrapped: 0, current: 0, unknown: 6 })
  expect(await storedRows()).toEqual(before)
})

test('a key destroyed while all are wrapped anew does not come back', async () => {
  const [row] = await storedRows()
  if (!row) throw new Error('no document')
  const fresh = localKeyService(other, [ours()])
  const destroying: Rows = async (sql, parameters) => {
    if (sql.startsWith('UPDATE') && parameters[1] === row.id)
      await roles().owner(`UPDATE document SET wrapped_key = '' WHERE id = $1`, [row.id])
    return rows(sql, parameters)
  }
  await rewrapKeys(destroying, fresh)
  const [left] = (await storedRows()).filter(({ id }) => id === row.id)
  expect(left?.wrapped_key).toHaveLength(0)
})

/** As `old`, on the clock of the storage. */
const later = () => new Date(Date.now() + 2 * 3_600_000)

test('bytes that no document names are found, and documents whose bytes are gone', async () => {
  const all = (await storedRows()).filter(row => row.wrapped_key.length > 0)
  const known = await takeInventory(rows, storage(), later())
  await storage().put('00/oublie', Readable.from([Buffer.from('x')]))
  const gone = all[0]
  if (!gone) throw new Error('no document')
  await storage().remove(gone.storage_key)
  const found = await takeInventory(rows, storage(), later())
  expect(found.orphans).toEqual([...known.orphans, '00/oublie'].sort())
  expect(found.missing).toEqual([{ spaceId: gone.space_id, id: gone.id }])
  // What came within the hour may be on its way in: its row is not there yet.
  expect((await takeInventory(rows, storage(), new Date())).orphans).toEqual([])
  await storage().remove('00/oublie')
})

const contentIn = async (place: ObjectStorage, key: string) =>
  (await buffer(await place.get(key))).toString('hex')

test('every document is copied from the folder to a real S3 server and back, byte for byte, and compared', async () => {
  const server = await startS3Server('documents')
  const s3 = s3Storage(server.settings)
  const there = fileSystemStorage(folder)
  const present = (await storedRows()).filter(row => row.wrapped_key.length > 0)
  const lost = new Set((await takeInventory(rows, storage(), later())).missing.map(({ id }) => id))
  const whole = present.filter(({ id }) => !lost.has(id))

  const moved = await copyObjects(rows, storage(), s3)
  expect(moved).toEqual({
    copied: whole.length,
    already: 0,
    failed: present.filter(({ id }) => lost.has(id)).map(row => row.storage_key),
  })
  expect((await copyObjects(rows, storage(), s3)).already).toBe(whole.length)
  expect((await copyObjects(rows, s3, there)).copied).toBe(whole.length)
  for (const { storage_key } of whole)
    expect(await contentIn(there, storage_key)).toBe(await contentIn(storage(), storage_key))

  // A place that alters what it is given is caught, and said.
  const altering: ObjectStorage = {
    ...fileSystemStorage(path.join(folder, 'autre')),
    put: (key, content) =>
      buffer(content).then(bytes =>
        fileSystemStorage(path.join(folder, 'autre')).put(key, Readable.from([bytes.subarray(1)])),
      ),
  }
  expect((await copyObjects(rows, s3, altering)).failed).toHaveLength(present.length)
  await server.stop()
})

test('the pictures made of documents are kept with them: keys, bytes, and what is missing', async () => {
  const [person] = people
  if (!person) throw new Error('nobody')
  const id = await giveFile(person, photographed(['Gardée']), 'photo.jpg')
  await drawAsked(roles().owner, person)
  const pictures = await roles().owner<Stored>('SELECT * FROM document_object')
  expect(pictures).toHaveLength(2)
  const keyOf = async () =>
    (await roles().owner<Stored>('SELECT * FROM document_object')).map(row => row.key_id)
  const before = await keyOf()
  await rewrapKeys(rows, localKeyService(other, [ours()]))
  expect(await keyOf()).not.toEqual(before)
  expect(dataOf(await glanceAtDocuments(person.requester, [id])).pictures.size).toBe(1)
  await rewrapKeys(rows, localKeyService(ours(), [other]))
  expect(await keyOf()).toEqual(before)

  const known = await takeInventory(rows, storage(), later())
  for (const { storage_key } of pictures) expect(known.orphans).not.toContain(storage_key)
  const there = fileSystemStorage(path.join(folder, 'images'))
  await copyObjects(rows, storage(), there)
  for (const { storage_key } of pictures)
    expect(await contentIn(there, storage_key)).toBe(await contentIn(storage(), storage_key))
  await storage().remove(pictures[0]?.storage_key ?? '')
  const { missing } = await takeInventory(rows, storage(), later())
  expect(missing.map(({ id: lost }) => lost)).toContain(pictures[0]?.id)
})
