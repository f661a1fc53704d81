import { z } from 'zod'
import type { Content } from '@/lib/record/documents/content'
import { pageSize } from '@/lib/record/documents/schema'

/** drawn: there are pictures. nothing: it is made of words, which are shown as such. undrawable: it could not be drawn. */
export type DrawingState = 'drawn' | 'nothing' | 'undrawable'

export type Drawing = {
  readonly state: DrawingState
  readonly pages: number
  /** Pages of which there is a picture, and its size. */
  readonly drawn: ReadonlyArray<{ readonly page: number; readonly width: number; readonly height: number }>
}

export const isMadeOfWords = ({ body }: Content) => body.kind === 'sections' || body.kind === 'text'

/** What of a document is a picture, or is made of pages; null for one made of words. */
export function drawableOf({ body, parts }: Content) {
  if (body.kind !== 'pdf' && body.kind !== 'image' && body.kind !== 'drawn') return null
  const part = parts.find(({ id }) => id === body.partId)
  const kind = body.kind === 'pdf' ? ('pdf' as const) : ('image' as const)
  return part ? { kind, mediaType: part.mediaType, bytes: part.bytes } : null
}

/** The documents of a list, as the address of their small pictures names them. */
export const glanceSchema = z
  .string()
  .max(40 * pageSize)
  .transform(ids => ids.split(',').slice(0, pageSize))
  .catch([])

/** The number of a page in an address; 0 for what is none. */
export const pageNumberSchema = z.coerce.number().int().min(1).max(10_000).catch(0)
