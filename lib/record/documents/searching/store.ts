import 'server-only'
import { type Space, transactionOf } from '@/lib/control/access/gate'
import type { BlindIndex } from '@/lib/platform/crypto/blind-index'
import { newId } from '@/lib/platform/ids'
import { askWorker } from '@/lib/record/documents/asking-store'
import { forgetObjects } from '@/lib/record/documents/drawing/store'
import { indexOf, keyContext, readerEdition } from '@/lib/record/documents/key-store'
import type { PageText } from '@/lib/record/documents/searching/extract-rules'
import { isGuessable, rootsIn } from '@/lib/record/documents/searching/rules'

/** What is kept to search inside documents: marks of their words, their sealed pages, the words of a space. */

export type ReadState = 'read' | 'scanned' | 'unreadable'

const pageContext = (space: Space, documentId: string, page: number) => `${space.id}/${documentId}/${page}`

/** Asks for documents to be read, in the transaction of what makes it necessary. Asked twice, it is done once. */
export const askReading = (space: Space, documentIds: readonly string[]) =>
  askWorker(space, 'documents.index', documentIds)

/** Asks for the pages of a document that are pictures to be read, which takes seconds for each. */
export const askOpticalReading = (space: Space, documentId: string) =>
  askWorker(space, 'documents.read-scan', [documentId])

type PieceRow = { readonly id: string; readonly words: Uint8Array }

/** Every word of the space that a typing error may have been meant for, in the pieces they were added by. */
async function pieces(space: Space, index: BlindIndex) {
  const rows = await transactionOf(space).$queryRaw<PieceRow[]>`
    SELECT id, words FROM search_vocabulary WHERE space_id = ${space.id}::uuid`
  return rows.map(({ id, words }) => ({ id, words: index.open(words, keyContext(space)).split(' ') }))
}

export async function vocabularyOf(space: Space, index: BlindIndex): Promise<Set<string>> {
  return new Set((await pieces(space, index)).flatMap(({ words }) => words))
}

const piecesAtMost = 24

/**
 * Adds the words that are new; many small pieces become one, of those this transaction itself took away: what another
 * has just forgotten does not come back. Two at once may add a word twice, which costs nothing.
 */
async function learn(space: Space, index: BlindIndex, roots: ReadonlySet<string>): Promise<void> {
  const known = await pieces(space, index)
  const all = new Set(known.flatMap(({ words }) => words))
  const fresh = [...roots].filter(root => isGuessable(root) && !all.has(root))
  if (fresh.length === 0) return
  const merged = known.length >= piecesAtMost ? await takeAway(space, index, known) : []
  const words = new Set([...merged, ...fresh])
  await transactionOf(space).searchVocabulary.create({
    data: { spaceId: space.id, id: newId(), words: index.seal([...words].join(' '), keyContext(space)) },
  })
}

async function takeAway(space: Space, index: BlindIndex, known: ReadonlyArray<{ id: string }>) {
  const ids = known.map(({ id }) => id)
  const gone = await transactionOf(space).$queryRaw<Array<Pick<PieceRow, 'words'>>>`
    DELETE FROM search_vocabulary WHERE space_id = ${space.id}::uuid AND id = ANY(${ids}::uuid[]) RETURNING words`
  return gone.flatMap(({ words }) => index.open(words, keyContext(space)).split(' '))
}

/** The words of a space anew, from what is still kept of its documents: those of what is gone are in no piece. */
async function relearn(space: Space): Promise<void> {
  const index = await indexOf(space)
  if (!index) return
  const { searchVocabulary } = transactionOf(space)
  // Again until there is nothing: a piece that another was putting together meanwhile appears once this has waited for it.
  while ((await searchVocabulary.deleteMany({ where: { spaceId: space.id } })).count > 0);
  const kept = await transactionOf(space).$queryRaw<Array<{ id: string; searchText: string }>>`
    SELECT d.id, d.search_text AS "searchText" FROM document_index i
      JOIN document d ON d.space_id = i.space_id AND d.id = i.document_id WHERE i.space_id = ${space.id}::uuid`
  const pages = await pagesOf(
    space,
    index,
    kept.map(({ id }) => id),
  )
  const roots = new Set<string>()
  for (const { id, searchText } of kept)
    for (const text of [searchText, ...(pages.get(id) ?? []).map(page => page.text)])
      for (const root of rootsIn(text)) roots.add(root)
  await learn(space, index, roots)
}

/** A document that waits to be read, and where its bytes are. */
export type UnreadRow = {
  readonly title: string
  readonly searchText: string
  readonly mediaType: string
  readonly size: number
  readonly storageKey: string
  readonly wrappedKey: Uint8Array<ArrayBuffer>
  readonly keyId: string
  /** What was made of it before, by this edition of the reader. */
  readonly state: ReadState | null
}

export async function findUnread(space: Space, documentId: string): Promise<UnreadRow | null> {
  const [row] = await transactionOf(space).$queryRaw<UnreadRow[]>`
    SELECT d.title, d.search_text AS "searchText", d.media_type AS "mediaType", d.size,
           d.storage_key AS "storageKey", d.wrapped_key AS "wrappedKey", d.key_id AS "keyId", i.state
      FROM document d
      LEFT JOIN document_index i
        ON i.space_id = d.space_id AND i.document_id = d.id AND i.reader >= ${readerEdition}
     WHERE d.space_id = ${space.id}::uuid AND d.id = ${documentId}::uuid AND d.status <> 'deleted'`
  return row ?? null
}

export type Reading = {
  readonly documentId: string
  readonly state: ReadState
  readonly roots: ReadonlySet<string>
  readonly pages: readonly PageText[]
}

/** Takes the place of what was read before; of what was withdrawn or destroyed meanwhile, nothing is kept. */
export async function keepReading(space: Space, index: BlindIndex, reading: Reading): Promise<void> {
  const { documentId, roots, pages } = reading
  await forgetReadings(space, [documentId])
  const kept = await transactionOf(space).$executeRaw`
    INSERT INTO document_index (space_id, document_id, state, reader, indexed_at, words)
    SELECT d.space_id, d.id, ${reading.state}, ${readerEdition}, ${space.at},
           array_to_tsvector(${[...roots].map(index.mark)}::text[])
      FROM document d
     WHERE d.space_id = ${space.id}::uuid AND d.id = ${documentId}::uuid AND d.status <> 'deleted' FOR SHARE`
  if (kept === 0) return
  await transactionOf(space).documentPage.createMany({
    data: pages.map(({ page, text }) => ({
      spaceId: space.id,
      documentId,
      page,
      text: index.seal(text, pageContext(space, documentId, page)),
    })),
  })
  await learn(space, index, roots)
}

/** Of documents that nobody will find again, neither words nor pictures remain. */
export async function forgetForGood(space: Space, documentIds: readonly string[]): Promise<void> {
  await forgetObjects(space, documentIds)
  await forgetReadings(space, documentIds)
  await relearn(space)
}

/** What was read of documents that are to be read again. */
export async function forgetReadings(space: Space, documentIds: readonly string[]): Promise<void> {
  const where = { spaceId: space.id, documentId: { in: [...documentIds] } }
  await transactionOf(space).documentPage.deleteMany({ where })
  await transactionOf(space).documentIndex.deleteMany({ where })
}

type SealedPage = { readonly documentId: string; readonly page: number; readonly text: Uint8Array }

/** The pages of documents that the caller has found through their visibility, in order. */
export async function pagesOf(
  space: Space,
  index: BlindIndex,
  documentIds: readonly string[],
): Promise<Map<string, PageText[]>> {
  const rows = await transactionOf(space).$queryRaw<SealedPage[]>`
    SELECT document_id AS "documentId", page, text FROM document_page
     WHERE space_id = ${space.id}::uuid AND document_id = ANY(${[...documentIds]}::uuid[])
     ORDER BY document_id, page`
  const pages = new Map<string, PageText[]>()
  for (const { documentId, page, text } of rows) {
    const known = pages.get(documentId) ?? []
    known.push({ page, text: index.open(text, pageContext(space, documentId, page)) })
    pages.set(documentId, known)
  }
  return pages
}
