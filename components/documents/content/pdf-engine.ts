import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
  TextLayer,
} from 'pdfjs-dist/legacy/build/pdf.mjs'

/**
 * pdf.js, loaded only by the viewer and only when a PDF is on the screen. A received PDF is someone else's program: no script,
 * no form, no code built from text, nothing fetched from elsewhere; fonts and decoders come from our own origin.
 */

// The legacy build: health spaces are read on old phones too. A file of our own origin, as `worker-src 'self'` asks.
GlobalWorkerOptions.workerSrc = new URL(
  'pdfjs-dist/legacy/build/pdf.worker.min.mjs',
  import.meta.url,
).toString()

/** Where `scripts/copy-pdf-decoders.mjs` puts the decoders of scanned images (JBIG2, JPEG 2000). */
const DECODERS = '/pdf/'
/** Canvases above this size stay white on some phones. */
const MAX_PIXELS = 16_000_000

export type PageSize = { readonly width: number; readonly height: number }

export type Drawing = { readonly done: Promise<void>; readonly cancel: () => void }

export type PdfPage = {
  readonly size: PageSize
  /** Fills the layer with the words of the page, at their places. False when the page is only an image. */
  readonly write: (layer: HTMLElement) => Promise<boolean>
  readonly draw: (canvas: HTMLCanvasElement, scale: number) => Drawing
}

export type Pdf = {
  readonly pages: number
  readonly first: PageSize
  readonly page: (number: number) => Promise<PdfPage>
  readonly close: () => void
}

async function pageOf(pdf: PDFDocumentProxy, number: number): Promise<PdfPage> {
  const page = await pdf.getPage(number)
  const natural = page.getViewport({ scale: 1 })
  return {
    size: { width: natural.width, height: natural.height },
    async write(layer) {
      const content = await page.getTextContent()
      layer.replaceChildren()
      await new TextLayer({ textContentSource: content, container: layer, viewport: natural }).render()
      return content.items.some(item => 'str' in item && item.str.trim() !== '')
    },
    draw(canvas, scale) {
      const most = Math.sqrt(MAX_PIXELS / (natural.width * natural.height))
      const viewport = page.getViewport({
        scale: Math.min(scale * Math.min(window.devicePixelRatio, 2), most),
      })
      canvas.width = Math.floor(viewport.width)
      canvas.height = Math.floor(viewport.height)
      const task = page.render({ canvas, viewport })
      return { done: task.promise, cancel: () => task.cancel() }
    },
  }
}

/** Opens a PDF of our own origin. Rejects when it cannot be fetched or read. */
export async function openPdf(url: string): Promise<Pdf> {
  const task = getDocument({
    url,
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: true,
    wasmUrl: DECODERS,
    stopAtErrors: false,
    verbosity: 0,
  })
  const pdf = await task.promise
  const { size } = await pageOf(pdf, 1)
  return {
    pages: pdf.numPages,
    first: size,
    page: number => pageOf(pdf, number),
    close: () => void task.destroy(),
  }
}
