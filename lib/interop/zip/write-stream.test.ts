import { randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { type Entry, fromBufferPromise } from 'yauzl'
import { type ZipEntry, zipStream } from '@/lib/interop/zip/write-stream'

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function* these(...entries: ZipEntry[]): AsyncGenerator<ZipEntry> {
  yield* entries
}

const modified = new Date('2026-03-12T10:30:20Z')
const entry = (path: string, bytes: Uint8Array, size = 1000): ZipEntry => ({
  path,
  modified,
  content: pieces(bytes, size),
})

/** Everything in an archive, read by another's program, which checks sizes and checksums. */
async function readBack(archive: Uint8Array): Promise<Map<string, { entry: Entry; bytes: Buffer }>> {
  const zip = await fromBufferPromise(Buffer.from(archive), { lazyEntries: true, autoClose: false })
  const found = new Map<string, { entry: Entry; bytes: Buffer }>()
  for await (const one of zip.eachEntry()) {
    found.set(one.fileName, { entry: one, bytes: await buffer(await zip.openReadStreamPromise(one)) })
  }
  return found
}

describe('A zip written as it goes', { timeout: 30_000 }, () => {
  test('gives each file back byte for byte to another’s reader, whatever its size and its pieces', async () => {
    const files = new Map<string, Uint8Array>([
      ['01 - 12 mars 2026 - Échographie.pdf', randomBytes(300_000)],
      ['02 - vide.txt', new Uint8Array()],
      ['03 - texte.xml', Buffer.from('<a>répété</a>'.repeat(20_000))],
    ])
    const archive = await buffer(zipStream(these(...[...files].map(([path, bytes]) => entry(path, bytes)))))
    const back = await readBack(archive)
    expect([...back.keys()]).toEqual([...files.keys()])
    for (const [path, bytes] of files) expect(back.get(path)?.bytes.equals(bytes)).toBe(true)
    expect(back.get('02 - vide.txt')?.entry.getLastModDate({ timezone: 'UTC' })).toEqual(modified)
    // Texts are made smaller; what was packed already costs next to nothing.
    expect(archive.length).toBeLessThan(320_000)
  })

  test('of nothing is an archive all the same', async () => {
    expect((await readBack(await buffer(zipStream(these())))).size).toBe(0)
  })

  test('holds no more than the piece on its way: a file is not read before what came before it left', async () => {
    let read = 0
    async function* slow(): AsyncGenerator<Uint8Array> {
      for (; read < 1000; read++) yield randomBytes(64_000)
    }
    const archive = zipStream(these({ path: 'grand.bin', modified, content: slow() }))
    for (let taken = 0; taken < 5; taken++) await archive.next()
    expect(read).toBeLessThan(30)
    await archive.return(undefined)
    expect(read).toBeLessThan(30)
  })

  test('breaks off with the file that breaks, and what came out is no archive', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield randomBytes(50_000)
      throw new Error('a bit was flipped')
    }
    const out: Uint8Array[] = []
    const run = async () => {
      const archive = zipStream(
        these(entry('un.bin', randomBytes(5000)), { path: 'deux.bin', modified, content: broken() }),
      )
      for await (const piece of archive) out.push(piece)
    }
    await expect(run()).rejects.toThrow('a bit was flipped')
    expect(out.length).toBeGreaterThan(2)
    await expect(readBack(Buffer.concat(out))).rejects.toThrow()
  })
})
