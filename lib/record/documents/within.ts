import 'server-only'
import words from '@/lib/content/fr/aside.json'
import documentWords from '@/lib/content/fr/documents.json'
import type { Space } from '@/lib/control/access/gate'
import type { CategoryCode } from '@/lib/record/documents/categories'
import { isCategory } from '@/lib/record/documents/categories'
import { hasPage, toldTo } from '@/lib/record/documents/policy'
import { readableTitle } from '@/lib/record/documents/rules'
import {
  type DocumentLine,
  type DocumentVersion,
  type Precision,
  precisions,
} from '@/lib/record/documents/schema'
import {
  countListed,
  findAside,
  findLatest,
  findNamed,
  findNew,
  type LineRow,
} from '@/lib/record/documents/store'
import type { VersionRow } from '@/lib/record/documents/versions/store'
import { viewerOf } from '@/lib/record/documents/visibility'

/** Reads for the queries of other rooms, inside a space that the gate has opened for them. */

const precisionOf = (value: string): Precision => precisions.find(known => known === value) ?? 'day'
const categoryOrOther = (value: string): CategoryCode => (isCategory(value) ? value : 'AUTR_DOC')

/** A title that tells nothing: nobody can be sure of what another says. */
const titleAside = (category: CategoryCode) =>
  words.titleAside.replace('{kind}', documentWords.categories[category].one)

/** The facts of a line and nothing else of the row: lines go to the browser as they are. */
const factsOf = (row: LineRow) => ({
  id: row.id,
  date: row.date,
  datePrecision: precisionOf(row.datePrecision),
  year: row.year,
  authorName: row.authorName,
  authorOrganization: row.authorOrganization,
  receivedAt: row.receivedAt,
  hiddenFromProfessionals: row.hiddenFromProfessionals,
  source: row.source,
  isNew: row.isNew,
  isPinned: row.isPinned,
  aside: row.aside,
  folderId: row.folderId,
})

/**
 * A row in the words of the room: what an older reader wrote badly still has a place. Of what this reader keeps aside:
 * its kind, who wrote it and when, and nothing that tells more.
 */
export function toLine(row: LineRow & Pick<DocumentLine, 'extract'>): DocumentLine {
  const category = categoryOrOther(row.category)
  const line = { ...factsOf(row), category }
  if (row.aside) return { ...line, title: titleAside(category), typeLabel: null, authorSpecialty: null }
  const { typeLabel, authorSpecialty, extract } = row
  return { ...line, title: readableTitle(row.title), typeLabel, authorSpecialty, ...(extract && { extract }) }
}

const places = { '-1': 'older', '0': 'beside', '1': 'newer' } as const

/** The versions of the document looked at, and on which side of it each is; none when it is alone. */
export function toVersions(rows: readonly VersionRow[], id: string): DocumentVersion[] {
  if (rows.length < 2) return []
  return rows.map(({ step, ...row }) => {
    const place = row.id === id ? 'this' : places[`${Math.sign(step) as -1 | 0 | 1}`]
    return { ...toLine(row), place }
  })
}

export type DocumentsSummary = {
  readonly total: number
  readonly newCount: number
  /** What came since the last visit, or the latest documents when nothing did. */
  readonly lines: readonly DocumentLine[]
}

export async function documentsSummary(space: Space, newSince: Date | null): Promise<DocumentsSummary> {
  const { total, newCount } = await countListed(space, newSince)
  const rows = newSince && newCount > 0 ? await findNew(space, newSince, 3) : await findLatest(space, 3)
  return { total, newCount, lines: rows.map(toLine) }
}

export type NamedDocuments = {
  /** By each key asked for: the title, and the id when it has a page. A withdrawn document keeps its name, and a page that says so. */
  readonly names: ReadonlyMap<string, { readonly title: string; readonly id: string | null }>
  /** Keys of those that exist but are not for this viewer, or not yet: not even their arrival is told. */
  readonly withheld: ReadonlySet<string>
}

type NamedRow = Awaited<ReturnType<typeof findNamed>>[number]

const nameOf = ({ category, title }: NamedRow, aside: boolean) =>
  aside ? titleAside(categoryOrOther(category)) : readableTitle(title)

/** What the history may say of these documents, to this viewer. Same rules as every find, on the rows in memory. */
export async function namedDocuments(space: Space, keys: readonly string[]): Promise<NamedDocuments> {
  const names = new Map<string, { title: string; id: string | null }>()
  const withheld = new Set<string>()
  const viewer = viewerOf(space)
  const rows = keys.length > 0 ? await findNamed(space, keys) : []
  const ids = rows.map(({ id }) => id)
  const aside = await findAside(space, ids)
  for (const row of rows) {
    const id = hasPage(viewer, row) ? row.id : null
    const title = nameOf(row, aside.has(row.id))
    for (const key of [row.id, row.uniqueId, row.entryUuid ?? row.id]) {
      if (toldTo(viewer, row)) names.set(key, { title, id })
      else withheld.add(key)
    }
  }
  return { names, withheld }
}
