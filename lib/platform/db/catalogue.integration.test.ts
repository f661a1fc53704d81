import { beforeAll, describe, expect, test } from 'vitest'
import { usingDatabase } from '@/lib/test-support/database'
import { tablesOfTheRecord, tablesOutside } from '@/lib/test-support/tables'

const roles = usingDatabase()
const roleNames = ['mes_app', 'mes_sealer', 'mes_jobs', 'mes_keeper']

let recordTables: string[]

beforeAll(async () => {
  recordTables = await tablesOfTheRecord(roles().owner)
})

describe('Each table of a record', () => {
  test('is known to this test, as is each table outside of the record', async () => {
    const rows = await roles().owner<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_prisma%'`,
    )
    expect(recordTables.length).toBeGreaterThanOrEqual(8)
    expect(rows.map(row => row.name).sort()).toEqual([...recordTables, ...tablesOutside].sort())
  })

  test('has the space first in its primary key and in each unique index', async () => {
    const indexes = await roles().owner<{ table: string; index: string; first: string; primary: boolean }>(
      `SELECT i.indrelid::regclass::text AS table, i.indexrelid::regclass::text AS index,
              a.attname AS first, i.indisprimary AS primary
         FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
        WHERE i.indisunique AND i.indrelid::regclass::text = ANY($1)`,
      [recordTables],
    )
    expect(indexes.filter(index => index.first !== 'space_id')).toEqual([])
    const keyed = indexes.filter(index => index.primary).map(index => index.table)
    expect(keyed.sort()).toEqual([...recordTables].sort())
  })

  test('has row-level security, also for its owner, and a rule for the application that names the space', async () => {
    const tables = await roles().owner<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relname = ANY($1) AND relrowsecurity AND relforcerowsecurity`,
      [recordTables],
    )
    expect(tables.map(table => table.name).sort()).toEqual([...recordTables].sort())
    const policies = await roles().owner<{
      tablename: string
      qual: string
      with_check: string
      cmd: string
    }>(
      `SELECT tablename, qual, with_check, cmd FROM pg_policies
        WHERE schemaname = 'public' AND roles && ARRAY['mes_app', 'public']::name[]`,
    )
    expect(policies.map(policy => policy.tablename).sort()).toEqual([...recordTables].sort())
    for (const policy of policies) {
      expect(policy.cmd).toBe('ALL')
      expect(policy.qual).toMatch(/^\(space_id = .*current_setting\('app\.space'/)
      expect(policy.with_check).toBe(policy.qual)
    }
  })

  test('leads to others only within the same space, and no key is changed or emptied behind a row', async () => {
    const keys = await roles().owner<{ name: string; columns: string[]; onUpdate: string; onDelete: string }>(
      `SELECT c.conname AS name, c.confupdtype AS "onUpdate", c.confdeltype AS "onDelete",
              ARRAY(SELECT a.attname::text FROM unnest(c.conkey) k
                      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k) AS columns
         FROM pg_constraint c
        WHERE c.contype = 'f' AND (c.conrelid::regclass::text = ANY($1) OR c.confrelid::regclass::text = ANY($1))`,
      [recordTables],
    )
    expect(keys.length).toBeGreaterThan(0)
    for (const key of keys) {
      expect(key.columns, key.name).toContain('space_id')
      expect(key.onUpdate, key.name).toBe('a')
      expect(['c', 'r', 'a'], key.name).toContain(key.onDelete)
    }
  })

  test('has no trigger of ours', async () => {
    const triggers = await roles().owner(
      `SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgrelid::regclass::text = ANY($1)`,
      [[...recordTables, ...tablesOutside]],
    )
    expect(triggers).toEqual([])
  })
})

describe('The roles of the running application', () => {
  test('are not superusers, pass no rule and own nothing of the record', async () => {
    const found = await roles().owner(
      `SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication FROM pg_roles
        WHERE rolname = ANY($1) ORDER BY rolname`,
      [roleNames],
    )
    const none = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
    }
    expect(found).toEqual([...roleNames].sort().map(rolname => ({ rolname, ...none })))
    const owned = await roles().owner(
      `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tableowner = ANY($1)`,
      [roleNames],
    )
    expect(owned).toEqual([])
  })

  test('are members of no other role', async () => {
    const memberships = await roles().owner(
      `SELECT r.rolname FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member WHERE r.rolname = ANY($1)`,
      [roleNames],
    )
    expect(memberships).toEqual([])
  })

  /** Every right on every table: adding one here is a decision. */
  test('have these rights and no other', async () => {
    const rights = await roles().owner<{ role: string; table: string; rights: string }>(
      `SELECT grantee AS role, table_name AS table, string_agg(privilege_type, ' ' ORDER BY privilege_type) AS rights
         FROM information_schema.table_privileges
        WHERE table_schema = 'public' AND grantee <> current_user GROUP BY 1, 2 ORDER BY 1, 2`,
    )
    expect(rights.map(({ role, table, rights: list }) => `${role} ${table}: ${list}`)).toEqual([
      'mes_app audit_event: SELECT',
      'mes_app audit_head: SELECT',
      'mes_app audit_root: SELECT',
      'mes_app audit_root_leaf: SELECT',
      'mes_app document: INSERT SELECT UPDATE',
      'mes_app document_drawing: DELETE INSERT SELECT',
      'mes_app document_imaging: DELETE INSERT SELECT',
      'mes_app document_index: DELETE INSERT SELECT',
      'mes_app document_object: DELETE INSERT SELECT',
      'mes_app document_page: DELETE INSERT SELECT',
      'mes_app document_pin: INSERT SELECT UPDATE',
      'mes_app document_reading: INSERT SELECT',
      'mes_app folder: INSERT SELECT UPDATE',
      'mes_app ins_key: INSERT SELECT',
      'mes_app lab_result: INSERT SELECT',
      'mes_app person: INSERT SELECT UPDATE',
      'mes_app rate_limit: DELETE INSERT SELECT UPDATE',
      'mes_app reader_visit: INSERT SELECT UPDATE',
      'mes_app reading_choice: INSERT SELECT UPDATE',
      'mes_app reading_mark: INSERT SELECT UPDATE',
      'mes_app result_backlog: DELETE SELECT',
      'mes_app search_key: INSERT SELECT',
      'mes_app search_vocabulary: DELETE INSERT SELECT',
      'mes_app security_event: INSERT',
      'mes_app session: DELETE INSERT SELECT UPDATE',
      'mes_app space: INSERT SELECT UPDATE',
      'mes_app subject_key: INSERT SELECT',
      'mes_app taking_warning: INSERT SELECT UPDATE',
      'mes_app traits_key: INSERT SELECT',
      'mes_sealer audit_event: SELECT',
      'mes_sealer audit_head: INSERT SELECT UPDATE',
      'mes_sealer audit_root: INSERT SELECT',
      'mes_sealer audit_root_leaf: INSERT SELECT',
    ])
    const columnsOf = async (role: string, right: string) => {
      const columns = await roles().owner<{ column: string }>(
        `SELECT column_name AS column FROM information_schema.column_privileges
          WHERE grantee = $1 AND table_name = 'audit_event' AND privilege_type = $2 ORDER BY 1`,
        [role, right],
      )
      return columns.map(row => row.column)
    }
    const chain = ['hash', 'prev_hash', 'sealed_at', 'seq']
    expect(await columnsOf('mes_sealer', 'UPDATE')).toEqual(chain)
    // The application writes events; it cannot give them a place.
    const written = await columnsOf('mes_app', 'INSERT')
    expect(written).toContain('mac')
    expect(written.filter(column => chain.includes(column))).toEqual([])
  })
})
