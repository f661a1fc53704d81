import 'server-only'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Requester } from '@/lib/control/access/actor'
import { type GateCode, type Space, withSpace } from '@/lib/control/access/gate'
import { isId } from '@/lib/platform/ids'
import { fail, ok, type Result } from '@/lib/platform/result'
import { readSealed } from '@/lib/platform/storage/sealed'
import { findOriginal } from '@/lib/record/documents/adding/original-store'
import { isCategory } from '@/lib/record/documents/categories'
import { type Content, contentOf, type Part } from '@/lib/record/documents/content'
import type { Drawing } from '@/lib/record/documents/drawing/rules'
import { findDrawing } from '@/lib/record/documents/drawing/store'
import { dicomType } from '@/lib/record/documents/imaging/rules'
import { findFolders } from '@/lib/record/documents/organising/folder-store'
import { facetsOf, matchingOf, withCounts } from '@/lib/record/documents/rules'
import {
  type Attribution,
  attributionSchema,
  type DocumentFilter,
  type DocumentLine,
  type DocumentList,
  type DocumentVersion,
  type NamedFolder,
} from '@/lib/record/documents/schema'
import { search } from '@/lib/record/documents/searching/finding-store'
import { searchedWords } from '@/lib/record/documents/searching/rules'
import {
  countByFacet,
  type DocumentRow,
  findDocument,
  findLines,
  markOpened,
} from '@/lib/record/documents/store'
import { isTakingSilenced } from '@/lib/record/documents/taking/store'
import { findVersions } from '@/lib/record/documents/versions/store'
import { countWithdrawnSince, findWithdrawn } from '@/lib/record/documents/versions/withdrawn-store'
import { toLine, toVersions } from '@/lib/record/documents/within'
import { noteVisit } from '@/lib/record/visits/within'

export async function listDocuments(
  requester: Requester,
  filter: DocumentFilter,
): Promise<Result<DocumentList, GateCode>> {
  return withSpace({ ...requester, action: 'document.list' }, async space => {
    const previousVisit = await noteVisit(space)
    const groups = await countByFacet(space, previousVisit)
    const found = searchedWords(filter.q).length > 0 ? await search(space, filter, previousVisit) : null
    const rows = found?.lines ?? (await findLines(space, filter, previousVisit))
    return ok({
      lines: rows.map(toLine),
      matching: found?.total ?? matchingOf(groups, filter),
      unread: found?.unread ?? 0,
      newCount: groups.reduce((sum, group) => sum + group.newCount, 0),
      facets: facetsOf(groups),
      folders: withCounts(await findFolders(space), groups),
      previousVisit,
      at: space.at,
      withdrawnSince: previousVisit ? await countWithdrawnSince(space, previousVisit) : 0,
    })
  })
}

export type OpenedDocument = {
  readonly line: DocumentLine
  readonly row: Pick<
    DocumentRow,
    | 'mediaType'
    | 'size'
    | 'comments'
    | 'scannedAt'
    | 'serviceStart'
    | 'serviceStop'
    | 'source'
    | 'version'
    | 'typeCode'
    | 'hiddenFromGuardians'
    | 'confidentiality'
    | 'authorIds'
  >
  readonly attribution: Attribution
  /** Those that this reader may see, the latest first, this one among them; none when it is alone. */
  readonly versions: readonly DocumentVersion[]
  readonly folders: readonly NamedFolder[]
  readonly content: Content
  /** Its pictures; null: not made yet. */
  readonly drawing: Drawing | null
  /** The file as it was sent is kept too, and may be taken by this reader. */
  readonly hasOriginal: boolean
  /** This reader is told, before a copy leaves, that nobody watches over it. */
  readonly warnsBeforeTaking: boolean
}

const emptyAttribution: Attribution = { authors: [], custodian: null, validatedBy: null }

/**
 * `withdrawn`: told to those who could see it, whose page then says what is left of it. `aside`: the reader asked to
 * decide first (aside-queries.ts), and nothing of it is read.
 */
type ReadCode = GateCode | 'withdrawn' | 'aside'

async function openRow(
  space: Space,
  id: string,
  newSince: Date | null = null,
): Promise<Result<DocumentRow, ReadCode>> {
  const row = isId(id) ? await findDocument(space, id, newSince) : null
  if (row) return row.aside ? fail('aside', { id }) : ok(row)
  return isId(id) && (await findWithdrawn(space, id)) ? fail('withdrawn') : fail('not_found')
}

/** A document and what it says. Its bytes are opened after the transaction: a slow disk must not hold the database. */
export async function readDocument(
  requester: Requester,
  id: string,
  action: 'document.read' | 'document.print' | 'document.copy' = 'document.read',
): Promise<Result<OpenedDocument, ReadCode>> {
  const found = await withSpace({ ...requester, action, object: { kind: 'document', id } }, async space => {
    const row = await openRow(space, id, await noteVisit(space))
    if (!row.ok) return row
    const versions = await findVersions(space, id)
    await markOpened(space, id)
    return ok({
      row: row.data,
      line: toLine(row.data),
      versions: toVersions(versions, id),
      folders: await findFolders(space),
      drawing: await findDrawing(space, id),
      hasOriginal: space.mode === 'holder' && (await findOriginal(space, id)) !== null,
      warnsBeforeTaking: !(await isTakingSilenced(space)),
    })
  })
  if (!found.ok) return found
  const { row } = found.data
  // Images are read by the browser, on their own page.
  const bytes =
    row.mediaType === dicomType ? new Uint8Array() : await buffer(await readSealed(row, row.spaceId))
  const attribution = attributionSchema.safeParse(row.attribution)
  return ok({
    ...found.data,
    attribution: attribution.success ? attribution.data : emptyAttribution,
    content: contentOf(bytes, row.mediaType),
  })
}

export type OriginalFile = {
  readonly title: string
  readonly category: string
  readonly date: Date
  readonly mediaType: string
  readonly size: number
  readonly content: Readable
}

/** The bytes exactly as received, decrypted on the way. */
export async function downloadDocument(
  requester: Requester,
  id: string,
): Promise<Result<OriginalFile, ReadCode>> {
  const found = await withSpace(
    { ...requester, action: 'document.download', object: { kind: 'document', id } },
    async space => openRow(space, id),
  )
  if (!found.ok) return found
  const { title, date, mediaType, size, category } = found.data
  const content = await readSealed(found.data, found.data.spaceId)
  return ok({ title, date, mediaType, size, content, category: isCategory(category) ? category : 'AUTR_DOC' })
}

/** One image or embedded file of a document, by its place in it. */
export async function readDocumentPart(
  requester: Requester,
  id: string,
  partId: string,
): Promise<Result<Part, ReadCode>> {
  const found = await withSpace(
    { ...requester, action: 'document.read', object: { kind: 'document', id } },
    async space => openRow(space, id),
  )
  if (!found.ok) return found
  const bytes = await buffer(await readSealed(found.data, found.data.spaceId))
  const part = contentOf(bytes, found.data.mediaType).parts.find(candidate => candidate.id === partId)
  return part ? ok(part) : fail('not_found')
}
