import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { antivirusAt } from '@/lib/connectors/antivirus/live'
import { eicar, startClamd } from '@/lib/connectors/antivirus/test-support/clamd'
import { jpeg } from '@/lib/interop/images/fixtures'
import { env } from '@/lib/platform/env'
import { addDocument, type Checks, type StagedFile, stageFile } from '@/lib/record/documents/adding/commands'
import { descriptionSchema } from '@/lib/record/documents/adding/rules'
import { downloadDocument, readDocument } from '@/lib/record/documents/queries'
import { usingDatabase } from '@/lib/test-support/database'
import { listOf, send } from '@/lib/test-support/documents'
import { eventsOf, newEvents } from '@/lib/test-support/history'
import { codeOf, dataOf, intruding, makePerson, type TestPerson } from '@/lib/test-support/people'

const roles = usingDatabase()
const megabyte = 1024 * 1024

async function stored(): Promise<Map<string, Buffer>> {
  const root = env().STORAGE_DIR
  const names = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = names.filter(name => name.isFile()).map(name => path.join(name.parentPath, name.name))
  return new Map(await Promise.all(files.map(async file => [file, await readFile(file)] as const)))
}

/** What is let go of and not yet collected is not held. */
function collector(): () => void {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc')
}

async function* pieces(bytes: Uint8Array, size = 16 * 1024) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const checks = (limit: number, url?: string): Checks => ({ limit, antivirus: antivirusAt(url) })

const text = (words: string) => Buffer.from(`${words}\n${randomBytes(20).toString('hex')}\n`)

async function stage(person: TestPerson, bytes: Uint8Array, name = 'lettre.txt'): Promise<StagedFile> {
  return dataOf(await stageFile(person.spaceId, { name, content: pieces(bytes) }, checks(25 * megabyte)))
}

async function add(person: TestPerson, bytes: Uint8Array, said: Record<string, string> = {}) {
  const file = await stage(person, bytes, said.nom)
  return addDocument(person.requester, file, {
    description: descriptionSchema.parse(said),
    fallbackTitle: () => 'Document',
  })
}

const contentOf = async (person: TestPerson, id: string) =>
  buffer(dataOf(await downloadDocument(person.requester, id)).content)

describe('A document that a person adds', () => {
  test('is in the list under its year, as added by them, and gives its bytes back', async () => {
    const person = await makePerson()
    const bytes = text('Ordonnance de 2019')
    const said = { titre: 'Mes lunettes', categorie: 'ORD_SOIN', annee: '2019', commentaire: 'Chez Léa' }
    const { id } = dataOf(await add(person, bytes, said))
    const [line] = (await listOf(person.requester)).lines
    expect(line).toMatchObject({
      id,
      title: 'Mes lunettes',
      category: 'ORD_SOIN',
      year: 2019,
      datePrecision: 'year',
      source: 'citizen',
      hiddenFromProfessionals: false,
    })
    const opened = dataOf(await readDocument(person.requester, id))
    expect(opened.row.comments).toBe('Chez Léa')
    expect(opened.content.body.kind).toBe('text')
    expect(await contentOf(person, id)).toEqual(bytes)
  })

  test('is hidden when the person hides what comes', async () => {
    const person = await makePerson()
    await roles().owner('UPDATE space SET own_hidden_by_default = true WHERE space_id = $1', [person.spaceId])
    dataOf(await add(person, text('a')))
    expect((await listOf(person.requester)).lines[0]?.hiddenFromProfessionals).toBe(true)
  })

  test('is written in the history', async () => {
    const person = await makePerson()
    const seen = await eventsOf(roles().owner, person.spaceId)
    const bytes = text('a')
    const { id } = dataOf(await add(person, bytes))
    await add(person, bytes)
    expect(await newEvents(roles().owner, person.spaceId, seen)).toEqual([
      'document.add granted',
      'document.add failed duplicate',
    ])
    const [event] = (await eventsOf(roles().owner, person.spaceId)).slice(-2)
    expect(event?.object_id).toBe(id)
  })

  test('is nowhere in clear on the disk', async () => {
    const person = await makePerson()
    const secret = `Secret ${randomBytes(8).toString('hex')}`
    dataOf(await add(person, text(secret), { titre: secret }))
    for (const [file, bytes] of await stored()) expect(bytes.includes(secret), file).toBe(false)
  })

  test('if it is a photograph, has lost its place on the way', async () => {
    const person = await makePerson()
    const { id } = dataOf(await add(person, jpeg({ orientation: 6 }), { nom: 'IMG_1.jpg' }))
    const kept = await contentOf(person, id)
    expect(kept.includes('GPS')).toBe(false)
    expect(kept.includes('Exif')).toBe(true)
  })
})

describe('The same content', () => {
  test('twice is one document, and the second leaves nothing behind', async () => {
    const person = await makePerson()
    const bytes = text('Deux fois')
    const { id } = dataOf(await add(person, bytes))
    const before = (await stored()).size
    const again = await add(person, bytes, { titre: 'Autre titre' })
    expect(again).toEqual({ ok: false, error: { code: 'duplicate', fields: { document: id } } })
    expect((await stored()).size).toBe(before)
    expect((await listOf(person.requester)).matching).toBe(1)
  })

  test('ten times at the same instant is one document', async () => {
    const person = await makePerson()
    const bytes = text('Dix fois')
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => add(person, bytes)))
    expect(outcomes.map(codeOf).sort()).toEqual([...Array.from({ length: 9 }, () => 'duplicate'), 'ok'])
  })

  test('as a photograph sent by care software, before its place was taken out, is known', async () => {
    const person = await makePerson()
    const photo = Buffer.concat([jpeg(), randomBytes(8)])
    const plain = {
      title: 'Photo',
      type: { code: 'DOCPAT04', system: '1.2.250.1.213.1.1.4.12', label: 'Imagerie' },
      date: new Date('2025-01-01T10:00:00Z'),
      authorName: 'Dr Orme',
    }
    expect(await send(photo, { name: 'photo.jpg', matricule: person.identity.matricule, plain })).toEqual([
      'imported',
    ])
    expect(codeOf(await add(person, photo, { nom: 'photo.jpg' }))).toBe('duplicate')
  })

  test('in the record of another person is no matter', async () => {
    const [one, other] = [await makePerson(), await makePerson()]
    const bytes = text('À chacun le sien')
    expect(codeOf(await add(one, bytes))).toBe('ok')
    expect(codeOf(await add(other, bytes))).toBe('ok')
  })

  test('as a document not yet announced to the person is added: nothing tells that the other is there', async () => {
    const person = await makePerson()
    const bytes = text('Le même')
    const { id } = dataOf(await add(person, bytes))
    await roles().owner('UPDATE document SET not_yet_announced = true WHERE id = $1', [id])
    expect(codeOf(await add(person, bytes))).toBe('ok')
  })
})

describe('What may not be added', () => {
  test('leaves nothing on the disk', async () => {
    const person = await makePerson()
    const before = new Set((await stored()).keys())
    const tries: Array<[string, Uint8Array, string]> = [
      ['empty', Buffer.alloc(0), 'a.txt'],
      ['too_large', Buffer.alloc(2 * megabyte, 'a'), 'a.txt'],
      ['unsupported_type', Buffer.from('<html><script>'), 'a.html'],
      ['damaged', jpeg().subarray(0, -3), 'a.jpg'],
    ]
    for (const [code, bytes, name] of tries)
      expect(
        codeOf(await stageFile(person.spaceId, { name, content: pieces(bytes) }, checks(megabyte))),
      ).toBe(code)
    expect(new Set((await stored()).keys())).toEqual(before)
  })

  test('is in somebody else’s record, or in one that is not open: refused, written down, nothing left', async () => {
    const [person, stranger, opposed] = [
      await makePerson(),
      await makePerson(),
      await makePerson({ state: 'opposed' }),
    ]
    const before = (await stored()).size
    const addition = { description: descriptionSchema.parse({}), fallbackTitle: () => 'Document' }
    const file = await stage(person, text('a'))
    expect(codeOf(await addDocument(intruding(stranger, person), file, addition))).toBe('not_found')
    expect(codeOf(await addDocument(opposed.requester, await stage(opposed, text('b')), addition))).toBe(
      'space_not_open',
    )
    expect((await stored()).size).toBe(before)
    expect((await eventsOf(roles().owner, person.spaceId)).at(-1)).toMatchObject({
      action: 'document.add',
      result: 'refused',
    })
  })

  test('a sender that breaks off in the middle leaves nothing', async () => {
    const person = await makePerson()
    const before = (await stored()).size
    async function* broken() {
      yield Buffer.alloc(300_000, 'a')
      throw new Error('connection lost')
    }
    await expect(
      stageFile(person.spaceId, { name: 'a.txt', content: broken() }, checks(megabyte)),
    ).rejects.toThrow('connection lost')
    expect((await stored()).size).toBe(before)
  })
})

describe('The antivirus', () => {
  const open = async (person: TestPerson, url?: string) => {
    const bytes = text('a')
    const file = dataOf(
      await stageFile(person.spaceId, { name: 'a.txt', content: pieces(bytes) }, checks(megabyte, url)),
    )
    const addition = { description: descriptionSchema.parse({}), fallbackTitle: () => 'Document' }
    const { id } = dataOf(await addDocument(person.requester, file, addition))
    return dataOf(await readDocument(person.requester, id)).row
  }

  test('that saw a document says so on it; without one, or when it does not answer, the document says that too', async () => {
    const person = await makePerson()
    const clamd = await startClamd()
    expect((await open(person, clamd.url)).scannedAt).toBeInstanceOf(Date)
    await clamd.stop()
    expect((await open(person, clamd.url)).scannedAt).toBeNull()
    expect((await open(person)).scannedAt).toBeNull()
  })

  test('that finds something refuses the file, of which nothing stays', async () => {
    const person = await makePerson()
    const clamd = await startClamd()
    const before = (await stored()).size
    const staged = await stageFile(
      person.spaceId,
      { name: 'a.txt', content: pieces(text(eicar)) },
      checks(megabyte, clamd.url),
    )
    await clamd.stop()
    expect(codeOf(staged)).toBe('infected')
    expect((await stored()).size).toBe(before)
  })
})

test('a file of 25 MB goes through without ever standing in memory', async () => {
  const person = await makePerson()
  const piece = randomBytes(64 * 1024)
  for (const at of piece.keys()) if (piece[at] === 0xff) piece[at] = 0
  const [head, tail] = [jpeg({ scan: Buffer.alloc(0) }).subarray(0, -2), Buffer.from([0xff, 0xd9])]
  let onPiece: (sent: number) => Promise<void> = async () => undefined
  async function* photo() {
    yield head
    for (let sent = 0; sent < 24.9 * megabyte; sent += piece.length) {
      await onPiece(sent)
      yield Buffer.from(piece)
    }
    yield tail
  }
  const through = () => stageFile(person.spaceId, { name: 'a.jpg', content: photo() }, checks(25 * megabyte))
  const collect = collector()
  dataOf(await through())
  collect()
  const held = () => process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed
  const before = held()
  let [highest, looks] = [before, 0]
  onPiece = async sent => {
    if (sent % megabyte !== 0) return
    collect()
    // Memory is given back by a thread beside, which a busy machine makes wait.
    await setTimeout(5)
    collect()
    highest = Math.max(highest, held())
    looks += 1
  }
  const staged = dataOf(await through())
  expect(staged.size).toBeGreaterThan(24.8 * megabyte)
  expect(looks).toBe(25)
  expect((highest - before) / megabyte).toBeLessThan(20)
})
