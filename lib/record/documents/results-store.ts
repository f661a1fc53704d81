import 'server-only'
import { type Space, transactionOf } from '@/lib/control/access/gate'
import { Prisma } from '@/lib/platform/db/generated/client'
import { listed } from '@/lib/record/documents/store'
import type { KeptResult } from '@/lib/record/results/schema'

/**
 * Results of reports, to follow a test over time. They have no visibility of their own: every read joins the document
 * and asks what a list of documents asks, so that a result is there exactly when its report is.
 */

const { sql } = Prisma

type Owner = { readonly id: string; readonly date: Date; readonly datePrecision: string }

/** One statement whatever their number. Written again, they change nothing. */
export async function insertResults(
  space: Space,
  { id, date, datePrecision }: Owner,
  results: readonly KeptResult[],
): Promise<void> {
  if (results.length === 0) return
  const rows = results.map(({ when, ...result }) => ({
    ...result,
    at: when?.at ?? date,
    precision: when?.precision ?? datePrecision,
  }))
  await transactionOf(space).$executeRaw`
    INSERT INTO lab_result (space_id, document_id, position, loinc, name, at, precision, laboratory, measure)
    SELECT ${space.id}::uuid, ${id}::uuid, r.position, r.loinc, r.name, r.at, r.precision, r.laboratory, r.measure
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(position int, loinc text, name text,
           at timestamptz, precision text, laboratory text, measure jsonb)
    ON CONFLICT DO NOTHING`
}

export type ResultRow = {
  readonly documentId: string
  readonly documentTitle: string
  readonly loinc: string
  readonly name: string
  readonly at: Date
  readonly precision: string
  readonly laboratory: string | null
  readonly measure: unknown
}

const columns = sql`r.document_id AS "documentId", d.title AS "documentTitle", r.loinc, r.name, r.at, r.precision,
  r.laboratory, r.measure`

/** Results of the reports that this viewer has in their list. */
const shown = (space: Space) => sql`
  lab_result r JOIN document d ON d.space_id = r.space_id AND d.id = r.document_id
   WHERE r.space_id = ${space.id}::uuid AND ${listed(space)}`

/** The latest result of each code, and how many reports have one. */
export async function findLatestResults(space: Space): Promise<Array<ResultRow & { reports: number }>> {
  return transactionOf(space).$queryRaw<Array<ResultRow & { reports: number }>>`
    SELECT l.*, c.reports FROM (
      SELECT DISTINCT ON (r.loinc) ${columns} FROM ${shown(space)}
       ORDER BY r.loinc, r.at DESC, r.document_id DESC, r.position DESC) l
      JOIN (SELECT r.loinc, count(DISTINCT r.document_id)::int AS reports FROM ${shown(space)} GROUP BY r.loinc) c
        ON c.loinc = l.loinc`
}

const mostOfATest = 500

export async function findResults(space: Space, codes: readonly string[]): Promise<ResultRow[]> {
  return transactionOf(space).$queryRaw<ResultRow[]>`
    SELECT ${columns} FROM ${shown(space)} AND r.loinc = ANY(${[...codes]}::text[])
     ORDER BY r.at DESC, r.document_id DESC, r.position DESC LIMIT ${mostOfATest}`
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
