import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createWorker, OEM, type Worker } from 'tesseract.js'
import { canvas, openImage } from '../drawings/sheets'
import { tiffAsPdf } from '../drawings/tiff'
import { pdfSettings } from '../pdf/text'

/**
 * Optical reading of letters that are pictures, in French, with data that came with the code: nothing is fetched. Long
 * and large, so meant for a process apart (platform/apart).
 */
export type Scan =
  | { readonly kind: 'image'; readonly bytes: Uint8Array; readonly mediaType: string }
  /** The pages to read: those that have no text of their own. */
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array; readonly skip: readonly number[] }

export type ReadScan = ReadonlyArray<{ readonly page: number; readonly text: string }>

/** As large as an A4 sheet at 200 dots an inch: more is slower and reads no better. */
const longestSide = 2_340
const pagesAtMost = 20
/** Below, the letters it believes it sees are those of a landscape. */
const leastConfidence = 40

let engine: Promise<Worker> | undefined

/** Loaded once for the life of the process. */
function reader(): Promise<Worker> {
  const data = path.dirname(fileURLToPath(import.meta.resolve('@tesseract.js-data/fra/package.json')))
  engine ??= createWorker('fra', OEM.LSTM_ONLY, {
    langPath: path.join(data, '4.0.0_best_int'),
    cacheMethod: 'none',
    gzip: true,
  })
  return engine
}

async function wordsOf(picture: Buffer): Promise<string> {
  const { data } = await (await reader()).recognize(picture, { rotateAuto: true })
  return data.confidence < leastConfidence ? '' : data.text.replace(/(\p{L})-\n(\p{Ll})/gu, '$1$2')
}

/** On white, no larger than needed. @throws when it is no image, or too large a one */
async function drawn(bytes: Uint8Array, mediaType: string): Promise<Buffer> {
  const image = await openImage(bytes, mediaType)
  const scale = Math.min(1, longestSide / Math.max(image.width, image.height))
  const sheet = canvas().createCanvas(
    Math.max(1, Math.round(image.width * scale)),
    Math.max(1, Math.round(image.height * scale)),
  )
  const context = sheet.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, sheet.width, sheet.height)
  context.drawImage(image, 0, 0, sheet.width, sheet.height)
  return sheet.toBuffer('image/png')
}

async function readPdf(bytes: Uint8Array, skip: readonly number[]): Promise<ReadScan> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const pdf = await getDocument({ ...pdfSettings, data: new Uint8Array(bytes) }).promise
  const pages: Array<{ page: number; text: string }> = []
  const wanted = Array.from({ length: pdf.numPages }, (_, i) => i + 1).filter(page => !skip.includes(page))
  for (const page of wanted.slice(0, pagesAtMost)) {
    const opened = await pdf.getPage(page)
    const natural = opened.getViewport({ scale: 1 })
    const viewport = opened.getViewport({ scale: longestSide / Math.max(natural.width, natural.height) })
    const sheet = canvas().createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
    // pdf.js says the browser's types; in Node it draws on its companion's.
    const target = sheet as unknown as HTMLCanvasElement
    await opened.render({ canvas: target, viewport, background: '#fff' }).promise
    pages.push({ page, text: await wordsOf(sheet.toBuffer('image/png')) })
    opened.cleanup()
  }
  await pdf.loadingTask.destroy()
  return pages
}

/** Page 0: a picture has no pages. @throws when it cannot be read */
export async function readScan(scan: Scan): Promise<ReadScan> {
  if (scan.kind === 'pdf') return readPdf(scan.bytes, scan.skip)
  if (scan.mediaType === 'image/tiff') return readPdf(tiffAsPdf(scan.bytes), [])
  return [{ page: 0, text: await wordsOf(await drawn(scan.bytes, scan.mediaType)) }]
}
