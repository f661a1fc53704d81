import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fileSystemStorage } from '@/lib/platform/storage/file-system'
import { ObjectMissing, type ObjectStorage } from '@/lib/platform/storage/port'
import { s3Storage } from '@/lib/platform/storage/s3'
import { startObjectStore } from '@/lib/test-support/object-store'
import { startS3Server } from '@/lib/test-support/s3-server'

let root: string
let server: Awaited<ReturnType<typeof startS3Server>>
let storages: Record<'files' | 's3', ObjectStorage>

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'mes-storage-'))
  server = await startS3Server('documents')
  storages = { files: fileSystemStorage(root), s3: s3Storage(server.settings) }
})

afterAll(async () => {
  await server.stop()
  await rm(root, { recursive: true, force: true })
})

const streamOf = (...parts: readonly Uint8Array[]) => Readable.from(parts.map(part => Buffer.from(part)))

/** Some bytes, then the sender is cut off. */
function cutShort(bytes: Uint8Array): Readable {
  return Readable.from(
    (async function* () {
      yield Buffer.from(bytes)
      throw new Error('cut')
    })(),
  )
}

const partsLeft = async () =>
  (await readdir(root, { recursive: true })).filter(name => name.endsWith('.part'))

describe.each(['files', 's3'] as const)('Storage in %s', kind => {
  test('gives back what was put, whatever its size', async () => {
    for (const size of [0, 1, 70_000, 6 * 1024 * 1024]) {
      const bytes = randomBytes(size)
      await storages[kind].put(`aa/objet-${size}`, streamOf(bytes.subarray(0, 1000), bytes.subarray(1000)))
      expect((await buffer(await storages[kind].get(`aa/objet-${size}`))).equals(bytes)).toBe(true)
    }
  })

  test('replaces, removes, and says when there is nothing', async () => {
    const storage = storages[kind]
    await storage.put('bb/objet', streamOf(Buffer.from('un')))
    await storage.put('bb/objet', streamOf(Buffer.from('deux')))
    expect((await buffer(await storage.get('bb/objet'))).toString()).toBe('deux')
    await storage.remove('bb/objet')
    await storage.remove('bb/objet')
    await expect(storage.get('bb/objet')).rejects.toThrow(ObjectMissing)
  })

  test('keeps nothing of what was cut off on the way, and loses nothing of what was there', async () => {
    const storage = storages[kind]
    await storage.put('cc/ancien', streamOf(Buffer.from('ancien')))
    await expect(storage.put('cc/ancien', cutShort(randomBytes(100_000)))).rejects.toThrow('cut')
    await expect(storage.put('cc/nouveau', cutShort(randomBytes(7 * 1024 * 1024)))).rejects.toThrow()
    expect((await buffer(await storage.get('cc/ancien'))).toString()).toBe('ancien')
    await expect(storage.get('cc/nouveau')).rejects.toThrow(ObjectMissing)
    expect(await partsLeft()).toEqual([])
  })

  test('lists what it holds, and when it came', async () => {
    const storage = storages[kind]
    await storage.put('ee/premier', streamOf(Buffer.from('1')))
    await storage.put('ff/second', streamOf(Buffer.from('2')))
    await storage.put('ff/parti', streamOf(Buffer.from('3')))
    await storage.remove('ff/parti')
    const listed = new Map<string, Date>()
    for await (const { key, at } of storage.list()) listed.set(key, at)
    expect([...listed.keys()]).toEqual(expect.arrayContaining(['ee/premier', 'ff/second']))
    expect(listed.has('ff/parti')).toBe(false)
    expect(Math.abs(Date.now() - (listed.get('ee/premier')?.getTime() ?? 0))).toBeLessThan(60_000)
  })

  test('says that it is ready', async () => {
    expect(await storages[kind].ready()).toBe(true)
  })
})

describe('Storage in files', () => {
  test.each(['../dehors', '/etc/passwd', 'a/../../b', 'A', 'a//b', '', 'a\0b', 'a/./b'])(
    'refuses a key that is not ours: « %s »',
    async key => {
      await expect(storages.files.put(key, streamOf(Buffer.from('x')))).rejects.toThrow('Malformed')
      await expect(storages.files.get(key)).rejects.toThrow('Malformed')
      await expect(storages.files.remove(key)).rejects.toThrow('Malformed')
    },
  )

  test('is for the application’s user alone', async () => {
    await storages.files.put('dd/objet', streamOf(Buffer.from('x')))
    expect((await stat(path.join(root, 'dd/objet'))).mode & 0o077).toBe(0)
    expect((await stat(path.join(root, 'dd'))).mode & 0o077).toBe(0)
  })

  test('is not ready where it cannot be a folder', async () => {
    const file = path.join(root, 'un-fichier')
    await writeFile(file, 'x')
    await expect(fileSystemStorage(file).ready()).rejects.toThrow()
  })
})

describe('Storage in S3', () => {
  test('is not ready when its bucket is not there', async () => {
    expect(await s3Storage({ ...server.settings, bucket: 'absent' }).ready()).toBe(false)
  })

  /** The server above does not know how to give up an upload; this stand-in does, and keeps count. */
  test('gives up the upload of what was cut off, so that no part is left to pay for', async () => {
    const store = await startObjectStore('documents')
    const storage = s3Storage({ ...server.settings, endpoint: store.endpoint })
    await expect(storage.put('cc/nouveau', cutShort(randomBytes(7 * 1024 * 1024)))).rejects.toThrow('cut')
    expect([...store.unfinished.keys()]).toEqual([])
    await store.stop()
  })
})
