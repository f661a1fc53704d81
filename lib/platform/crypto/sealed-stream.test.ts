import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { opening, SEGMENT, sealed as sealedPieces } from './sealed-stream'

const key = randomBytes(32)
const seal = (plain: Buffer) => buffer(sealedPieces(key, plain.length ? [plain] : []))
/** A pipeline that reports the error of its last stage, whatever the size of the pieces it is fed. */
const open = async (sealed: Buffer, withKey: Buffer = key) => {
  const pieces = sealed.length > 1000 ? [sealed.subarray(0, 777), sealed.subarray(777)] : [sealed]
  return buffer(Readable.from(pieces).pipe(opening(withKey)))
}

describe('Documents at rest', () => {
  test.each([0, 1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 3 * SEGMENT + 5])(
    'come back identical at %i bytes, and cannot be read on the disk',
    async size => {
      const plain = Buffer.alloc(size, 'santé ')
      const sealed = await seal(plain)
      expect(sealed.includes('santé')).toBe(false)
      expect((await open(sealed)).equals(plain)).toBe(true)
    },
  )

  test('a flipped bit anywhere is refused', async () => {
    const sealed = await seal(randomBytes(2 * SEGMENT + 100))
    for (const position of [0, 5, 12, SEGMENT, sealed.length - 1]) {
      const altered = Buffer.from(sealed)
      altered[position] = (altered[position] ?? 0) ^ 1
      await expect(open(altered)).rejects.toThrow()
    }
  })

  test('a cut, repeated or swapped segment is refused', async () => {
    const sealed = await seal(randomBytes(3 * SEGMENT))
    const header = sealed.subarray(0, 11)
    const first = sealed.subarray(11, 11 + SEGMENT + 16)
    const second = sealed.subarray(11 + SEGMENT + 16, 11 + 2 * (SEGMENT + 16))
    const last = sealed.subarray(11 + 2 * (SEGMENT + 16))
    await expect(open(Buffer.concat([header, first, second]))).rejects.toThrow()
    await expect(open(Buffer.concat([header, second, first, last]))).rejects.toThrow()
    await expect(open(Buffer.concat([header, first, first, last]))).rejects.toThrow()
    await expect(open(Buffer.concat([header, first, last]))).rejects.toThrow()
  })

  test('another key opens nothing', async () => {
    const sealed = await seal(randomBytes(1000))
    await expect(open(sealed, randomBytes(32))).rejects.toThrow()
  })
})
