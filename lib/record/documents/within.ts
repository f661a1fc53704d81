import 'server-only'
import type { Space } from '@/lib/control/access/gate'
import type { CategoryCode } from '@/lib/record/documents/categories'
import { isCategory } from '@/lib/record/documents/categories'
import { type DocumentLine, type Precision, precisions } from '@/lib/record/documents/schema'
import {
  countListed,
  countNew,
  findLatest,
  findNew,
  findTitles,
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

/** Titles of those that this viewer may see; the others stay without a name. */
export async function documentTitles(space: Space, ids: readonly string[]): Promise<Map<string, string>> {
  return ids.length === 0 ? new Map() : findTitles(space, ids)
}
