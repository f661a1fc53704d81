import { createRequire } from 'node:module'
import type { Canvas, Image } from '@napi-rs/canvas'
import { imageSize } from '../scans/size'
import { draftPdf } from './pdf'

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

/** Of a drawn image, 240 MB of memory. */
const pixelsAtMost = 60_000_000
/** As wide as a page is read on a large screen, twice for the dense ones. */
const longestSide = 1_600
/** 48 × 60 in a list, twice for dense screens. */
const thumbnailBox = { width: 96, height: 120 }

/** pdf.js's own companion, and so the very version it draws with. */
const canvasPackage = createRequire(import.meta.resolve('pdfjs-dist/package.json'))
const canvas = () => canvasPackage('@napi-rs/canvas') as typeof import('@napi-rs/canvas')

type Source = Canvas | Image

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
function thumbnailOf(source: Source): Picture {
  const fitting = (of: Source) => Math.min(1, thumbnailBox.width / of.width, thumbnailBox.height / of.height)
  let step = source
  while (fitting(step) < 0.5) step = resized(step, 0.5)
  return encoded(resized(step, fitting(step)), 72)
}

function pictured(source: Source): Picture {
  return encoded(resized(source, Math.min(1, longestSide / Math.max(source.width, source.height))), 80)
}

async function drawImage(bytes: Uint8Array): Promise<Drawn> {
  const size = imageSize(bytes)
  if (!size || size.width * size.height > pixelsAtMost) throw new Error('Not an image that is drawn')
  const image = await canvas().loadImage(bytes)
  return { pageCount: 1, thumbnail: thumbnailOf(image), pages: [{ page: 1, ...pictured(image) }] }
}

async function drawPdf(bytes: Uint8Array): Promise<Drawn> {
  const { pageCount, first } = await draftPdf(bytes, longestSide)
  return { pageCount, thumbnail: thumbnailOf(first), pages: [{ page: 1, ...encoded(first, 80) }] }
}

/** @throws when it cannot be drawn */
export async function drawDocument({ kind, bytes }: ToDraw): Promise<Drawn> {
  return kind === 'pdf' ? drawPdf(bytes) : drawImage(bytes)
}
