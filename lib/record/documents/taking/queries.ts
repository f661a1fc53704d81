import 'server-only'
import type { Requester } from '@/lib/control/access/actor'
import { type GateCode, withSpace } from '@/lib/control/access/gate'
import { isId } from '@/lib/platform/ids'
import { logger } from '@/lib/platform/logger'
import { fail, ok, type Result } from '@/lib/platform/result'
import { downloadDocument, type OriginalFile } from '@/lib/record/documents/queries'
import type { DocumentLine } from '@/lib/record/documents/schema'
import { selectionAtMost } from '@/lib/record/documents/selection/rules'
import { findChosen } from '@/lib/record/documents/selection/store'
import { takenBytesAtMost } from '@/lib/record/documents/taking/rules'
import { isTakingSilenced } from '@/lib/record/documents/taking/store'
import { toLine } from '@/lib/record/documents/within'

export type TakenDocument = {
  readonly line: DocumentLine
  readonly size: number
  readonly mediaType: string
}

export type Taking = {
  readonly documents: readonly TakenDocument[]
  /** How many of those asked for are not here, or not for this reader, or too many. */
  readonly missing: number
  /** How many this reader keeps aside: they stay until they are read. */
  readonly aside: number
  readonly bytes: number
  readonly tooLarge: boolean
  /** This reader is told that nobody watches over a copy. */
  readonly warns: boolean
}

/** What would leave, before it does: nothing of what the documents say is read. */
export async function considerTaking(
  requester: Requester,
  ids: readonly string[],
): Promise<Result<Taking, GateCode | 'aside'>> {
  return withSpace({ ...requester, action: 'document.list' }, async space => {
    const found = await findChosen(space, ids.slice(0, selectionAtMost).filter(isId))
    const rows = found.filter(row => !row.aside)
    const [waiting] = found
    if (rows.length === 0) return waiting ? fail('aside', { id: waiting.id }) : fail('not_found')
    const bytes = rows.reduce((sum, { size }) => sum + size, 0)
    return ok({
      documents: rows.map(row => ({ line: toLine(row), size: row.size, mediaType: row.mediaType })),
      missing: ids.length - found.length,
      aside: found.length - rows.length,
      bytes,
      tooLarge: bytes > takenBytesAtMost,
      warns: !(await isTakingSilenced(space)),
    })
  })
}

export type TakenFile = { readonly line: DocumentLine; readonly file: OriginalFile }

/**
 * The files of several documents, one after the other: each is opened when its turn comes, with its own event, and no
 * two are held at once. What went away meanwhile is passed over; what cannot be read ends everything in an error.
 */
export async function takeDocuments(
  requester: Requester,
  ids: readonly string[],
): Promise<Result<AsyncGenerator<TakenFile>, GateCode | 'too_large' | 'aside'>> {
  if (ids.length > selectionAtMost) return fail('too_large')
  const taking = await considerTaking(requester, ids)
  if (!taking.ok) return taking
  if (taking.data.tooLarge) return fail('too_large')
  const lines = taking.data.documents.map(({ line }) => line)
  return ok(taken(requester, lines))
}

async function* taken(requester: Requester, lines: readonly DocumentLine[]): AsyncGenerator<TakenFile> {
  for (const line of lines) {
    const file = await downloadDocument(requester, line.id).catch((error: unknown) => {
      logger().error({ err: error }, 'One of the documents taken away could not be opened')
      throw error
    })
    if (file.ok) yield { line, file: file.data }
  }
}
