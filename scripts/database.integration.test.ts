import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { prepareDatabase } from './database'
import { type TestDatabase, testDatabase } from './test-database-client'

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

describe('A prepared database', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
  })

  it('has nothing left to do when it is prepared again', async () => {
    const again = await prepareDatabase(database.ownerUrl)
    expect(again.done).toEqual([])
    expect(again.warnings).toEqual([])
  })

  it('lets the three roles in, and none of them is more than it needs', async () => {
    for (const url of [database.appUrl, database.jobsUrl, database.sealerUrl]) {
      const [role] = await ask(
        url,
        'SELECT rolsuper, rolcreatedb, rolcreaterole, rolbypassrls FROM pg_roles WHERE rolname = current_user',
      )
      expect(role).toEqual({ rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolbypassrls: false })
      await expect(ask(url, 'CREATE TABLE public.mine (id int)')).rejects.toThrow(/permission denied/)
      await expect(ask(url, 'CREATE SCHEMA mine')).rejects.toThrow(/permission denied/)
    }
  })

  it('gives the tables of the record to the owner alone, and those of the queue to the worker', async () => {
    const rows = await ask(
      database.ownerUrl,
      `SELECT DISTINCT schemaname, tableowner FROM pg_tables
        WHERE schemaname IN ('public', 'graphile_worker') ORDER BY schemaname`,
    )
    expect(rows).toEqual([
      { schemaname: 'graphile_worker', tableowner: 'mes_jobs' },
      { schemaname: 'public', tableowner: new URL(database.ownerUrl).username },
    ])
  })

  it('sorts names as the French do', async () => {
    const rows = await ask(
      database.ownerUrl,
      `SELECT name FROM (VALUES ('zoé'), ('Émile'), ('emma'), ('Éric')) AS people (name) ORDER BY name`,
    )
    expect(rows.map(row => row.name)).toEqual(['Émile', 'emma', 'Éric', 'zoé'])
  })
})
