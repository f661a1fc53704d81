'use client'

import { ZoomIn, ZoomOut } from 'lucide'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button/button'
import type { Pdf } from './pdf-engine'
import { PdfPageView } from './pdf-page-view'
import type { DrawnPage } from './reading-context'
import { useNear } from './use-near'
import { useWidth } from './use-width'
import './pdf.css'

/** Sentences come from the server; `{page}` and the like are filled here. */
export type PdfWords = {
  readonly label: string
  readonly loading: string
  readonly failed: string
  readonly retry: string
  readonly zoomIn: string
  readonly zoomOut: string
  readonly zoom: string
  readonly page: string
  readonly noText: string
  readonly firstPage: string
}

function filled(sentence: string, values: Readonly<Record<string, number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** As in pdf.css. */
const PAGE_PADDING = 12
/** A sheet of paper is not made to be read wider than this. */
const WIDEST = 880
const ZOOMS = [1, 1.25, 1.5, 2, 3]
/** Words of the first pages are there at once, for those who listen; later pages write theirs on the way. */
const WRITTEN_AT_ONCE = 20

type Opening =
  | { readonly state: 'waiting' }
  | { readonly state: 'loading' }
  | { readonly state: 'failed' }
  | { readonly state: 'open'; readonly pdf: Pdf }

function usePdf(url: string, wanted: boolean, attempt: number): Opening {
  const [opening, setOpening] = useState<Opening>({ state: 'waiting' })
  useEffect(() => {
    if (!wanted) return
    let left = false
    let opened: Pdf | null = null
    // A retry begins again from the start.
    setOpening({ state: attempt >= 0 ? 'loading' : 'waiting' })
    import('./pdf-engine')
      .then(engine => engine.openPdf(url))
      .then(pdf => {
        opened = pdf
        if (left) pdf.close()
        else setOpening({ state: 'open', pdf })
      })
      .catch(() => {
        if (!left) setOpening({ state: 'failed' })
      })
    return () => {
      left = true
      opened?.close()
    }
  }, [url, wanted, attempt])
  return opening
}

type PdfViewerProps = {
  readonly url: string
  readonly words: PdfWords
  /** Its first page as a picture: what is seen while it opens, or when it cannot, and without our script. */
  readonly poster: DrawnPage | null
}

/** The pages of a PDF, drawn, with their words selectable and readable by a screen reader. */
export function PdfViewer({ url, words, poster }: PdfViewerProps) {
  const [attach, near] = useNear('200px')
  const [attempt, setAttempt] = useState(0)
  const opening = usePdf(url, near, attempt)
  return (
    <div className="pdf" ref={attach}>
      <p className="pdf-state" role="status">
        {opening.state === 'loading' ? words.loading : ''}
      </p>
      {opening.state === 'failed' ? (
        <div className="pdf-failed" role="alert">
          <p>{words.failed}</p>
          <Button onClick={() => setAttempt(attempt + 1)} size="small" variant="secondary">
            {words.retry}
          </Button>
        </div>
      ) : null}
      {poster && opening.state !== 'open' ? (
        <img
          alt={words.firstPage}
          className="pdf-poster"
          height={poster.height}
          src={poster.url}
          width={poster.width}
        />
      ) : null}
      {opening.state === 'open' ? <Pages pdf={opening.pdf} words={words} /> : null}
    </div>
  )
}

function Pages({ pdf, words }: { readonly pdf: Pdf; readonly words: PdfWords }) {
  const [zoom, setZoom] = useState(0)
  const [scroller, width] = useWidth()
  const factor = ZOOMS[zoom] ?? 1
  const numbers = Array.from({ length: pdf.pages }, (_, i) => i + 1)
  // A region that scrolls has to be reached with the keyboard: WCAG 2.1.1.
  const scrolling = { tabIndex: 0 }
  return (
    <>
      <div className="pdf-tools">
        <Button
          aria-disabled={zoom === 0}
          compact
          icon={ZoomOut}
          onClick={() => setZoom(Math.max(0, zoom - 1))}
          size="small"
          variant="secondary"
        >
          {words.zoomOut}
        </Button>
        <Button
          aria-disabled={zoom === ZOOMS.length - 1}
          compact
          icon={ZoomIn}
          onClick={() => setZoom(Math.min(ZOOMS.length - 1, zoom + 1))}
          size="small"
          variant="secondary"
        >
          {words.zoomIn}
        </Button>
        <p role="status">{filled(words.zoom, { percent: factor * 100 })}</p>
      </div>
      <section {...scrolling} aria-label={words.label} className="pdf-scroll" ref={scroller}>
        {numbers.map(number => (
          <PdfPageView
            eager={number <= WRITTEN_AT_ONCE}
            key={number}
            label={filled(words.page, { page: number, pages: pdf.pages })}
            noText={words.noText}
            number={number}
            pdf={pdf}
            width={Math.min(WIDEST, Math.max(0, width - 2 * PAGE_PADDING)) * factor}
          />
        ))}
      </section>
    </>
  )
}
