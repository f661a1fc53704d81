import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { antivirusAt } from '@/lib/connectors/antivirus/live'
import { storage } from '@/lib/platform/storage/sealed'
import { addDocument, stageFile } from '@/lib/record/documents/adding/commands'
import { descriptionSchema } from '@/lib/record/documents/adding/rules'
import {
  forgetSending,
  keepPiece,
  openSending,
  whatCame,
} from '@/lib/record/documents/adding/sending-commands'
import { pieceSizeFor, type Sending, sentSize } from '@/lib/record/documents/adding/sending-rules'
import { downloadDocument } from '@/lib/record/documents/queries'
import { usingDatabase } from '@/lib/test-support/database'
import { codeOf, dataOf, makePerson, type TestPerson } from '@/lib/test-support/people'

const roles = usingDatabase()
const megabyte = 1024 * 1024
const limit = 25 * megabyte
const now = new Date('2026-03-01T10:00:00Z')
const dayAfter = new Date('2026-03-02T10:00:00Z')

const flow = (bytes: Uint8Array) => Readable.from([Buffer.from(bytes)])

async function next(person: TestPerson, state: string | null, bytes: Uint8Array) {
  const sending = state === null ? null : openSending(state, person.spaceId, now)
  return keepPiece(person.spaceId, { content: flow(bytes), sending, limit }, now)
}

async function finish(person: TestPerson, state: string, name = 'lettre.txt') {
  const sending = openSending(state, person.spaceId, now)
  if (!sending) throw new Error('Not open')
  const checks = { limit, antivirus: antivirusAt(undefined) }
  const staged = await stageFile(person.spaceId, { name, content: whatCame(sending, person.spaceId) }, checks)
  if (!staged.ok) return staged
  const addition = { description: descriptionSchema.parse({}), fallbackTitle: () => 'Document' }
  return addDocument(person.requester, staged.data, addition)
}

const removals = () =>
  roles().owner<{ key: string; run_at: Date }>(
    `SELECT payload->>'storageKey' AS key, run_at FROM graphile_worker._private_jobs WHERE key ~ '^documents.remove-bytes:'`,
  )

describe('A large file in pieces', () => {
  test('goes on from where it was cut, and is the same document as if it had come at once', async () => {
    const person = await makePerson()
    const bytes = Buffer.from(`Bilan\n${'é'.repeat(3000)}\n${randomBytes(9).toString('hex')}`)
    const first = dataOf(await next(person, null, bytes.subarray(0, 1001)))
    expect(first.offset).toBe(1001)
    // The second piece is cut on its way: what came before is still there.
    const cut = Readable.from(
      (async function* () {
        yield bytes.subarray(1001, 1500)
        throw new Error('cut')
      })(),
    )
    const sending = openSending(first.state, person.spaceId, now)
    await expect(keepPiece(person.spaceId, { content: cut, sending, limit }, now)).rejects.toThrow('cut')
    const second = dataOf(await next(person, first.state, bytes.subarray(first.offset)))
    expect(second.offset).toBe(bytes.length)
    const { id } = dataOf(await finish(person, second.state))
    expect(await buffer(dataOf(await downloadDocument(person.requester, id)).content)).toEqual(bytes)
  })

  test('is encrypted from its first piece, and its keys are nowhere in the database', async () => {
    const person = await makePerson()
    const secret = `Secret ${randomBytes(8).toString('hex')}`
    const { state } = dataOf(await next(person, null, Buffer.from(secret)))
    expect(Buffer.from(state, 'base64url').includes('storageKey')).toBe(false)
    const [piece] = openSending(state, person.spaceId, now)?.pieces ?? []
    const kept = await buffer(await storage().get(piece?.storageKey ?? ''))
    expect(kept.includes(secret)).toBe(false)
    expect(await removals()).toContainEqual({ key: piece?.storageKey, run_at: dayAfter })
  })

  test('is removed in a day when it is left there, at once when it has become a document', async () => {
    const person = await makePerson()
    const { state } = dataOf(await next(person, null, Buffer.from('Mes notes.')))
    dataOf(await finish(person, state))
    const sending = openSending(state, person.spaceId, now)
    if (!sending) throw new Error('Not open')
    await forgetSending(sending, now)
    expect(await removals()).toContainEqual({ key: sending.pieces[0]?.storageKey, run_at: now })
    expect(openSending(state, person.spaceId, dayAfter)).toBeNull()
  })

  test('is nobody else’s, and what was altered is nothing', async () => {
    const [person, stranger] = [await makePerson(), await makePerson()]
    const { state } = dataOf(await next(person, null, Buffer.from('À moi')))
    expect(openSending(state, stranger.spaceId, now)).toBeNull()
    expect(openSending(`${state.slice(0, -3)}AAA`, person.spaceId, now)).toBeNull()
    expect(openSending('rien', person.spaceId, now)).toBeNull()
  })

  test('goes through the same checks as any other', async () => {
    const person = await makePerson()
    const { state } = dataOf(await next(person, null, Buffer.from('<html><script>')))
    expect(codeOf(await finish(person, state))).toBe('unsupported_type')
  })

  test('may not be larger than a file, nor a piece than a piece', async () => {
    const person = await makePerson()
    const size = pieceSizeFor(limit)
    expect(codeOf(await next(person, null, Buffer.alloc(size + 1)))).toBe('too_large')
    expect(codeOf(await next(person, null, Buffer.alloc(0)))).toBe('empty')
    let state: string | null = null
    let code = 'ok'
    for (let sent = 0; code === 'ok' && sent < 40; sent += 1) {
      const arrived = await next(person, state, Buffer.alloc(size, sent))
      code = codeOf(arrived)
      if (arrived.ok) state = arrived.data.state
    }
    expect(code).toBe('too_large')
    expect(openSending(state ?? '', person.spaceId, now)?.pieces).toHaveLength(11)
  })

  test('of 25 MB costs the process less than 20, piece by piece and put together', async () => {
    const person = await makePerson()
    setFlagsFromString('--expose-gc')
    const collect: () => void = runInNewContext('gc')
    const held = () => process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed
    const line = Buffer.from(`${'Une ligne de texte.'.padEnd(1023, ' ')}\n`)
    async function* lines(count: number) {
      for (let n = 0; n < count; n += 1) yield Buffer.from(line)
    }
    collect()
    const before = held()
    let highest = before
    const look = () => {
      collect()
      highest = Math.max(highest, held())
    }
    let state: string | null = null
    // Twelve pieces of 2 MB, and the last megabyte.
    for (let sent = 0; sent < 25; sent += 2) {
      const sending: Sending | null = state === null ? null : openSending(state, person.spaceId, now)
      const content = lines(sent < 24 ? 2048 : 1024)
      const arrived = await keepPiece(person.spaceId, { content, sending, limit }, now)
      state = dataOf(arrived).state
      look()
    }
    async function* watched(source: AsyncIterable<Uint8Array>) {
      let seen = 0
      for await (const piece of source) {
        seen += piece.length
        if (seen > 2 * megabyte) {
          seen = 0
          look()
        }
        yield piece
      }
    }
    const sending = openSending(state ?? '', person.spaceId, now)
    if (!sending) throw new Error('Not open')
    expect(sentSize(sending)).toBe(limit)
    const content = watched(whatCame(sending, person.spaceId))
    const checks = { limit, antivirus: antivirusAt(undefined) }
    dataOf(await stageFile(person.spaceId, { name: 'a.txt', content }, checks))
    expect(highest - before).toBeLessThan(20 * megabyte)
  })
})
