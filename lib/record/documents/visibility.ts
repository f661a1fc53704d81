import 'server-only'
import type { Space } from '@/lib/control/access/gate'
import { Prisma } from '@/lib/platform/db/generated/client'
import { closedBy, type Flag, openToAuthor, type Viewer } from '@/lib/record/documents/policy'

/** The rule of policy.ts as SQL conditions. A test holds the two together, on every mode and every combination. */

const columns: Readonly<Record<Flag, Prisma.Sql>> = {
  hiddenFromProfessionals: Prisma.sql`hidden_from_professionals`,
  notYetAnnounced: Prisma.sql`not_yet_announced`,
  hiddenFromGuardians: Prisma.sql`hidden_from_guardians`,
}

/** The rows of `document` under the name a query gives them. */
type Rows = 'd' | 'n'
const names: Readonly<Record<Rows, Prisma.Sql>> = { d: Prisma.sql`d`, n: Prisma.sql`n` }

/** Who looks through this space. No professional signs in yet: their actor will carry their national identifier. */
export function viewerOf(space: Pick<Space, 'mode'>): Viewer {
  return { mode: space.mode, nationalId: null }
}

/** `seesDocument`: every find of the store starts from it. */
export function visibleDocuments(viewer: Viewer, rows: Rows): Prisma.Sql {
  const told = toldDocuments(viewer, rows)
  const row = names[rows]
  return viewer.mode === 'system'
    ? told
    : Prisma.sql`(${told} AND ${row}.status <> 'deleted' AND ${row}.binned_at IS NULL)`
}

/** In the bin of a person: for its own page and for putting back, and nothing else. */
export function binnedDocuments(viewer: Viewer, rows: Rows): Prisma.Sql {
  const row = names[rows]
  return Prisma.sql`(${toldDocuments(viewer, rows)} AND ${row}.status <> 'deleted' AND ${row}.binned_at IS NOT NULL)`
}

/** `toldWithdrawn`: that its author took it back may be told, and nothing of what it said. */
export function withdrawnDocuments(viewer: Viewer, rows: Rows): Prisma.Sql {
  const row = names[rows]
  return Prisma.sql`(${toldDocuments(viewer, rows)} AND ${row}.status = 'deleted' AND ${row}.binned_at IS NULL)`
}

/** One flag, and the author for whom it closes nothing. */
function leavesOpen({ mode, nationalId }: Viewer, flag: Flag, row: Prisma.Sql): Prisma.Sql {
  const unset = Prisma.sql`NOT ${row}.${columns[flag]}`
  return nationalId !== null && openToAuthor[mode]?.includes(flag)
    ? Prisma.sql`(${unset} OR ${nationalId} = ANY(${row}.author_ids))`
    : unset
}

/** `toldTo`. */
export function toldDocuments(viewer: Viewer, rows: Rows): Prisma.Sql {
  const flags = closedBy[viewer.mode]
  if (!flags) return Prisma.sql`false`
  if (flags.length === 0) return Prisma.sql`true`
  const open = flags.map(flag => leavesOpen(viewer, flag, names[rows]))
  return Prisma.sql`(${Prisma.join(open, ' AND ')})`
}
