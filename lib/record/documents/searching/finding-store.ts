import 'server-only'
import { type Space, transactionOf } from '@/lib/control/access/gate'
import type { BlindIndex } from '@/lib/platform/crypto/blind-index'
import { Prisma } from '@/lib/platform/db/generated/client'
import { aside } from '@/lib/record/documents/aside/store'
import { categoriesNamed } from '@/lib/record/documents/category-words'
import { indexOf, readerEdition } from '@/lib/record/documents/key-store'
import { type DocumentFilter, type Extract, pageSize } from '@/lib/record/documents/schema'
import { extractor } from '@/lib/record/documents/searching/extract-rules'
import { nearWords, type SearchedWord, searchedWords } from '@/lib/record/documents/searching/rules'
import { askReading, pagesOf, vocabularyOf } from '@/lib/record/documents/searching/store'
import { isNew, type LineRow, lineColumns, listed, orders } from '@/lib/record/documents/store'

const { sql } = Prisma

/** The search: starts, as every find, from what this viewer may see in this space. */

const escaped = (word: string) => word.replaceAll(/[\\%_]/gu, String.raw`\$&`)

/** Any of these words inside, as PostgreSQL reads it; a mark has no quote. */
function inside(index: BlindIndex | null, roots: readonly string[]): Prisma.Sql {
  if (!index || roots.length === 0) return sql`false`
  return sql`coalesce(i.words @@ ${roots.map(root => `'${index.mark(root)}'`).join(' | ')}::tsquery, false)`
}

/** Of what is kept aside, only its authors and place can be searched: to be found by a word inside is to be read. */
const byWhom = sql`regexp_replace(lower(regexp_replace(
  normalize(concat_ws(' ', d.author_name, d.author_organization), NFD),
  '[\\u0300-\\u036f]', '', 'g')), '[^[:alnum:]]+', ' ', 'g')`

/** Title, author, place or kind: 3. Inside: 2. Inside, if a letter is changed or words are completed: 1. */
function strength(
  { word, root, near }: SearchedWord,
  index: BlindIndex | null,
  aside: Prisma.Sql,
): Prisma.Sql {
  const kinds = categoriesNamed(root)
  const ofKind = kinds.length > 0 ? sql`OR d.category IN (${Prisma.join(kinds)})` : Prisma.empty
  const singular = `%${escaped(word.replace(/[sx]$/u, ''))} %`
  return sql`CASE
    WHEN ${aside} THEN CASE WHEN ${byWhom} LIKE ${`%${escaped(word)}%`} ${ofKind} THEN 3 ELSE 0 END
    WHEN d.search_text LIKE ${`%${escaped(word)}%`} OR d.search_text || ' ' LIKE ${singular} ${ofKind} THEN 3
    WHEN ${inside(index, [root])} THEN 2
    WHEN ${inside(index, near)} THEN 1
    ELSE 0 END`
}

/** The columns of the words: h0, h1 … */
const column = (i: number) => Prisma.raw(`h${i}`)
const columns = (words: readonly SearchedWord[], of: (name: Prisma.Sql, i: number) => Prisma.Sql) =>
  words.map((_, i) => of(column(i), i))

type Found = {
  readonly total: number
  readonly unread: readonly string[]
  readonly unreadCount: number
  /** For each word, whether it is somewhere as it was typed. */
  readonly known: readonly boolean[]
  readonly ids: readonly string[]
}

function filters({ categorie, auteur, annee, dossier, nouveaux }: DocumentFilter): Prisma.Sql {
  const conditions = [sql`true`]
  if (categorie) conditions.push(sql`d.category = ${categorie}`)
  if (auteur) conditions.push(sql`d.author_name = ${auteur}`)
  if (annee) conditions.push(sql`d.year = ${annee}`)
  if (dossier) conditions.push(sql`d.folder_id = ${dossier}::uuid`)
  if (nouveaux) conditions.push(sql`d.is_new`)
  return Prisma.join(conditions, ' AND ')
}

/** How many to read at once because a search did not find them read. */
const askedAtOnce = 100

type Search = {
  readonly filter: DocumentFilter
  readonly newSince: Date | null
  readonly words: readonly SearchedWord[]
  readonly index: BlindIndex | null
}

/**
 * Every word has to be there. A word that no document of this viewer has as it was typed may be a typing error of
 * another, or its beginning: what is decided on is what they see, so that nothing tells of what they do not.
 */
async function find(space: Space, { filter, newSince, words, index }: Search): Promise<Found> {
  const keptAside = await aside(space)
  const strengths = words.map((word, i) => sql`${strength(word, index, keptAside)} AS ${column(i)}`)
  const known = columns(words, name => sql`coalesce(max(${name}) >= 2, false)`)
  const all = columns(words, (name, i) => {
    const place = Prisma.raw(String(i + 1))
    return sql`(d.${name} >= 2 OR (d.${name} = 1 AND NOT known.words[${place}]))`
  })
  const total = Prisma.join(
    columns(words, name => sql`d.${name}`),
    ' + ',
  )
  const nearest = filter.tri === 'pertinence' ? sql`${total} DESC,` : Prisma.empty
  const [found] = await transactionOf(space).$queryRaw<Found[]>`
    WITH hits AS MATERIALIZED (
      SELECT d.id, d.category, d.author_name, d.year, d.date, d.received_at, d.title, d.folder_id, i.document_id IS NULL AS unread,
             ${isNew(space, newSince)} AS is_new,
             ${keptAside} AS aside, ${Prisma.join(strengths)}
        FROM document d
        LEFT JOIN document_index i
          ON i.space_id = ${space.id}::uuid AND i.document_id = d.id AND i.reader >= ${readerEdition}
       WHERE ${listed(space)}
    ), known AS (
      SELECT ARRAY[${Prisma.join(known)}] AS words, count(*) FILTER (WHERE unread)::int AS unread FROM hits
    ), matched AS MATERIALIZED (
      SELECT d.* FROM hits d, known WHERE ${Prisma.join(all, ' AND ')} AND ${filters(filter)}
    )
    SELECT (SELECT count(*)::int FROM matched) AS total, known.words AS known, known.unread AS "unreadCount",
           ARRAY(SELECT id::text FROM hits WHERE unread LIMIT ${askedAtOnce}) AS unread,
           ARRAY(SELECT d.id::text FROM matched d ORDER BY ${nearest} ${orders[filter.tri]}
                  LIMIT ${pageSize} OFFSET ${(filter.page - 1) * pageSize}) AS ids
      FROM known`
  return found ?? { total: 0, unread: [], unreadCount: 0, known: [], ids: [] }
}

async function linesOf(space: Space, ids: readonly string[], newSince: Date | null): Promise<LineRow[]> {
  const rows = await transactionOf(space).$queryRaw<LineRow[]>`
    SELECT ${await lineColumns(space, newSince)} FROM document d
     WHERE ${listed(space)} AND d.id = ANY(${[...ids]}::uuid[])`
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => byId.get(id) ?? [])
}

export type SearchResult = {
  readonly lines: ReadonlyArray<LineRow & { readonly extract?: Extract }>
  readonly total: number
  readonly unread: number
}

async function understood(space: Space, index: BlindIndex | null, q: string): Promise<SearchedWord[]> {
  const vocabulary = index ? await vocabularyOf(space, index) : []
  return searchedWords(q).map(({ word, root }) => ({ word, root, near: nearWords(root, vocabulary) }))
}

/** One page of what was found, with where it was. What was not read yet is asked for. */
export async function search(
  space: Space,
  filter: DocumentFilter,
  newSince: Date | null,
): Promise<SearchResult> {
  const index = await indexOf(space)
  const words = await understood(space, index, filter.q)
  const { ids, known, unread, ...found } = await find(space, { filter, newSince, words, index })
  await askReading(space, unread)
  const lines = await linesOf(space, ids, newSince)
  const shown = lines.filter(line => !line.aside).map(({ id }) => id)
  const pages = index ? await pagesOf(space, index, shown) : new Map()
  const extractOf = extractor(words.map(({ root, near }, i) => new Set(known[i] ? [root] : [root, ...near])))
  return {
    total: found.total,
    unread: found.unreadCount,
    lines: lines.map(line => {
      const extract = extractOf(pages.get(line.id) ?? [])
      return extract ? { ...line, extract } : line
    }),
  }
}
