import 'server-only'
import type { Space } from '@/lib/control/access/gate'
import {
  countAsideReports,
  findLatestResults,
  findResults,
  findUnreadReports,
  insertResults,
  type ResultRow,
  type UnreadReport,
} from '@/lib/record/documents/reports/store'
import { readableTitle } from '@/lib/record/documents/rules'
import { followedTypes } from '@/lib/record/results/kept-rules'
import { type KeptResult, type Reported, sealedSchema } from '@/lib/record/results/schema'

export type { UnreadReport }

/** Results of the documents of a space, for the room that tells them over time. */

function reported(row: ResultRow): Reported[] {
  const kept = sealedSchema.safeParse(row.kept)
  if (!kept.success) return []
  const { documentId, documentTitle, at } = row
  return [{ ...kept.data, documentId, documentTitle: readableTitle(documentTitle), at }]
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

/** How many reports this reader keeps aside, whatever their tests. */
export async function asideReports(space: Space): Promise<number> {
  return countAsideReports(space)
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
