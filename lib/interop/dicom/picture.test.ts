import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { bytesOfWords, discs, identity, layout, losslessJpeg, rle, scanner } from './fixtures'
import { imageOf } from './image'
import { decodeJpeg } from './jpeg'
import { pictureOf } from './picture'
import { readDicom } from './read'
import { draw, fullWindow, shadeOf } from './shade'
import { type DataSetDraft, writeDicom } from './write'

const noOther = () => Promise.reject(new Error('not asked for'))

async function pictureIn(bytes: Uint8Array, index = 0, other = noOther as Parameters<typeof pictureOf>[2]) {
  const file = readDicom(bytes)
  if (!file.ok) throw new Error(file.error.code)
  const image = imageOf(file.data.dataSet)
  if (!image.ok) throw new Error(image.error.code)
  return { image: image.data, picture: await pictureOf({ ...file.data, image: image.data }, index, other) }
}

async function samplesIn(bytes: Uint8Array, index = 0) {
  const { picture } = await pictureIn(bytes, index)
  if (!picture.ok) throw new Error(picture.error.code)
  return picture.data.samples
}

const size = 16
const [first, second] = [0, 1].map(i => discs(size, 2).subarray(i * size * size, (i + 1) * size * size)) as [
  Uint16Array,
  Uint16Array,
]

function compressed(
  transferSyntax: string,
  pixels: readonly Uint8Array[],
  more: DataSetDraft = [],
): Uint8Array {
  const replaced = new Set(more.map(([name]) => name))
  const own = [...identity({}), ...layout(size, pixels.length)].filter(([name]) => !replaced.has(name))
  return writeDicom({ transferSyntax, dataSet: [...own, ...more], pixels })
}

const runLengths = (values: Uint16Array) =>
  rle([Uint8Array.from(values, value => value >> 8), Uint8Array.from(values, value => value & 0xff)])

const colour: DataSetDraft = [
  ['samples', [3]],
  ['photometric', 'RGB'],
  ['planar', [0]],
  ['rows', [2]],
  ['columns', [2]],
  ['frames', '1'],
  ['bitsAllocated', [8]],
  ['bitsStored', [8]],
  ['highBit', [7]],
]

describe('A picture is read, whatever way it was written', () => {
  test.each(['1.2.840.10008.1.2', '1.2.840.10008.1.2.1', '1.2.840.10008.1.2.2'])(
    'plain, %s',
    async transferSyntax => {
      const bytes = scanner({ size, frames: 2, transferSyntax })
      expect(await samplesIn(bytes, 0)).toEqual(first)
      expect(await samplesIn(bytes, 1)).toEqual(second)
    },
  )

  test('in run lengths', async () => {
    const bytes = compressed('1.2.840.10008.1.2.5', [runLengths(first), runLengths(second)])
    expect(await samplesIn(bytes, 1)).toEqual(second)
  })

  test('in lossless JPEG', async () => {
    const bytes = compressed('1.2.840.10008.1.2.4.70', [
      losslessJpeg(first, size),
      losslessJpeg(second, size),
    ])
    expect(await samplesIn(bytes, 0)).toEqual(first)
    expect(await samplesIn(bytes, 1)).toEqual(second)
  })

  test('in JPEG, as another decoder reads it', async () => {
    const { createCanvas, loadImage } = createRequire(import.meta.url)('@napi-rs/canvas')
    const canvas = createCanvas(37, 21)
    const pen = canvas.getContext('2d')
    const fade = pen.createLinearGradient(0, 0, 37, 21)
    fade.addColorStop(0, '#102030')
    fade.addColorStop(1, '#e0b070')
    pen.fillStyle = fade
    pen.fillRect(0, 0, 37, 21)
    const bytes = new Uint8Array(canvas.toBuffer('image/jpeg', 95))
    const ours = decodeJpeg(bytes)
    if (!ours.ok) throw new Error(ours.error.detail)
    expect(ours.data).toMatchObject({ width: 37, height: 21, components: 3, luminance: true })
    pen.drawImage(await loadImage(Buffer.from(bytes)), 0, 0)
    const theirs = pen.getImageData(0, 0, 37, 21).data as Uint8ClampedArray
    const image = { rows: 21, columns: 37, samples: 3, photometric: 'YBR_FULL', palette: null }
    const drawn = draw(ours.data.values, image as Parameters<typeof draw>[1], {
      center: 0,
      width: 1,
      name: null,
    })
    const furthest = drawn.reduce((most, value, i) => Math.max(most, Math.abs(value - (theirs[i] ?? 0))), 0)
    expect(furthest).toBeLessThanOrEqual(6)
  })

  test('by the codec that is given, for JPEG 2000 and JPEG-LS', async () => {
    for (const [syntax, codec] of [
      ['1.2.840.10008.1.2.4.90', 'jpeg-2000'],
      ['1.2.840.10008.1.2.4.80', 'jpeg-ls'],
    ] as const) {
      const asked: string[] = []
      const { picture } = await pictureIn(
        compressed(syntax, [Uint8Array.of(1, 2, 3, 4)]),
        0,
        async (name, bytes) => {
          asked.push(`${name} ${bytes.length}`)
          return { width: size, height: size, components: 1, values: first, luminance: null }
        },
      )
      expect(asked).toEqual([`${codec} 4`])
      expect(picture).toMatchObject({ ok: true, data: { samples: first } })
    }
  })

  test('with signs, when it has some', async () => {
    const bytes = writeDicom({
      dataSet: [...identity({}), ...layout(2, 1).filter(([name]) => name !== 'signed'), ['signed', [1]]],
      // Twelve bits of which the first is the sign; what stands above them is put away.
      pixels: bytesOfWords(Uint16Array.of(0xf800, 0x07ff, 0x0fff, 0x0001)),
    })
    expect(await samplesIn(bytes)).toEqual(Int16Array.of(-2048, 2047, -1, 1))
  })

  test('colours one after the other, or all together', async () => {
    const kept = [...identity({}), ...layout(2, 1)].filter(
      ([name]) => !colour.some(([other]) => other === name),
    )
    const together = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
    expect(await samplesIn(writeDicom({ dataSet: [...kept, ...colour], pixels: together }))).toEqual(together)
    const planar: DataSetDraft = [...kept, ...colour.filter(([name]) => name !== 'planar'), ['planar', [1]]]
    const apart = Uint8Array.of(1, 4, 7, 10, 2, 5, 8, 11, 3, 6, 9, 12)
    expect(await samplesIn(writeDicom({ dataSet: planar, pixels: apart }))).toEqual(together)
  })
})

describe('A picture that is damaged', () => {
  test('is said to be cut; the ones before it are drawn', async () => {
    const whole = scanner({ size, frames: 2 })
    const bytes = whole.subarray(0, whole.length - 10)
    expect(await samplesIn(bytes, 0)).toEqual(first)
    expect((await pictureIn(bytes, 1)).picture).toMatchObject({ ok: false, error: { code: 'frame_cut' } })
  })

  test.each([
    ['run lengths', '1.2.840.10008.1.2.5', runLengths(first).subarray(0, 300)],
    ['run lengths without segments', '1.2.840.10008.1.2.5', new Uint8Array(64)],
    ['JPEG', '1.2.840.10008.1.2.4.70', losslessJpeg(first, size).subarray(0, 120)],
    ['no JPEG at all', '1.2.840.10008.1.2.4.50', Uint8Array.of(1, 2, 3, 4)],
    ['JPEG of another size', '1.2.840.10008.1.2.4.70', losslessJpeg(first, size / 2)],
    ['JPEG-LS that its codec refuses', '1.2.840.10008.1.2.4.80', Uint8Array.of(1, 2)],
  ])('is refused: %s', async (_what, syntax, bytes) => {
    const { picture } = await pictureIn(compressed(syntax, [bytes]))
    expect(picture).toMatchObject({ ok: false, error: { code: 'damaged_pixels' } })
  })

  test('or written in a way that we do not read, is refused as such', async () => {
    const { picture } = await pictureIn(compressed('1.2.840.10008.1.2.4.100', [Uint8Array.of(1, 2)]))
    expect(picture).toMatchObject({ ok: false, error: { code: 'unsupported_pixels' } })
  })
})

describe('Greys on the screen', () => {
  test('a window goes from black to white over its width', () => {
    const window = { center: 40, width: 400 }
    expect([-1000, -160, 40, 240, 3000].map(value => shadeOf(value, window))).toEqual([0, 0, 128, 255, 255])
    expect([39, 40].map(value => shadeOf(value, { center: 40, width: 1 }))).toEqual([0, 255])
  })

  test('values become units of the scanner before they are shaded; white and black may be swapped', async () => {
    const bytes = scanner({
      size: 2,
      more: [
        ['rows', [1]],
        ['columns', [2]],
      ],
    })
    const { image } = await pictureIn(bytes)
    const samples = Uint16Array.of(1064, 2000)
    const window = { center: 40, width: 400, name: null }
    expect([...draw(samples, image, window)]).toEqual([128, 128, 128, 255, 255, 255, 255, 255])
    expect([...draw(samples, { ...image, inverted: true }, window)].slice(0, 4)).toEqual([127, 127, 127, 255])
    expect(fullWindow(samples, image.rescale)).toMatchObject({ center: 508.5, width: 937 })
  })
})
