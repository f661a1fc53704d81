import 'server-only'
import { database } from '@/lib/platform/db/client'
import { newId } from '@/lib/platform/ids'

/** What an operator must be able to see; a closed list. */
export type SecurityEventKind =
  | 'access_refused'
  | 'sign_in_refused'
  | 'person_unknown'
  | 'person_ambiguous'
  | 'rate_limited'
  | 'infected_file'

/** `details` holds ids and codes only: no name, no matricule, no content. */
export async function recordSecurityEvent(
  kind: SecurityEventKind,
  at: Date,
  details: Readonly<Record<string, string | number | boolean>>,
): Promise<void> {
  // createMany: a plain create reads the row back, which this role may not do.
  await database().securityEvent.createMany({ data: [{ id: newId(), at, kind, details }] })
}
