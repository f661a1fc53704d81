import type { Canvas } from '@napi-rs/canvas'
import { canvas, openImage, openSheets, type Source } from './sheets'
import { tiffAsPdf } from './tiff'

/**
 * Pictures of a document: a small one for lists, its pages as a browser shows them. What it draws was written by
 * others: meant for a process apart (platform/apart), without network, and for so long at most.
 */
export type ToDraw = {
  readonly kind: 'pdf' | 'image'
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export type Picture = { readonly bytes: Uint8Array; readonly width: number; readonly height: number }

export type Drawn = {
  /** How many pages it has, drawn or not. */
  readonly pageCount: number
  readonly thumbnail: Picture
  readonly pages: ReadonlyArray<Picture & { readonly page: number }>
}

/** Every picture made is one of these. */
export const pictureType = 'image/webp'

/** As wide as a page is read on a large screen, twice for the dense ones. */
const longestSide = 1_600
/** 48 × 60 in a list, twice for dense screens. */
const thumbnailBox = { width: 96, height: 120 }
/** Of an image with pages, that no browser shows. */
const pagesAtMost = 30

/** On white: what is transparent was made to be read on paper. */
function resized(source: Source, scale: number): Canvas {
  const width = Math.max(1, Math.round(source.width * scale))
  const height = Math.max(1, Math.round(source.height * scale))
  const sheet = canvas().createCanvas(width, height)
  const context = sheet.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(source, 0, 0, width, height)
  return sheet
}

const encoded = (sheet: Canvas, quality: number): Picture => ({
  bytes: new Uint8Array(sheet.toBuffer(pictureType, quality)),
  width: sheet.width,
  height: sheet.height,
})

/** By halves, so that a thin line of a page does not vanish. */
function shrunk(source: Source, fitting: (of: Source) => number): Canvas {
  let step = source
  while (fitting(step) < 0.5) step = resized(step, 0.5)
  return resized(step, fitting(step))
}

const thumbnailOf = (source: Source): Picture =>
  encoded(
    shrunk(source, of => Math.min(1, thumbnailBox.width / of.width, thumbnailBox.height / of.height)),
    72,
  )

const pictured = (source: Source): Picture =>
  encoded(
    shrunk(source, of => Math.min(1, longestSide / Math.max(of.width, of.height))),
    80,
  )

async function drawImage(bytes: Uint8Array, mediaType: string): Promise<Drawn> {
  const image = await openImage(bytes, mediaType)
  return { pageCount: 1, thumbnail: thumbnailOf(image), pages: [{ page: 1, ...pictured(image) }] }
}

/** A browser shows the pages of a PDF itself: the first is enough, to be recognised by. */
async function drawPdf(bytes: Uint8Array): Promise<Drawn> {
  const { pageCount, sheet, close } = await openSheets(bytes)
  const first = await sheet(1, longestSide)
  await close()
  return { pageCount, thumbnail: thumbnailOf(first), pages: [{ page: 1, ...encoded(first, 80) }] }
}

/** Every page, point for point, then made smaller: strips of one image have no seam. */
async function drawTiff(bytes: Uint8Array): Promise<Drawn> {
  const { pageCount, sheet, close } = await openSheets(tiffAsPdf(bytes))
  const first = await sheet(1)
  const pages = [{ page: 1, ...pictured(first) }]
  for (let page = 2; page <= Math.min(pageCount, pagesAtMost); page += 1)
    pages.push({ page, ...pictured(await sheet(page)) })
  await close()
  return { pageCount, thumbnail: thumbnailOf(first), pages }
}

/** @throws when it cannot be drawn */
export async function drawDocument({ kind, mediaType, bytes }: ToDraw): Promise<Drawn> {
  if (kind === 'pdf') return drawPdf(bytes)
  return mediaType === 'image/tiff' ? drawTiff(bytes) : drawImage(bytes, mediaType)
}
