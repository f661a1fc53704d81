import { createRequire } from 'node:module'
import type { Canvas, Image } from '@napi-rs/canvas'
import { pdfSettings } from '../pdf/text'
import { imageSize } from '../scans/size'
import { heicCanvas } from './heic'

/** Documents opened to be drawn. For processes apart: what is opened here was written by others. */

export type Source = Canvas | Image

/** Of a drawn image, 240 MB of memory. */
const pixelsAtMost = 60_000_000

/** pdf.js's own companion, and so the very version it draws with. */
const canvasPackage = createRequire(import.meta.resolve('pdfjs-dist/package.json'))
export const canvas = () => canvasPackage('@napi-rs/canvas') as typeof import('@napi-rs/canvas')

/** An image, upright. @throws when it is none, or too large a one */
export async function openImage(bytes: Uint8Array, mediaType: string): Promise<Source> {
  if (mediaType === 'image/heic') return heicCanvas(bytes, canvas().createCanvas)
  const size = imageSize(bytes)
  if (!size || size.width * size.height > pixelsAtMost) throw new Error('Not an image that is drawn')
  return canvas().loadImage(bytes)
}

export type Sheets = {
  readonly pageCount: number
  /** From 1; its longest side as asked, or as it is. */
  readonly sheet: (page: number, longestSide?: number) => Promise<Canvas>
  readonly close: () => Promise<void>
}

/** @throws when it cannot be read */
export async function openSheets(bytes: Uint8Array): Promise<Sheets> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const pdf = await getDocument({ ...pdfSettings, data: new Uint8Array(bytes) }).promise
  return {
    pageCount: pdf.numPages,
    async sheet(page, longestSide) {
      const opened = await pdf.getPage(page)
      const { width, height } = opened.getViewport({ scale: 1 })
      const scale = longestSide ? longestSide / Math.max(width, height) : 1
      const viewport = opened.getViewport({ scale })
      const [across, down] = [Math.max(1, Math.ceil(viewport.width)), Math.max(1, Math.ceil(viewport.height))]
      if (across * down > pixelsAtMost) throw new Error('Too large a page')
      const drawn = canvas().createCanvas(across, down)
      // pdf.js says the browser's types; in Node it draws on its companion's.
      const target = drawn as unknown as HTMLCanvasElement
      await opened.render({ canvas: target, viewport, background: '#fff' }).promise
      opened.cleanup()
      return drawn
    },
    close: () => pdf.loadingTask.destroy(),
  }
}
