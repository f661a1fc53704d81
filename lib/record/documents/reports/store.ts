import 'server-only'
import { type Space, transactionOf } from '@/lib/control/access/gate'
import type { BlindIndex } from '@/lib/platform/crypto/blind-index'
import { Prisma } from '@/lib/platform/db/generated/client'
import { aside } from '@/lib/record/documents/aside/store'
import { indexOf, indexToFill, testMark } from '@/lib/record/documents/key-store'
import { listed } from '@/lib/record/documents/store'
import type { KeptResult } from '@/lib/record/results/schema'

/**
 * Results of reports, to follow a test over time. They have no visibility of their own: every read joins the document
 * and asks what a list of documents asks, so that a result is there exactly when its report is. What they say is sealed
 * with the key of the space (lib/decisions/009): the database tells neither a value nor which test it is.
 */

const { sql } = Prisma

type Owner = { readonly id: string; readonly date: Date; readonly datePrecision: string }

/** Bound to its place: a sealed result moved to another row does not open. */
const context = (space: Space, documentId: string, position: number) =>
  `${space.id}/${documentId}/result/${position}`

/** One statement whatever their number. Written again, they change nothing. */
export async function insertResults(
  space: Space,
  { id, date, datePrecision }: Owner,
  results: readonly KeptResult[],
): Promise<void> {
  if (results.length === 0) return
  const index = await indexToFill(space)
  const rows = results.map(({ position, when, ...result }) => ({
    position,
    test: testMark(index, result.loinc),
    at: when?.at ?? date,
    sealed: Buffer.from(
      index.seal(
        JSON.stringify({ ...result, precision: when?.precision ?? datePrecision }),
        context(space, id, position),
      ),
    ).toString('hex'),
  }))
  await transactionOf(space).$executeRaw`
    INSERT INTO lab_result (space_id, document_id, position, test, at, sealed)
    SELECT ${space.id}::uuid, ${id}::uuid, r.position, r.test, r.at, decode(r.sealed, 'hex')
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS r(position int, test text, at timestamptz, sealed text)
    ON CONFLICT DO NOTHING`
}

type Row = {
  readonly documentId: string
  readonly documentTitle: string
  readonly position: number
  readonly at: Date
  readonly sealed: Uint8Array
}

/** A result, with what was sealed of it as it was written. */
export type ResultRow = Pick<Row, 'documentId' | 'documentTitle' | 'at'> & { readonly kept: unknown }

const columns = sql`r.document_id AS "documentId", d.title AS "documentTitle", r.position, r.at, r.sealed`

/** Results of the reports that this viewer has in their list, and does not keep aside. */
const shown = async (space: Space) => sql`
  lab_result r JOIN document d ON d.space_id = r.space_id AND d.id = r.document_id
   WHERE r.space_id = ${space.id}::uuid AND ${listed(space)} AND NOT ${await aside(space)}`

const opened =
  (space: Space, index: BlindIndex) =>
  ({ documentId, documentTitle, position, at, sealed }: Row): ResultRow => ({
    documentId,
    documentTitle,
    at,
    kept: JSON.parse(index.open(sealed, context(space, documentId, position))),
  })

/** The latest result of each code, and how many reports have one. */
export async function findLatestResults(space: Space): Promise<Array<ResultRow & { reports: number }>> {
  const index = await indexOf(space)
  if (!index) return []
  const those = await shown(space)
  const rows = await transactionOf(space).$queryRaw<Array<Row & { reports: number }>>`
    SELECT l.*, c.reports FROM (
      SELECT DISTINCT ON (r.test) r.test, ${columns} FROM ${those}
       ORDER BY r.test, r.at DESC, r.document_id DESC, r.position DESC) l
      JOIN (SELECT r.test, count(DISTINCT r.document_id)::int AS reports FROM ${those} GROUP BY r.test) c
        ON c.test = l.test`
  return rows.map(row => ({ ...opened(space, index)(row), reports: row.reports }))
}

const mostOfATest = 500

/** Every result under these codes, the latest first. */
export async function findResults(space: Space, codes: readonly string[]): Promise<ResultRow[]> {
  const index = await indexOf(space)
  if (!index) return []
  const rows = await transactionOf(space).$queryRaw<Row[]>`
    SELECT ${columns} FROM ${await shown(space)} AND r.test = ANY(${codes.map(code => testMark(index, code))}::text[])
     ORDER BY r.at DESC, r.document_id DESC, r.position DESC LIMIT ${mostOfATest}`
  return rows.map(opened(space, index))
}

/** Reports of this viewer's list that they keep aside: how many, and nothing of which tests. */
export async function countAsideReports(space: Space): Promise<number> {
  const [row] = await transactionOf(space).$queryRaw<Array<{ count: number }>>`
    SELECT count(*)::int AS count FROM document d WHERE ${listed(space)} AND ${await aside(space)}
       AND EXISTS (SELECT FROM lab_result r WHERE r.space_id = d.space_id AND r.document_id = d.id)`
  return row?.count ?? 0
}

export type UnreadReport = Owner & {
  readonly storageKey: string
  readonly wrappedKey: Uint8Array<ArrayBuffer>
  readonly keyId: string
}

/** Reports of these types that no result was kept of, whoever may see them. */
export async function findUnreadReports(space: Space, types: readonly string[]): Promise<UnreadReport[]> {
  return transactionOf(space).$queryRaw<UnreadReport[]>`
    SELECT d.id, d.date, d.date_precision AS "datePrecision", d.storage_key AS "storageKey",
           d.wrapped_key AS "wrappedKey", d.key_id AS "keyId"
      FROM document d
     WHERE d.space_id = ${space.id}::uuid AND d.media_type = 'application/xml' AND d.status <> 'deleted'
       AND d.type_code = ANY(${[...types]}::text[])
       AND NOT EXISTS (SELECT FROM lab_result r WHERE r.space_id = d.space_id AND r.document_id = d.id)`
}
