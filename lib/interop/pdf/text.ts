import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The text of a PDF, page by page, as its software wrote it. A scanned page has none. */

export type PdfText = {
  readonly pageCount: number
  readonly pages: ReadonlyArray<{ readonly page: number; readonly text: string }>
}

const pagesAtMost = 300

const packageFolder = path.dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')))
const folder = (name: string) => `${path.join(packageFolder, name)}/`

/** Scripts of the file are never run, nothing is fetched, no font is drawn. */
export const pdfSettings = {
  cMapUrl: folder('cmaps'),
  standardFontDataUrl: folder('standard_fonts'),
  wasmUrl: folder('wasm'),
  isEvalSupported: false,
  enableXfa: false,
  stopAtErrors: false,
  verbosity: 0,
} as const

const textOf = (items: ReadonlyArray<object>) =>
  items
    .map(item => ('str' in item && 'hasEOL' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''))
    .join('')

/** A word cut at the end of a line is one word. */
const joined = (text: string) => text.replace(/(\p{L})-\n(\p{Ll})/gu, '$1$2')

/** Meant for a process apart: a PDF may be made to last. @throws when it is not one */
export async function readPdfText(bytes: Uint8Array): Promise<PdfText> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const pdf = await getDocument({ ...pdfSettings, data: new Uint8Array(bytes) }).promise
  const pages: Array<{ page: number; text: string }> = []
  for (let page = 1; page <= Math.min(pdf.numPages, pagesAtMost); page += 1) {
    const opened = await pdf.getPage(page)
    const { items } = await opened.getTextContent()
    pages.push({ page, text: joined(textOf(items)) })
    opened.cleanup()
  }
  await pdf.loadingTask.destroy()
  return { pageCount: pdf.numPages, pages }
}
