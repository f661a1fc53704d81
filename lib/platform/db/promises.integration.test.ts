import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '@/lib/platform/ids'
import { inTransaction, usingDatabase } from '@/lib/test-support/database'
import { giveDocument } from '@/lib/test-support/documents'
import { makePerson, type TestPerson } from '@/lib/test-support/people'

const roles = usingDatabase()

/** Outside the record: keyed hashes that lead to a space, before any is opened. */
const lookups = ['ins_key', 'traits_key', 'subject_key']
const outside = [...lookups, 'session', 'rate_limit', 'security_event', 'audit_root']
const roleNames = ['mes_app', 'mes_sealer', 'mes_jobs']

let recordTables: string[]
let camille: TestPerson
let hugo: TestPerson

beforeAll(async () => {
  const rows = await roles().owner<{ name: string }>(
    `SELECT DISTINCT table_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name = 'space_id'`,
  )
  recordTables = rows.map(row => row.name).filter(name => !lookups.includes(name))
  camille = await makePerson()
  hugo = await makePerson()
  for (const person of [camille, hugo]) await giveDocument(person)
})

const naming = (spaceId: string) => [`SET LOCAL app.space = '${spaceId}'`] as const

describe('Each table of a record', () => {
  test('is known to this test, as is each table outside of the record', async () => {
    const rows = await roles().owner<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_prisma%'`,
    )
    expect(recordTables.length).toBeGreaterThanOrEqual(8)
    expect(rows.map(row => row.name).sort()).toEqual([...recordTables, ...outside].sort())
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
      [[...recordTables, ...outside]],
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
      'mes_app audit_event: INSERT SELECT',
      'mes_app audit_head: SELECT',
      'mes_app audit_root: SELECT',
      'mes_app audit_root_leaf: SELECT',
      'mes_app document: INSERT SELECT UPDATE',
      'mes_app document_reading: INSERT SELECT',
      'mes_app ins_key: INSERT SELECT',
      'mes_app person: INSERT SELECT UPDATE',
      'mes_app rate_limit: DELETE INSERT SELECT UPDATE',
      'mes_app reader_visit: INSERT SELECT UPDATE',
      'mes_app security_event: INSERT',
      'mes_app session: DELETE INSERT SELECT UPDATE',
      'mes_app space: INSERT SELECT UPDATE',
      'mes_app subject_key: INSERT SELECT',
      'mes_app traits_key: INSERT SELECT',
      'mes_sealer audit_event: SELECT',
      'mes_sealer audit_head: INSERT SELECT UPDATE',
      'mes_sealer audit_root: INSERT SELECT',
      'mes_sealer audit_root_leaf: INSERT SELECT',
    ])
    const columns = await roles().owner<{ column: string }>(
      `SELECT column_name AS column FROM information_schema.column_privileges
        WHERE grantee = 'mes_sealer' AND table_name = 'audit_event' AND privilege_type = 'UPDATE' ORDER BY 1`,
    )
    expect(columns.map(row => row.column)).toEqual(['hash', 'prev_hash', 'sealed_at', 'seq'])
  })
})

describe('The application, asking the database directly', () => {
  test('sees no row of any record before a space is named', async () => {
    for (const table of recordTables) {
      const [row] = await roles().app<{ count: string }>(`SELECT count(*) FROM ${table}`)
      expect(row?.count, table).toBe('0')
    }
  })

  test('sees the named space and no other, and nothing again once the transaction is over', async () => {
    for (const table of recordTables) {
      const rows = await inTransaction(roles().urls.app, [
        naming(camille.spaceId),
        [`SELECT DISTINCT space_id FROM ${table}`],
      ])
      const [truth] = await roles().owner<{ count: string }>(
        `SELECT count(*) FROM ${table} WHERE space_id = $1`,
        [camille.spaceId],
      )
      expect(rows, table).toEqual(truth?.count === '0' ? [] : [{ space_id: camille.spaceId }])
    }
    const [after] = await roles().app<{ count: string }>('SELECT count(*) FROM space')
    expect(after?.count).toBe('0')
  })

  test('sees nothing when the named space is empty text, and is refused when it is not an id', async () => {
    expect(await inTransaction(roles().urls.app, [naming(''), ['SELECT * FROM document']])).toEqual([])
    await expect(
      inTransaction(roles().urls.app, [naming("' OR true --"), ['SELECT * FROM document']]),
    ).rejects.toThrow()
    await expect(
      inTransaction(roles().urls.app, [naming('tout'), ['SELECT * FROM document']]),
    ).rejects.toThrow(/uuid/)
  })

  test('cannot write into another space than the one named', async () => {
    const columns = `space_id, id, at, action, result, mode, actor_kind, actor_id, actor_name, channel, mac`
    const values = `$1, $2, now(), 'home.read', 'granted', 'holder', 'citizen', 'x', 'x', 'web', '\\x00'`
    await expect(
      inTransaction(roles().urls.app, [
        naming(camille.spaceId),
        [`INSERT INTO audit_event (${columns}) VALUES (${values})`, hugo.spaceId, newId()],
      ]),
    ).rejects.toThrow(/row-level security/)
    await expect(
      inTransaction(roles().urls.app, [
        naming(camille.spaceId),
        ['UPDATE document SET space_id = $1', hugo.spaceId],
      ]),
    ).rejects.toThrow(/row-level security/)
    const others = await inTransaction(roles().urls.app, [
      naming(camille.spaceId),
      [`UPDATE document SET title = 'pris' WHERE space_id = $1 RETURNING id`, hugo.spaceId],
    ])
    expect(others).toEqual([])
  })

  test('can neither change nor erase the history, nor place an event in the chain', async () => {
    for (const statement of [
      `UPDATE audit_event SET actor_name = 'personne'`,
      'UPDATE audit_event SET seq = 1',
      'DELETE FROM audit_event',
      'TRUNCATE audit_event',
      'UPDATE audit_head SET seq = 0',
      'DELETE FROM audit_head',
      'DELETE FROM audit_root',
      `INSERT INTO audit_root VALUES ('2000-01-01', 0, '', now(), '', '')`,
      'DELETE FROM audit_root_leaf',
    ])
      await expect(
        inTransaction(roles().urls.app, [naming(camille.spaceId), [statement]]),
        statement,
      ).rejects.toThrow(/permission denied/)
  })

  test('cannot erase anything of a record', async () => {
    for (const table of recordTables)
      await expect(
        inTransaction(roles().urls.app, [naming(camille.spaceId), [`DELETE FROM ${table}`]]),
        table,
      ).rejects.toThrow(/permission denied/)
  })

  test('tells of security events, and cannot read them back, change or erase them', async () => {
    await roles().app(
      `INSERT INTO security_event (id, at, kind, details) VALUES ($1, now(), 'rate_limited', '{}')`,
      [newId()],
    )
    for (const statement of [
      'SELECT * FROM security_event',
      `UPDATE security_event SET kind = ''`,
      'DELETE FROM security_event',
    ])
      await expect(roles().app(statement), statement).rejects.toThrow(/permission denied/)
  })

  test('may ask for a job, and not look into the queue', async () => {
    await roles().app(`SELECT jobs.enqueue('nothing', '{}'::json, 'promise-test')`)
    await expect(roles().app('SELECT * FROM graphile_worker.jobs')).rejects.toThrow(/permission denied/)
  })

  test('cannot lift the rules nor take another role', async () => {
    for (const statement of [
      'ALTER TABLE document DISABLE ROW LEVEL SECURITY',
      'DROP POLICY one_space ON document',
      'SET ROLE mes_sealer',
      'SET SESSION AUTHORIZATION postgres',
    ])
      await expect(roles().app(statement), statement).rejects.toThrow(/must be owner|permission denied/)
    await expect(
      inTransaction(roles().urls.app, [['SET LOCAL row_security = off'], ['SELECT * FROM document']]),
    ).rejects.toThrow(/row-level security/)
  })
})

describe('The sealer, asking the database directly', () => {
  const place = `seq = 1, prev_hash = '\\x00', hash = '\\x00', sealed_at = now()`

  test('sees the history of every space and nothing else of a record', async () => {
    const rows = await roles().sealer<{ space_id: string }>('SELECT DISTINCT space_id FROM audit_event')
    expect(rows.map(row => row.space_id)).toEqual(expect.arrayContaining([camille.spaceId, hugo.spaceId]))
    for (const table of recordTables.filter(name => !name.startsWith('audit_')))
      await expect(roles().sealer(`SELECT * FROM ${table}`), table).rejects.toThrow(/permission denied/)
    for (const table of ['ins_key', 'traits_key', 'subject_key', 'session', 'security_event'])
      await expect(roles().sealer(`SELECT * FROM ${table}`), table).rejects.toThrow(/permission denied/)
  })

  test('gives an event its place once, and can then no longer touch it', async () => {
    const [event] = await roles().sealer<{ id: string }>(
      'SELECT id FROM audit_event WHERE space_id = $1 LIMIT 1',
      [hugo.spaceId],
    )
    const seal = `UPDATE audit_event SET ${place} WHERE space_id = $1 AND id = $2 RETURNING id`
    expect(await roles().sealer(seal, [hugo.spaceId, event?.id])).toHaveLength(1)
    expect(await roles().sealer(seal, [hugo.spaceId, event?.id])).toHaveLength(0)
    await expect(
      roles().sealer('UPDATE audit_event SET seq = NULL WHERE space_id = $1', [camille.spaceId]),
    ).rejects.toThrow(/row-level security/)
  })

  test('can neither rewrite what happened, nor invent, nor erase', async () => {
    for (const statement of [
      `UPDATE audit_event SET actor_name = 'personne'`,
      `UPDATE audit_event SET mac = ''`,
      'DELETE FROM audit_event',
      `INSERT INTO audit_event SELECT * FROM audit_event LIMIT 1`,
      'DELETE FROM audit_head',
      `UPDATE audit_root SET root = ''`,
      'DELETE FROM audit_root',
      'UPDATE audit_root_leaf SET seq = 0',
      'DELETE FROM audit_root_leaf',
    ])
      await expect(roles().sealer(statement), statement).rejects.toThrow(/permission denied/)
  })
})

test('the job queue sees no table of the application at all', async () => {
  for (const table of [...recordTables, ...outside])
    await expect(roles().jobs(`SELECT * FROM public.${table}`), table).rejects.toThrow(/permission denied/)
})
