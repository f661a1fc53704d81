import 'server-only'
import type { Space } from '@/lib/control/access/gate'
import {
  findLatestResults,
  findResults,
  findUnreadReports,
  insertResults,
  type ResultRow,
  type UnreadReport,
} from '@/lib/record/documents/results-store'
import { readableTitle } from '@/lib/record/documents/rules'
import { precisions } from '@/lib/record/documents/schema'
import { followedTypes } from '@/lib/record/results/kept-rules'
import { type KeptResult, measureSchema, type Reported } from '@/lib/record/results/schema'

export type { UnreadReport }

/** Results of the documents of a space, for the room that tells them over time. */

function reported(row: ResultRow): Reported[] {
  const measure = measureSchema.safeParse(row.measure)
  if (!measure.success) return []
  const precision = precisions.find(known => known === row.precision) ?? 'day'
  return [{ ...row, documentTitle: readableTitle(row.documentTitle), precision, measure: measure.data }]
}

/** The latest result of each code that this viewer may see. */
export async function latestResults(space: Space) {
  const rows = await findLatestResults(space)
  return rows.flatMap(({ reports, ...row }) => reported(row).map(latest => ({ latest, reports })))
}

/** Every result of these codes that this viewer may see, the latest first. */
export async function resultsOf(space: Space, codes: readonly string[]): Promise<Reported[]> {
  return (await findResults(space, codes)).flatMap(reported)
}

export async function unreadReports(space: Space): Promise<UnreadReport[]> {
  return findUnreadReports(space, followedTypes)
}

export async function keepResults(
  space: Space,
  report: UnreadReport,
  results: readonly KeptResult[],
): Promise<void> {
  await insertResults(space, report, results)
}
