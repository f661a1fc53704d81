import type { Ask } from '@/lib/test-support/database'

/** Outside the record: keyed hashes that lead to a space, before any is opened. */
const lookups = ['ins_key', 'traits_key', 'subject_key']

/** Every table that is not part of a record. */
export const tablesOutside = [
  ...lookups,
  'session',
  'rate_limit',
  'security_event',
  'audit_root',
  'result_backlog',
]

/** Every table of a record, as the catalogue knows them: those that name a space and are not lookups. */
export async function tablesOfTheRecord(owner: Ask): Promise<string[]> {
  const rows = await owner<{ name: string }>(
    `SELECT DISTINCT table_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name = 'space_id' ORDER BY 1`,
  )
  return rows.map(row => row.name).filter(name => !lookups.includes(name))
}
