import 'server-only'
import type { Space } from '@/lib/control/access/gate'
import type { CategoryCode } from '@/lib/record/documents/categories'
import { isCategory } from '@/lib/record/documents/categories'
import { seesDocument, toldTo } from '@/lib/record/documents/policy'
import { readableTitle } from '@/lib/record/documents/rules'
import { type DocumentLine, type Precision, precisions } from '@/lib/record/documents/schema'
import {
  countListed,
  countNew,
  findLatest,
  findNamed,
  findNew,
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
  /** By each key asked for: the title, and the id when it can be opened. A withdrawn document keeps its name. */
  readonly names: ReadonlyMap<string, { readonly title: string; readonly id: string | null }>
  /** Keys of those that exist but are not for this viewer, or not yet: not even their arrival is told. */
  readonly withheld: ReadonlySet<string>
}

/** What the history may say of these documents, to this viewer. Same rules as every find, on the rows in memory. */
export async function namedDocuments(space: Space, keys: readonly string[]): Promise<NamedDocuments> {
  const names = new Map<string, { title: string; id: string | null }>()
  const withheld = new Set<string>()
  for (const row of keys.length > 0 ? await findNamed(space, keys) : []) {
    const id = seesDocument(space.mode, row) ? row.id : null
    for (const key of [row.id, row.uniqueId, row.entryUuid ?? row.id]) {
      if (toldTo(space.mode, row)) names.set(key, { title: readableTitle(row.title), id })
      else withheld.add(key)
    }
  }
  return { names, withheld }
}
