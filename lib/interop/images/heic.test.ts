import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ByteReader } from '@/lib/interop/files/byte-reader'
import { cleanHeic } from './heic'

/** A photograph of 96 × 64 that says where it was taken, in EXIF and in XMP. Made for this test. */
const photo = () => readFileSync(new URL('./fixtures/photo.heic', import.meta.url))

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function cleaned(bytes: Uint8Array, size = 100): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of cleanHeic(new ByteReader(inPieces(bytes, size)))) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces)
}

const box = (type: string, content: string | Buffer) => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + content.length)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, Buffer.from(content)])
}

describe('A HEIC', () => {
  test('loses its place, its time and its device, and nothing of its image, however it comes in pieces', async () => {
    const before = photo()
    expect(before.includes('GPS')).toBe(true)
    for (const size of [1, 7, 100, 5000]) {
      const after = await cleaned(before, size)
      expect(after.includes('GPS')).toBe(false)
      expect(after.includes('xmpmeta')).toBe(false)
      expect(after.length).toBe(before.length)
      // The tables, and the first item, which is the image.
      expect(after.subarray(0, 0x3c3 + 73)).toEqual(before.subarray(0, 0x3c3 + 73))
    }
  })

  test('cleaned twice is the same', async () => {
    const once = await cleaned(photo())
    expect(await cleaned(once)).toEqual(once)
  })

  test('keeps nothing of a film, or of what another program added', async () => {
    const after = await cleaned(Buffer.concat([photo(), box('moov', 'GPS Paris'), box('uuid', 'GPS Lyon')]))
    expect(after.includes('GPS')).toBe(false)
    expect(after.toString('latin1')).not.toMatch(/moov|uuid/)
  })

  test('that is cut, has no image, lies about its tables or is immense is refused', async () => {
    const bytes = photo()
    await expect(cleaned(bytes.subarray(0, bytes.length - 5))).rejects.toThrow('cut')
    await expect(cleaned(bytes.subarray(0, 0x3bb))).rejects.toThrow('without image')
    await expect(cleaned(box('ftyp', 'heic'))).rejects.toThrow('without image')
    await expect(cleaned(Buffer.concat([bytes.subarray(0, 0x1c), bytes.subarray(0x3bb)]))).rejects.toThrow()
    const lying = Buffer.from(bytes)
    lying.writeUInt32BE(0x7fff, 0x58)
    await expect(cleaned(lying)).rejects.toThrow()
    const immense = Buffer.from(bytes)
    immense.writeUInt32BE(20_000, 0x190)
    immense.writeUInt32BE(20_000, 0x194)
    await expect(cleaned(immense)).rejects.toThrow('20000')
  })
})
