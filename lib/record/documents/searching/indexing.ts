import 'server-only'
import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import type { SystemActor } from '@/lib/control/access/actor'
import { type Access, type Space, withSpace } from '@/lib/control/access/gate'
import { runApart } from '@/lib/platform/apart/run'
import type { Clock } from '@/lib/platform/clock'
import { logger } from '@/lib/platform/logger'
import { fail, ok } from '@/lib/platform/result'
import { readSealed } from '@/lib/platform/storage/sealed'
import { type Content, contentOf } from '@/lib/record/documents/content'
import { isMadeOfWords } from '@/lib/record/documents/drawing/rules'
import { askDrawing, keepDrawing } from '@/lib/record/documents/drawing/store'
import { indexToFill } from '@/lib/record/documents/key-store'
import type { PageText } from '@/lib/record/documents/searching/extract-rules'
import { rootsIn } from '@/lib/record/documents/searching/rules'
import {
  askOpticalReading,
  findUnread,
  keepReading,
  pagesOf,
  type ReadState,
  type UnreadRow,
} from '@/lib/record/documents/searching/store'
import { ownText, tidyText } from '@/lib/record/documents/searching/text-rules'

/** Reads inside a document, in the worker, so that it can be searched. */

const reader: SystemActor = { kind: 'system', id: 'search', name: 'Votre espace santé' }

export type ToIndex = { readonly spaceId: string; readonly documentId: string; readonly clock?: Clock }

/** Larger than this, a file is found by its title alone. */
const largestFile = 60_000_000
const textAtMost = 1_000_000

type Named = { readonly documentId: string }

type Inside = { readonly state: ReadState; readonly pages: readonly PageText[] }

const unreadable: Inside = { state: 'unreadable', pages: [] }

const accessTo = ({ spaceId, documentId, clock }: ToIndex): Access => ({
  actor: reader,
  channel: 'background',
  spaceId,
  action: 'document.index',
  object: { kind: 'document', id: documentId },
  ...(clock ? { clock } : {}),
})

/** What was said of it is searched with what it says. */
async function keep(space: Space, row: UnreadRow, { documentId, state, pages }: Inside & Named) {
  const roots = rootsIn([row.searchText, ...pages.map(({ text }) => text)].join(' '))
  await keepReading(space, await indexToFill(space), { documentId, state, pages, roots })
}

/**
 * Found in one opening, read for as long as it takes, kept in another: nothing of what others wrote, and no slow disk,
 * holds a transaction. Its pictures are asked for with its words.
 */
export async function indexDocument(asked: ToIndex): Promise<void> {
  const { spaceId, documentId } = asked
  const found = await withSpace(accessTo(asked), async space => {
    const row = await findUnread(space, documentId)
    return row ? ok(row) : fail('not_found')
  })
  // Withdrawn meanwhile, or a space that was closed: there is nothing left to read.
  if (!found.ok) return logger().debug({ code: found.error.code }, 'Document not read for search')
  const row = found.data
  if (row.state) return
  const { drawable, ...inside } = await insideOf(row, spaceId)
  await withSpace(accessTo(asked), async space => {
    if (!(await findUnread(space, documentId))) return fail('not_found')
    await keep(space, row, { documentId, ...inside })
    if (drawable) await askDrawing(space, [documentId])
    else await keepDrawing(space, { documentId, state: 'nothing', pages: 0, pictures: [] })
    if (inside.state === 'scanned') await askOpticalReading(space, documentId)
    return ok(null)
  })
}

/** Pages that are pictures: found in one opening, read for as long as it takes, kept in another. */
export async function indexScan(asked: ToIndex): Promise<void> {
  const { spaceId, documentId } = asked
  const found = await withSpace(accessTo(asked), async space => {
    const row = await findUnread(space, documentId)
    if (row?.state !== 'scanned') return fail('not_found')
    const known = (await pagesOf(space, await indexToFill(space), [documentId])).get(documentId) ?? []
    return ok({ row, known })
  })
  if (!found.ok) return
  const { row, known } = found.data
  const seen = await picturesOf(row, spaceId, known)
  const pages = [...known, ...seen].sort((a, b) => a.page - b.page)
  const inside = pages.length > 0 ? bounded({ state: 'read', pages }) : unreadable
  await withSpace(accessTo(asked), async space => {
    // Withdrawn meanwhile: what was seen of it is forgotten.
    if (!(await findUnread(space, documentId))) return fail('not_found')
    await keep(space, row, { documentId, ...inside })
    return ok(null)
  })
}

const readScanSchema = z.array(z.object({ page: z.number().int().min(0), text: z.string() }))

const scanReader = {
  module: new URL('../../../interop/scans/read.ts', import.meta.url),
  name: 'readScan',
  timeoutMs: 240_000,
  memoryMb: 384,
}

/** What is written on the pages that have no text of their own. */
async function picturesOf(row: UnreadRow, spaceId: string, known: readonly PageText[]): Promise<PageText[]> {
  const { body, parts } = contentOf(await buffer(await readSealed(row, spaceId)), row.mediaType)
  if (body.kind !== 'pdf' && body.kind !== 'image' && body.kind !== 'drawn') return []
  const part = parts.find(({ id }) => id === body.partId)
  const skip = known.map(({ page }) => page)
  const read = await runApart(
    scanReader,
    body.kind === 'pdf'
      ? { kind: 'pdf', bytes: part?.bytes, skip }
      : { kind: 'image', bytes: part?.bytes, mediaType: part?.mediaType },
  )
  const pages = readScanSchema.safeParse(read.ok ? read.data : null)
  return pages.success ? pages.data.filter(({ text }) => text.trim()) : []
}

async function insideOf(row: UnreadRow, spaceId: string): Promise<Inside & { readonly drawable: boolean }> {
  // What is too large to be read, or not readable, is for the drawer to say the same of.
  if (row.size > largestFile) return { ...unreadable, drawable: true }
  try {
    const content = contentOf(await buffer(await readSealed(row, spaceId)), row.mediaType)
    return { ...bounded(await textsOf(content)), drawable: !isMadeOfWords(content) }
  } catch (error) {
    // Bytes that are lost or damaged are for those who watch over the storage; a search must not wait for them.
    logger().error({ err: error, storageKey: row.storageKey }, 'Document not readable for search')
    return { ...unreadable, drawable: true }
  }
}

function bounded({ state, pages }: Inside): Inside {
  let left = textAtMost
  const kept = pages.flatMap(({ page, text }) => {
    const tidy = tidyText(text).slice(0, left)
    left -= tidy.length
    return tidy ? [{ page, text: tidy }] : []
  })
  return { state, pages: kept }
}

const isPdf = ({ mediaType }: { readonly mediaType: string }) => mediaType === 'application/pdf'

async function textsOf(content: Content): Promise<Inside> {
  const { body, parts } = content
  const own = ownText(content)
  const files = parts.filter(isPdf)
  if (body.kind === 'pdf') return readPdf(files.find(part => part.id === body.partId)?.bytes)
  if (body.kind === 'image' || body.kind === 'drawn') return { state: 'scanned', pages: [] }
  if (body.kind === 'not_shown' || body.kind === 'images') return unreadable
  // Files inside of a structured document have no page that one could be sent to.
  const inside = await Promise.all(files.map(part => readPdf(part.bytes)))
  const text = [...own, ...inside.flatMap(({ pages }) => pages)].map(page => page.text).join(' ')
  return { state: 'read', pages: [{ page: 0, text }] }
}

const pdfTextSchema = z.object({
  pageCount: z.number(),
  pages: z.array(z.object({ page: z.number().int().positive(), text: z.string() })),
})

const pdfReader = {
  module: new URL('../../../interop/pdf/text.ts', import.meta.url),
  name: 'readPdfText',
  timeoutMs: 12_000,
  memoryMb: 256,
}

async function readPdf(bytes: Uint8Array | undefined): Promise<Inside> {
  if (!bytes) return unreadable
  const read = await runApart(pdfReader, bytes)
  const text = pdfTextSchema.safeParse(read.ok ? read.data : null)
  if (!text.success) return unreadable
  const { pages } = text.data
  return { state: pages.every(page => page.text.trim()) ? 'read' : 'scanned', pages }
}
