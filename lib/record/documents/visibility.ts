import 'server-only'
import type { Mode } from '@/lib/control/access/actor'
import { Prisma } from '@/lib/platform/db/generated/client'
import { closedBy, type Flag } from '@/lib/record/documents/policy'

/** The rule of policy.ts as SQL conditions. A test holds the two together, on every mode and every combination. */

const columns: Readonly<Record<Flag, Prisma.Sql>> = {
  hiddenFromProfessionals: Prisma.sql`hidden_from_professionals`,
  notYetAnnounced: Prisma.sql`not_yet_announced`,
  hiddenFromGuardians: Prisma.sql`hidden_from_guardians`,
}

/** The rows of `document` under the name a query gives them. */
type Rows = 'd' | 'n'
const names: Readonly<Record<Rows, Prisma.Sql>> = { d: Prisma.sql`d`, n: Prisma.sql`n` }

/** `seesDocument`: every find of the store starts from it. */
export function visibleDocuments(mode: Mode, rows: Rows): Prisma.Sql {
  const told = toldDocuments(mode, rows)
  return mode === 'system' ? told : Prisma.sql`(${told} AND ${names[rows]}.status <> 'deleted')`
}

/** `toldTo`. */
export function toldDocuments(mode: Mode, rows: Rows): Prisma.Sql {
  const flags = closedBy[mode]
  if (!flags) return Prisma.sql`false`
  if (flags.length === 0) return Prisma.sql`true`
  return Prisma.sql`(${Prisma.join(
    flags.map(flag => Prisma.sql`NOT ${names[rows]}.${columns[flag]}`),
    ' AND ',
  )})`
}
