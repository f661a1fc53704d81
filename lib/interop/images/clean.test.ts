import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ByteReader, DamagedFile } from '@/lib/interop/files/byte-reader'
import { exif, jpeg, place, png, pngChunk, webp } from './fixtures'
import { cleanJpeg } from './jpeg'
import { cleanPng } from './png'
import { ImageTooLarge } from './size'
import { cleanWebp } from './webp'

type Clean = (reader: ByteReader) => AsyncGenerator<Buffer>

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function cleaned(clean: Clean, bytes: Uint8Array, size = 64 * 1024): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of clean(new ByteReader(inPieces(bytes, size)))) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces)
}

const formats = [
  ['JPEG', cleanJpeg, jpeg()],
  ['PNG', cleanPng, png()],
  ['WebP', cleanWebp, webp()],
] as const

/**
 * Where the length of a kept part is written. Made longer, the part swallows what follows: those bytes are then its
 * own, as whoever made the file chose, and no reader takes them for a place any more.
 */
function keptLengths(image: Buffer): number[] {
  const profile = image.indexOf('ICC_PROFILE')
  const pixels = image.indexOf('VP8L')
  const inJpeg = profile < 0 ? [] : [profile - 2, profile - 1]
  return pixels < 0 ? inJpeg : [...inJpeg, pixels + 4, pixels + 5, pixels + 6, pixels + 7]
}

describe.each(formats)('A %s', (_name, clean, image) => {
  test('loses its place, its comments and what was written beside its image', async () => {
    expect(image.includes('GPSLatitude')).toBe(true)
    const kept = await cleaned(clean, image)
    expect(kept.includes('GPS')).toBe(false)
    expect(kept.includes('xmpmeta')).toBe(false)
    expect(kept.includes(place.slice(0, 6))).toBe(false)
  })

  test('comes out the same whatever the pieces it comes in, and once cleaned stays as it is', async () => {
    const kept = await cleaned(clean, image)
    for (const size of [1, 2, 3, 7, 64]) expect(await cleaned(clean, image, size)).toEqual(kept)
    expect(await cleaned(clean, kept)).toEqual(kept)
  })

  test('is refused wherever it is cut', async () => {
    for (let length = 0; length < image.length; length += 1)
      await expect(cleaned(clean, image.subarray(0, length)), String(length)).rejects.toThrow(DamagedFile)
  })

  test('with any byte altered comes out without its place, or is refused; never anything else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(image.length - 1), fc.nat(255), async (at, value) => {
        fc.pre(!keptLengths(image).includes(at))
        const altered = Buffer.from(image)
        altered[at] = value
        const outcome = await cleaned(clean, altered).catch((error: unknown) => error)
        if (outcome instanceof Buffer) expect(outcome.includes('GPSLatitude')).toBe(false)
        else expect([DamagedFile, ImageTooLarge].some(kind => outcome instanceof kind)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })
})

describe('The image itself', () => {
  test('of a JPEG is not touched: tables, frame, scan, colours', async () => {
    const image = jpeg({ scan: Buffer.from([1, 0xff, 0, 2, 0xff, 0xd0, 3, 0xff, 0xff, 0, 4]) })
    const kept = await cleaned(cleanJpeg, image)
    expect(kept.subarray(-(image.length - image.indexOf('ffdb', 0, 'hex')))).toEqual(
      image.subarray(image.indexOf('ffdb', 0, 'hex')),
    )
    expect(kept.includes('ICC_PROFILE')).toBe(true)
  })

  test('of a JPEG keeps how the camera was held, and only that', async () => {
    const turned = await cleaned(cleanJpeg, jpeg({ orientation: 6 }))
    expect(
      turned.includes(Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06', 'latin1')),
    ).toBe(true)
    expect((await cleaned(cleanJpeg, jpeg({ orientation: 1 }))).includes('Exif')).toBe(false)
  })

  test('of a PNG keeps how it was held and its colours', async () => {
    const kept = await cleaned(cleanPng, png())
    expect(kept.includes('eXIfMM')).toBe(true)
    expect(kept.includes('gAMA')).toBe(true)
    expect(kept.includes('tEXt')).toBe(false)
  })

  test('of a WebP keeps its length, and how it was held', async () => {
    const kept = await cleaned(cleanWebp, webp())
    expect(kept).toHaveLength(webp().length)
    expect(kept.includes('MM\0*')).toBe(true)
  })

  test.each([
    ['JPEG', cleanJpeg, (tail: Buffer) => jpeg({ tail })],
    ['PNG', cleanPng, (tail: Buffer) => png({ tail })],
    ['WebP', cleanWebp, (tail: Buffer) => Buffer.concat([webp(), tail])],
  ] as const)(
    'what follows the end of a %s is left out: it may be another file',
    async (_name, clean, make) => {
      const kept = await cleaned(clean, make(Buffer.from('PK\x03\x04<script>alert(1)</script>')))
      expect(kept.includes('script')).toBe(false)
      expect(kept).toEqual(await cleaned(clean, make(Buffer.alloc(0))))
    },
  )
})

describe('Images of a hundred million points are refused from their first bytes', () => {
  test.each([
    ['JPEG', cleanJpeg, jpeg({ width: 12_000, height: 9_000, scan: Buffer.alloc(8) })],
    ['PNG', cleanPng, png({ width: 20_000, height: 5_000 })],
    ['WebP', cleanWebp, webp({ width: 16_000, height: 16_000 })],
  ] as const)('%s', async (_name, clean, image) => {
    await expect(cleaned(clean, image)).rejects.toThrow(ImageTooLarge)
  })

  test('a little less is taken', async () => {
    await cleaned(cleanJpeg, jpeg({ width: 9_999, height: 10_000, scan: Buffer.alloc(8) }))
  })
})

describe('Lies', () => {
  test.each([
    [
      'a PNG whose chunk is longer than the file',
      cleanPng,
      Buffer.concat([png().subarray(0, 33), Buffer.from([0x7f, 0xff, 0xff, 0xff]), Buffer.from('tEXt')]),
    ],
    [
      'a PNG without image',
      cleanPng,
      Buffer.concat([png().subarray(0, 33), pngChunk('IEND', Buffer.alloc(0))]),
    ],
    [
      'a PNG whose image was altered',
      cleanPng,
      (() => {
        const image = png()
        const at = image.indexOf('IDAT') + 6
        image[at] = (image[at] ?? 0) ^ 1
        return image
      })(),
    ],
    ['a JPEG without frame', cleanJpeg, Buffer.from('ffd8ffda0008010100003f0000ffd9', 'hex')],
    ['a JPEG without image', cleanJpeg, Buffer.from('ffd8ffd9', 'hex')],
    ['a WebP without image', cleanWebp, Buffer.from('RIFF\x04\0\0\0WEBP', 'latin1')],
  ])('%s is refused', async (_what, clean, bytes) => {
    await expect(cleaned(clean, bytes)).rejects.toThrow(DamagedFile)
  })

  test('an EXIF that leads nowhere, or in circles, says nothing', async () => {
    for (let at = 0; at < 40; at += 1) {
      const block = exif(6)
      block[at] = 0xff
      const image = Buffer.concat([
        png().subarray(0, 33),
        pngChunk('eXIf', block),
        png().subarray(png().indexOf('IDAT') - 4),
      ])
      expect((await cleaned(cleanPng, image)).includes('GPS')).toBe(false)
    }
  })
})
