import type { Texts } from '@/lib/content/texts'
import type { Part } from '@/lib/record/documents/content'
import type { NarrativeIndex } from './narrative-index'

/** The sentences of the pieces that show a document. */
export type ReadingMessages = Texts<'reading'>

/** What every piece of one document needs: passed down, never global. */
export type Reading = {
  readonly documentId: string
  readonly parts: readonly Part[]
  readonly index: NarrativeIndex
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

export function partOf({ parts }: Pick<Reading, 'parts'>, partId: string): Part | undefined {
  return parts.find(part => part.id === partId)
}
