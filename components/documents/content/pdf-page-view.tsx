'use client'

import { useEffect, useRef, useState } from 'react'
import type { Pdf, PdfPage } from './pdf-engine'
import { useNear } from './use-near'

type PdfPageViewProps = {
  readonly pdf: Pdf
  readonly number: number
  /** CSS pixels. */
  readonly width: number
  readonly label: string
  readonly noText: string
  /** Its words are written without waiting for it to come near. */
  readonly eager: boolean
}

function usePage(pdf: Pdf, number: number, wanted: boolean): PdfPage | null {
  const [page, setPage] = useState<PdfPage | null>(null)
  useEffect(() => {
    if (!wanted) return
    let left = false
    pdf
      .page(number)
      .then(found => {
        if (!left) setPage(found)
      })
      .catch(() => {
        // The page keeps its place and its name; the whole file can still be opened.
      })
    return () => {
      left = true
    }
  }, [pdf, number, wanted])
  return page
}

/** One page: its drawing for the eyes, its words above it, transparent, for selection and for screen readers. */
export function PdfPageView({ pdf, number, width, label, noText, eager }: PdfPageViewProps) {
  const [attach, near] = useNear('800px')
  const page = usePage(pdf, number, near || eager)
  const size = page?.size ?? pdf.first
  const scale = width / size.width
  const paper = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const layer = useRef<HTMLDivElement>(null)
  const [silent, setSilent] = useState(false)

  useEffect(() => {
    // Sizes go through the CSSOM: style attributes are refused by the page's content security policy.
    paper.current?.style.setProperty('--total-scale-factor', String(scale))
    paper.current?.style.setProperty('width', `${size.width * scale}px`)
    paper.current?.style.setProperty('height', `${size.height * scale}px`)
  }, [scale, size])

  useEffect(() => {
    if (!page || !layer.current) return
    page
      .write(layer.current)
      .then(written => setSilent(!written))
      .catch(() => setSilent(true))
  }, [page])

  useEffect(() => {
    if (!page || !near || !canvas.current || !(scale > 0)) return
    const drawing = page.draw(canvas.current, scale)
    drawing.done.catch(() => {
      // Cancelled by a zoom or by leaving, or unreadable: the words and the file remain.
    })
    return drawing.cancel
  }, [page, near, scale])

  return (
    <section aria-label={label} className="pdf-page" ref={attach}>
      <div className="pdf-paper" ref={paper}>
        <canvas ref={canvas} />
        <div className="pdf-text" ref={layer} />
      </div>
      <p aria-hidden="true" className="pdf-number">
        {label}
      </p>
      {silent ? <p className="pdf-note">{noText}</p> : null}
    </section>
  )
}
