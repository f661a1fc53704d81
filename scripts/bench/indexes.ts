import { withClient } from '../database/connection'
import { sleep } from './machine.mjs'

/** What PostgreSQL has counted for a table since its creation. */
export type TableUse = {
  readonly table: string
  readonly rows: number
  /** Readings of the whole table, without an index. */
  readonly whole: number
  readonly wholeRows: number
  /** Rows brought by indexes. */
  readonly indexRows: number
}

/** Below this, reading a whole table is what an index would cost, and the planner may choose it. */
export const bigTable = 5_000

/** @param settle wait for the statistics of connections that are still open */
export async function tableUse(ownerUrl: string): Promise<TableUse[]> {
  // A connection tells its counts within a second of its end, within ten when it stays.
  await sleep(1_500)
  return withClient(ownerUrl, async client => {
    const { rows } = await client.query<
      Record<'table' | 'rows' | 'whole' | 'wholeRows' | 'indexRows', string>
    >(
      `SELECT s.relname AS "table", greatest(c.reltuples, s.n_live_tup)::bigint AS rows, s.seq_scan AS whole,
              s.seq_tup_read AS "wholeRows", coalesce(s.idx_tup_fetch, 0) AS "indexRows"
         FROM pg_stat_user_tables s JOIN pg_class c ON c.oid = s.relid
        WHERE s.schemaname = 'public' AND s.relname NOT LIKE '\\_%' ORDER BY 2 DESC`,
    )
    return rows.map(row => ({
      table: row.table,
      rows: Number(row.rows),
      whole: Number(row.whole),
      wholeRows: Number(row.wholeRows),
      indexRows: Number(row.indexRows),
    }))
  })
}

/** What was read between two countings. */
export function usedBetween(before: readonly TableUse[], after: readonly TableUse[]): TableUse[] {
  const earlier = new Map(before.map(use => [use.table, use]))
  return after.map(use => {
    const then = earlier.get(use.table)
    return {
      ...use,
      whole: use.whole - (then?.whole ?? 0),
      wholeRows: use.wholeRows - (then?.wholeRows ?? 0),
      indexRows: use.indexRows - (then?.indexRows ?? 0),
    }
  })
}

/** Every way of asking for the pages that read a record: filters, sorts, search, further pages. */
export function everyQuery(report: string): string[] {
  return [
    '/accueil',
    '/documents',
    '/documents?page=2',
    '/documents?tri=ancien',
    '/documents?tri=recu',
    '/documents?tri=titre',
    '/documents?q=sanguine',
    '/documents?categorie=BIOLOGIE',
    '/documents?annee=2024',
    '/documents?nouveaux=oui',
    `/documents/${report}`,
    '/mon-identite',
    '/qui-voit-quoi',
    '/qui-voit-quoi?groupe=documents',
    '/qui-voit-quoi?par=autres',
    '/qui-voit-quoi?refus=oui',
    '/qui-voit-quoi?du=2026-01-01&au=2026-06-30',
    '/qui-voit-quoi/verification',
    '/api/read/documents',
    `/api/read/documents/${report}`,
    `/api/read/documents/${report}/original`,
  ]
}
