import { describe, expect, test } from 'vitest'
import { cleanTiff, planTiff } from './tiff'

type Entry = readonly [tag: number, type: number, count: number, value: number]

/** One page of four points; `beside` stands after the image, and is cited by `more`. */
function tiff(more: readonly Entry[] = [], { little = true, width = 2, beside = '' } = {}): Buffer {
  const entries: Entry[] = [
    [256, 3, 1, width],
    [257, 3, 1, 2],
    [259, 3, 1, 1],
    [273, 4, 1, 8],
    [279, 4, 1, 4],
    ...more,
  ]
  const short = (value: number) => {
    const bytes = Buffer.alloc(2)
    if (little) bytes.writeUInt16LE(value)
    else bytes.writeUInt16BE(value)
    return bytes
  }
  const long = (value: number) => {
    const bytes = Buffer.alloc(4)
    if (little) bytes.writeUInt32LE(value)
    else bytes.writeUInt32BE(value)
    return bytes
  }
  const value = ([, type, count, said]: Entry) =>
    type === 3 && count === 1 ? Buffer.concat([short(said), Buffer.alloc(2)]) : long(said)
  const directory = 12 + beside.length
  return Buffer.concat([
    Buffer.from(little ? 'II*\0' : 'MM\0*', 'latin1'),
    long(directory),
    Buffer.from('PIXL'),
    Buffer.from(beside),
    short(entries.length),
    ...entries.map(entry => Buffer.concat([short(entry[0]), short(entry[1]), long(entry[2]), value(entry)])),
    long(0),
  ])
}

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function cleaned(bytes: Buffer, size = 5): Promise<Buffer> {
  const plan = await planTiff(bytes.length, async (offset, length) => bytes.subarray(offset, offset + length))
  const pieces: Buffer[] = []
  for await (const piece of cleanTiff(inPieces(bytes, size), plan)) pieces.push(piece)
  return Buffer.concat(pieces)
}

const place = 'GPS 48.8566 2.3522 Paris'

describe('A TIFF', () => {
  test('loses its place, its words and its previews, and keeps its image where it was', async () => {
    const said: Entry[] = [
      [270, 2, place.length, 12],
      [330, 4, 1, 12],
      [34665, 4, 1, 12],
      [34853, 4, 1, 12],
      [700, 1, place.length, 12],
    ]
    for (const little of [true, false]) {
      const before = tiff(said, { beside: place, little })
      for (const size of [1, 5, 1000]) {
        const after = await cleaned(before, size)
        expect(after).toHaveLength(before.length)
        expect(after.includes('GPS')).toBe(false)
        expect(after.toString('latin1', 8, 12)).toBe('PIXL')
        const count = 12 + place.length
        expect(little ? after.readUInt16LE(count) : after.readUInt16BE(count)).toBe(5)
        // Its five entries, and no other page.
        expect(after.subarray(count + 2, count + 62)).toEqual(before.subarray(count + 2, count + 62))
        expect(after.subarray(count + 62)).toEqual(Buffer.alloc(before.length - count - 62))
      }
    }
  })

  test('loses what no directory cites, and cleaned twice is the same', async () => {
    const once = await cleaned(tiff([], { beside: place }))
    expect(once.includes('GPS')).toBe(false)
    expect(await cleaned(once)).toEqual(once)
  })

  test('keeps how it was held, its colours and its resolution', async () => {
    const orientation: Entry = [274, 3, 1, 6]
    const profile: Entry = [34675, 7, place.length, 12]
    const after = await cleaned(tiff([orientation, profile], { beside: place }))
    expect(after.includes('GPS')).toBe(true)
    expect(after.readUInt16LE(12 + place.length)).toBe(7)
  })

  test('that is cut, turns round for ever, has no image or is immense is refused', async () => {
    const bytes = tiff()
    await expect(cleaned(bytes.subarray(0, -6))).rejects.toThrow()
    const round = Buffer.from(bytes)
    round.writeUInt32LE(12, bytes.length - 4)
    await expect(cleaned(round)).rejects.toThrow('without end')
    const nowhere = Buffer.from(bytes)
    nowhere.writeUInt32LE(0, 4)
    await expect(cleaned(nowhere)).rejects.toThrow('without image')
    const outside = Buffer.from(bytes)
    outside.writeUInt32LE(9_999, 14 + 3 * 12 + 8)
    await expect(cleaned(outside)).rejects.toThrow('outside')
    const immense = tiff([[256, 4, 1, 60_000]])
    await expect(cleaned(immense)).resolves.toBeDefined()
    immense.writeUInt32LE(4_000_000_000, 14 + 5 * 12 + 8)
    await expect(cleaned(immense)).rejects.toThrow('4000000000')
  })
})
