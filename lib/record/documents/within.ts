import 'server-only'
import type { Space } from '@/lib/control/access/gate'
import type { CategoryCode } from '@/lib/record/documents/categories'
import { isCategory } from '@/lib/record/documents/categories'
import { readableTitle } from '@/lib/record/documents/rules'
import { type DocumentLine, type Precision, precisions } from '@/lib/record/documents/schema'
import {
  countListed,
  countNew,
  findLatest,
  findNew,
  findTitles,
  findWithheld,
  type LineRow,
  openedAmong,
} from '@/lib/record/documents/store'

/** Reads for the queries of other rooms, inside a space that the gate has opened for them. */

const precisionOf = (value: string): Precision => precisions.find(known => known === value) ?? 'day'
const categoryOrOther = (value: string): CategoryCode => (isCategory(value) ? value : 'AUTR_DOC')

/** Rows as lines, with the reader's own "new" mark: come since the last visit, and not opened. */
export async function toLines(
  space: Space,
  rows: readonly LineRow[],
  newSince: Date | null,
): Promise<DocumentLine[]> {
  const recent = newSince ? rows.filter(row => row.receivedAt > newSince).map(row => row.id) : []
  const opened = await openedAmong(space, recent)
  const isNew = new Set(recent.filter(id => !opened.has(id)))
  return rows.map(row => ({
    ...row,
    title: readableTitle(row.title),
    category: categoryOrOther(row.category),
    datePrecision: precisionOf(row.datePrecision),
    isNew: isNew.has(row.id),
  }))
}

export type DocumentsSummary = {
  readonly total: number
  readonly newCount: number
  /** What came since the last visit, or the latest documents when nothing did. */
  readonly lines: readonly DocumentLine[]
}

export async function documentsSummary(space: Space, newSince: Date | null): Promise<DocumentsSummary> {
  const total = await countListed(space)
  const newCount = newSince ? await countNew(space, newSince) : 0
  const rows = newSince && newCount > 0 ? await findNew(space, newSince, 3) : await findLatest(space, 3)
  return { total, newCount, lines: await toLines(space, rows, newSince) }
}

export type NamedDocuments = {
  /** Titles of those that this viewer may see. */
  readonly titles: ReadonlyMap<string, string>
  /** Those that exist but are not for this viewer, or not yet. */
  readonly withheld: ReadonlySet<string>
}

export async function namedDocuments(space: Space, ids: readonly string[]): Promise<NamedDocuments> {
  if (ids.length === 0) return { titles: new Map(), withheld: new Set() }
  const titles = await findTitles(space, ids)
  const nameless = ids.filter(id => !titles.has(id))
  const withheld = nameless.length > 0 ? await findWithheld(space, nameless) : new Set<string>()
  return { titles: new Map([...titles].map(([id, title]) => [id, readableTitle(title)])), withheld }
}
