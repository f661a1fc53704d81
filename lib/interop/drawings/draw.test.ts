import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { ByteReader } from '@/lib/interop/files/byte-reader'
import { minimalExif } from '@/lib/interop/images/exif'
import { cleanJpeg } from '@/lib/interop/images/jpeg'
import { photographed, scannedPdf } from '@/lib/test-support/letters'
import { drawDocument } from './draw'

const ofPdfJs = createRequire(import.meta.resolve('pdfjs-dist/package.json'))
const canvas = ofPdfJs('@napi-rs/canvas') as typeof import('@napi-rs/canvas')

const image = (bytes: Uint8Array, mediaType = 'image/jpeg') =>
  drawDocument({ kind: 'image', mediaType, bytes })

/** The colour of one point of a picture. */
async function colourAt(bytes: Uint8Array, x: number, y: number): Promise<number[]> {
  const drawn = await canvas.loadImage(bytes)
  const sheet = canvas.createCanvas(drawn.width, drawn.height)
  sheet.getContext('2d').drawImage(drawn, 0, 0)
  return [...sheet.getContext('2d').getImageData(x, y, 1, 1).data].slice(0, 3)
}

/** Red, with a blue corner at the top left of what the device saw. */
function cornered(width: number, height: number) {
  const sheet = canvas.createCanvas(width, height)
  const context = sheet.getContext('2d')
  context.fillStyle = '#f00'
  context.fillRect(0, 0, width, height)
  context.fillStyle = '#00f'
  context.fillRect(0, 0, width / 4, height / 4)
  return sheet
}

/** The same, held on its side: orientation 6, a quarter of a turn to the right. */
function turned(jpeg: Uint8Array): Buffer {
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), minimalExif(6)])
  return Buffer.concat([
    jpeg.subarray(0, 2),
    Buffer.from([0xff, 0xe1, 0, exif.length + 2]),
    exif,
    jpeg.subarray(2),
  ])
}

describe('Pictures of a document', () => {
  test('a photograph has a small one for lists and one to read, never larger than itself', async () => {
    const { thumbnail, pages, pageCount } = await image(photographed(['Madame,', 'voici vos résultats.']))
    expect(pageCount).toBe(1)
    expect(thumbnail).toMatchObject({ width: 96, height: 62 })
    expect(thumbnail.bytes.length).toBeLessThan(6_000)
    expect(pages).toMatchObject([{ page: 1, width: 1400, height: 900 }])
  })

  test('one held on its side stands upright', async () => {
    const { pages } = await image(turned(cornered(800, 400).toBuffer('image/jpeg', 95)))
    const [page] = pages
    expect(page).toMatchObject({ width: 400, height: 800 })
    const [red, , blue] = await colourAt(page?.bytes ?? new Uint8Array(), 390, 10)
    expect(blue).toBeGreaterThan(200)
    expect(red).toBeLessThan(60)
  })

  test('one held on its side stands upright once cleaned of its place too', async () => {
    async function* pieces() {
      yield turned(cornered(800, 400).toBuffer('image/jpeg', 95))
    }
    const clean: Buffer[] = []
    for await (const piece of cleanJpeg(new ByteReader(pieces()))) clean.push(Buffer.from(piece))
    const { pages } = await image(Buffer.concat(clean))
    expect(pages).toMatchObject([{ width: 400, height: 800 }])
    expect((await colourAt(pages[0]?.bytes ?? new Uint8Array(), 390, 10))[2]).toBeGreaterThan(200)
  })

  test('what is transparent is drawn on white', async () => {
    const empty = canvas.createCanvas(300, 300).toBuffer('image/png')
    const { pages } = await image(empty, 'image/png')
    expect(await colourAt(pages[0]?.bytes ?? new Uint8Array(), 10, 10)).toEqual([255, 255, 255])
  })

  test('the first page of a PDF is drawn, and its pages are counted', async () => {
    const bytes = scannedPdf(photographed(['Ordonnance']))
    const { pages, pageCount, thumbnail } = await drawDocument({
      kind: 'pdf',
      mediaType: 'application/pdf',
      bytes,
    })
    expect(pageCount).toBe(1)
    expect(pages).toMatchObject([{ page: 1, width: 1600 }])
    expect(thumbnail.width).toBe(96)
    const [red = 0] = await colourAt(pages[0]?.bytes ?? new Uint8Array(), 800, 1000)
    expect(red).toBeGreaterThan(200)
  })

  test('what says that it is larger than can be drawn, or is no picture, is not opened', async () => {
    const huge = Buffer.from(cornered(10, 10).toBuffer('image/png'))
    huge.writeUInt32BE(60_000, 16)
    huge.writeUInt32BE(60_000, 20)
    await expect(image(huge, 'image/png')).rejects.toThrow()
    await expect(image(Buffer.from('bonjour'))).rejects.toThrow()
    await expect(
      drawDocument({ kind: 'pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF-1.4 cassé') }),
    ).rejects.toThrow()
  })

  test('a TIFF has one of every page, fax or colours, and a HEIC one of its image', async () => {
    const { pages, pageCount, thumbnail } = await image(
      readFileSync(new URL('./fixtures/two-pages.tif', import.meta.url)),
      'image/tiff',
    )
    expect(pageCount).toBe(2)
    expect(thumbnail.height).toBe(120)
    expect(pages).toMatchObject([
      { page: 1, width: 1131, height: 1600 },
      { page: 2, width: 1240, height: 827 },
    ])
    const [fax, colours] = pages.map(page => page.bytes)
    // A black bar on white; a blue corner on red.
    expect((await colourAt(fax ?? new Uint8Array(), 600, 110))[0]).toBeLessThan(60)
    expect((await colourAt(fax ?? new Uint8Array(), 600, 800))[0]).toBeGreaterThan(240)
    expect((await colourAt(colours ?? new Uint8Array(), 20, 20))[2]).toBeGreaterThan(180)
    expect((await colourAt(colours ?? new Uint8Array(), 1200, 800))[0]).toBeGreaterThan(180)

    const photo = readFileSync('lib/interop/images/fixtures/photo.heic')
    const heic = await image(photo, 'image/heic')
    expect(heic.pages).toMatchObject([{ page: 1, width: 96, height: 64 }])
    expect((await colourAt(heic.pages[0]?.bytes ?? new Uint8Array(), 5, 5))[2]).toBeGreaterThan(180)
  })

  test('a TIFF that lies is not drawn', async () => {
    const bytes = readFileSync(new URL('./fixtures/two-pages.tif', import.meta.url))
    for (const at of [4, 200, 600, bytes.length - 100]) {
      const lying = Buffer.from(bytes)
      lying.fill(0xff, at, at + 90)
      await image(lying, 'image/tiff').catch((error: unknown) => expect(error).toBeInstanceOf(Error))
    }
    await expect(image(bytes.subarray(0, 300), 'image/tiff')).rejects.toThrow()
  })
})
