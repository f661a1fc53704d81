import 'server-only'
import { buffer } from 'node:stream/consumers'
import type { Requester } from '@/lib/control/access/actor'
import { type GateCode, type Space, withSpace } from '@/lib/control/access/gate'
import { isId } from '@/lib/platform/ids'
import { fail, ok, type Result } from '@/lib/platform/result'
import { readSealed } from '@/lib/platform/storage/sealed'
import { type Content, contentOf } from '@/lib/record/documents/content'
import { indexOf } from '@/lib/record/documents/key-store'
import type { DocumentLine, DocumentVersion } from '@/lib/record/documents/schema'
import type { PageText } from '@/lib/record/documents/searching/extract-rules'
import { pagesOf } from '@/lib/record/documents/searching/store'
import { type DocumentRow, findDocument } from '@/lib/record/documents/store'
import { linesOf } from '@/lib/record/documents/versions/line-rules'
import { compareMeasures, type MeasureComparison } from '@/lib/record/documents/versions/measure-rules'
import { compareTexts, type TextComparison } from '@/lib/record/documents/versions/passage-rules'
import { findVersions } from '@/lib/record/documents/versions/store'
import { toLine, toVersions } from '@/lib/record/documents/within'

export type Comparison = {
  /** The earlier version, and the later one. */
  readonly before: DocumentLine
  readonly after: DocumentLine
  /** Every version that this reader may see, from the one whose page it is. */
  readonly versions: readonly DocumentVersion[]
  /** Test by test; null when neither is a report of results. */
  readonly measures: MeasureComparison | null
  /** `unknown`: the words of one of them are not known to us. */
  readonly text: TextComparison | { readonly kind: 'unknown' }
  /** Read from files: layout and pictures are not compared, and a scanned page may have been misread. */
  readonly fromFiles: boolean
}

type Found = {
  readonly rows: readonly [DocumentRow, DocumentRow]
  readonly versions: readonly DocumentVersion[]
  readonly pages: ReadonlyMap<string, readonly PageText[]>
}

/** Larger than this, two files are not opened side by side in memory. */
const largestFile = 12_000_000

/**
 * What changed between two versions of one document. Without a second one named, the version before; for the first of
 * all, the one after. One event for both: the history says that versions of this document were compared.
 */
export async function compareVersions(
  requester: Requester,
  { id, other }: { readonly id: string; readonly other: string | undefined },
): Promise<Result<Comparison, GateCode | 'aside'>> {
  const found = await withSpace(
    { ...requester, action: 'document.compare', object: { kind: 'document', id } },
    space => find(space, id, other),
  )
  if (!found.ok) return found
  const { rows, versions, pages } = found.data
  const [before, after] = rows
  const sides = { before: toLine(before), after: toLine(after), versions }
  if (Math.max(before.size, after.size) > largestFile)
    return ok({ ...sides, measures: null, text: { kind: 'too_much' }, fromFiles: false })
  const [old, fresh] = [await contentIn(before), await contentIn(after)]
  const [oldLines, freshLines] = [
    linesOf(old, pages.get(before.id) ?? []),
    linesOf(fresh, pages.get(after.id) ?? []),
  ]
  return ok({
    ...sides,
    measures: measuresOf(old, fresh),
    text: oldLines && freshLines ? compareTexts(oldLines, freshLines) : { kind: 'unknown' },
    fromFiles: [old, fresh].some(({ body }) => body.kind === 'pdf'),
  })
}

async function find(
  space: Space,
  id: string,
  other: string | undefined,
): Promise<Result<Found, 'not_found' | 'aside'>> {
  const versions = isId(id) ? toVersions(await findVersions(space, id), id) : []
  const chosen = chosenAmong(versions, other)
  const rows = chosen && (await rowsOf(space, chosen))
  if (!rows) return fail('not_found')
  // Where the reader may decide to read it: its own page.
  const waiting = rows.find(row => row.aside)
  if (waiting) return fail('aside', { id: waiting.id })
  const index = await indexOf(space)
  const pages = index
    ? await pagesOf(
        space,
        index,
        rows.map(row => row.id),
      )
    : new Map()
  return ok({ rows, versions, pages })
}

/** The two to compare, the earlier one first. The list is in the order of versions, the latest first. */
function chosenAmong(
  versions: readonly DocumentVersion[],
  other: string | undefined,
): [string, string] | null {
  const here = versions.findIndex(({ place }) => place === 'this')
  const there = other
    ? versions.findIndex(version => version.id === other)
    : here + 1 < versions.length
      ? here + 1
      : here - 1
  const [earlier, later] = [versions[Math.max(here, there)], versions[Math.min(here, there)]]
  return earlier && later && earlier !== later ? [earlier.id, later.id] : null
}

async function rowsOf(
  space: Space,
  [before, after]: [string, string],
): Promise<[DocumentRow, DocumentRow] | null> {
  const [earlier, later] = [await findDocument(space, before, null), await findDocument(space, after, null)]
  return earlier && later && [earlier, later]
}

async function contentIn(row: DocumentRow): Promise<Content> {
  return contentOf(await buffer(await readSealed(row, row.spaceId)), row.mediaType)
}

function measuresOf(before: Content, after: Content): MeasureComparison | null {
  const [old, fresh] = [before.clinical?.results ?? [], after.clinical?.results ?? []]
  return old.length + fresh.length > 0 ? compareMeasures(old, fresh) : null
}
