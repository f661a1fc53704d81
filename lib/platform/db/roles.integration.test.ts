import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '@/lib/platform/ids'
import { inTransaction, usingDatabase } from '@/lib/test-support/database'
import { giveDocument } from '@/lib/test-support/documents'
import { makePerson, type TestPerson } from '@/lib/test-support/people'
import { tablesOfTheRecord, tablesOutside } from '@/lib/test-support/tables'

const roles = usingDatabase()

let recordTables: string[]
let camille: TestPerson
let hugo: TestPerson

beforeAll(async () => {
  recordTables = await tablesOfTheRecord(roles().owner)
  camille = await makePerson()
  hugo = await makePerson()
  for (const person of [camille, hugo]) await giveDocument(person)
})

const naming = (spaceId: string) => [`SET LOCAL app.space = '${spaceId}'`] as const

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

  test('cannot erase anything of a record, but what the search and the drawer made from it', async () => {
    const made = [
      'search_vocabulary',
      'document_index',
      'document_page',
      'document_object',
      'document_drawing',
      'document_imaging',
    ]
    for (const table of recordTables.filter(name => !made.includes(name)))
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
  for (const table of [...recordTables, ...tablesOutside])
    await expect(roles().jobs(`SELECT * FROM public.${table}`), table).rejects.toThrow(/permission denied/)
})
