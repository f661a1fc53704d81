import type PDFDocument from 'pdfkit'

/** What the parts of a readable copy share: the page, and the pace. */

export type Pdf = InstanceType<typeof PDFDocument>
export type Element = ReturnType<Pdf['struct']>

export const sizes = { title: 20, heading: 15, subheading: 12.5, text: 11, small: 9 } as const
export const margins = { top: 64, bottom: 72, left: 60, right: 60 } as const

/** Others are served between two pieces of work. */
export const othersTurn = () => new Promise<void>(resolve => setImmediate(resolve))
