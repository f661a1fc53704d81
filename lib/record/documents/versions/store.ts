import 'server-only'
import { type Space, transactionOf } from '@/lib/control/access/gate'
import { Prisma } from '@/lib/platform/db/generated/client'
import type { Viewer } from '@/lib/record/documents/policy'
import { type LineRow, lineColumns } from '@/lib/record/documents/store'
import { viewerOf, visibleDocuments } from '@/lib/record/documents/visibility'

const { sql } = Prisma

/** How far a history of versions is followed, and how many of them are told. */
const stepsAtMost = 100
const versionsAtMost = 50

/** A version, and how many replacements away it is: later ones are positive. */
export type VersionRow = LineRow & { readonly step: number }

/** From a document that is seen, or from what is left of one that its author withdrew. */
type Start = (viewer: Viewer, rows: 'd') => Prisma.Sql

type Sought = {
  readonly viewer: Viewer
  readonly spaceId: string
  readonly id: string
  readonly start?: Start | undefined
}

/**
 * `seen`: every version of a document that this viewer may see, itself included. Starts from what they may see, goes
 * through those they may not, for their place alone, and brings none of these back.
 */
export const seenVersions = ({ viewer, spaceId, id, start = visibleDocuments }: Sought) => sql`
  WITH RECURSIVE family AS (
    SELECT d.id, d.replaced_by_id, 0 AS step FROM document d
     WHERE d.space_id = ${spaceId}::uuid AND d.id = ${id}::uuid AND ${start(viewer, 'd')}
    UNION
    SELECT o.id, o.replaced_by_id, f.step + CASE WHEN o.id = f.replaced_by_id THEN 1 ELSE -1 END
      FROM family f JOIN document o
        ON o.space_id = ${spaceId}::uuid AND (o.replaced_by_id = f.id OR o.id = f.replaced_by_id)
     WHERE abs(f.step) < ${stepsAtMost}
  ), seen AS (
    SELECT d.id, max(f.step) AS step FROM family f JOIN document d ON d.space_id = ${spaceId}::uuid AND d.id = f.id
     WHERE ${visibleDocuments(viewer, 'd')} GROUP BY d.id
  )`

/** The latest first. */
export async function findVersions(space: Space, id: string, start?: Start): Promise<VersionRow[]> {
  return transactionOf(space).$queryRaw<VersionRow[]>`
    ${seenVersions({ viewer: viewerOf(space), spaceId: space.id, id, start })}
    SELECT ${await lineColumns(space, null)}, s.step FROM seen s
      JOIN document d ON d.space_id = ${space.id}::uuid AND d.id = s.id
     ORDER BY s.step DESC, d.date DESC, d.id DESC LIMIT ${versionsAtMost}`
}
