import { createRequire } from 'node:module'
import type { Canvas } from '@napi-rs/canvas'
import { pdfSettings } from '../pdf/text'

const canvasPackage = createRequire(import.meta.resolve('pdfjs-dist/package.json'))

/** The first page of a PDF, its longest side as asked. @throws when there is none that can be drawn */
export async function draftPdf(
  bytes: Uint8Array,
  longestSide: number,
): Promise<{ readonly pageCount: number; readonly first: Canvas }> {
  const { createCanvas } = canvasPackage('@napi-rs/canvas') as typeof import('@napi-rs/canvas')
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const pdf = await getDocument({ ...pdfSettings, data: new Uint8Array(bytes) }).promise
  const opened = await pdf.getPage(1)
  const natural = opened.getViewport({ scale: 1 })
  const viewport = opened.getViewport({ scale: longestSide / Math.max(natural.width, natural.height) })
  const sheet = createCanvas(Math.max(1, Math.ceil(viewport.width)), Math.max(1, Math.ceil(viewport.height)))
  // pdf.js says the browser's types; in Node it draws on its companion's.
  const target = sheet as unknown as HTMLCanvasElement
  await opened.render({ canvas: target, viewport, background: '#fff' }).promise
  const pageCount = pdf.numPages
  await pdf.loadingTask.destroy()
  return { pageCount, first: sheet }
}
