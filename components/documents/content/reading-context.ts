import type { Texts } from '@/lib/content/texts'
import type { Part } from '@/lib/record/documents/content'
import type { Drawing } from '@/lib/record/documents/drawing/rules'
import type { NarrativeIndex } from './narrative-index'

/** The sentences of the pieces that show a document. */
export type ReadingMessages = Texts<'reading'>

/** What every piece of one document needs: passed down, never global. */
export type Reading = {
  readonly documentId: string
  readonly parts: readonly Part[]
  readonly index: NarrativeIndex
  /** Pictures of it, made by the worker; null: not made yet. */
  readonly drawing?: Drawing | null
  /** Who measured, when a result does not say it itself. */
  readonly laboratory?: string | null
  /** Its results are kept, and can be followed over time. */
  readonly followed?: boolean
  readonly t: ReadingMessages
}

/** The address of a part; the route answers from an opaque sandbox. */
export function partUrl(documentId: string, partId: string): string {
  return `/api/read/documents/${encodeURIComponent(documentId)}/parts/${encodeURIComponent(partId)}`
}

export type DrawnPage = { readonly url: string; readonly width: number; readonly height: number }

/** The pages of which there is a picture, in order. */
export function drawnPages({ documentId, drawing }: Pick<Reading, 'documentId' | 'drawing'>): DrawnPage[] {
  return (drawing?.drawn ?? []).map(({ page, width, height }) => ({
    url: `/api/read/documents/${encodeURIComponent(documentId)}/pages/${page}`,
    width,
    height,
  }))
}

export function partOf({ parts }: Pick<Reading, 'parts'>, partId: string): Part | undefined {
  return parts.find(part => part.id === partId)
}
