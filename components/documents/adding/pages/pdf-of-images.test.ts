import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { inspectPdf } from '@/lib/interop/pdf/inspect'
import { pdfOfImages } from './pdf-of-images'

const ofPdfJs = createRequire(import.meta.resolve('pdfjs-dist/package.json'))
const { createCanvas } = ofPdfJs('@napi-rs/canvas') as typeof import('@napi-rs/canvas')

function page(width: number, height: number) {
  const sheet = createCanvas(width, height)
  sheet.getContext('2d').fillRect(0, 0, width, height)
  return { jpeg: new Uint8Array(sheet.toBuffer('image/jpeg', 80)), width, height }
}

test('several photographs are the pages of one PDF, each of its own shape, in their order', async () => {
  const bytes = new Uint8Array(await pdfOfImages([page(1240, 1754), page(800, 400)]).arrayBuffer())
  expect(inspectPdf(bytes)).toMatchObject({ pageCount: 2, complete: true, hasScripts: false })
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const pdf = await getDocument({ data: bytes, verbosity: 0 }).promise
  const shapes = await Promise.all([1, 2].map(async n => (await pdf.getPage(n)).getViewport({ scale: 1 })))
  expect(shapes.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
    [595, 842],
    [842, 421],
  ])
  await pdf.loadingTask.destroy()
})
