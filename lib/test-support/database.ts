import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { disconnect } from '@/lib/platform/db/client'
import { testDatabase } from '@/scripts/test-database-client'

/** SQL behind the application's back, for tests alone. */
export type Ask = <Row extends object = Record<string, unknown>>(
  statement: string,
  parameters?: readonly unknown[],
) => Promise<Row[]>

export type Roles = {
  /** May do anything: sets the stage, looks behind, and plays the dishonest administrator. */
  readonly owner: Ask
  /** As the application connects. */
  readonly app: Ask
  readonly sealer: Ask
  readonly jobs: Ask
  readonly urls: { readonly owner: string; readonly app: string; readonly sealer: string }
}

function askOf(pool: pg.Pool): Ask {
  return async (statement, parameters = []) => (await pool.query(statement, [...parameters])).rows
}

const poolOf = (connectionString: string) => new pg.Pool({ connectionString, max: 3 })

/** A database of this test file alone, opened before its tests and closed after them. */
export function usingDatabase(): () => Roles {
  let roles: Roles | undefined
  let pools: pg.Pool[] = []
  beforeAll(async () => {
    const { ownerUrl, appUrl, sealerUrl, jobsUrl } = await testDatabase()
    const [owner, app, sealer, jobs] = [
      poolOf(ownerUrl),
      poolOf(appUrl),
      poolOf(sealerUrl),
      poolOf(jobsUrl),
    ] as const
    pools = [owner, app, sealer, jobs]
    roles = {
      owner: askOf(owner),
      app: askOf(app),
      sealer: askOf(sealer),
      jobs: askOf(jobs),
      urls: { owner: ownerUrl, app: appUrl, sealer: sealerUrl },
    }
  })
  afterAll(async () => {
    await disconnect()
    await Promise.all(pools.map(pool => pool.end()))
  })
  return () => {
    if (!roles) throw new Error('The database is ready in beforeAll, not before')
    return roles
  }
}

/** Runs statements one after the other in a single transaction of a role, and gives the rows of the last. */
export async function inTransaction(
  url: string,
  statements: ReadonlyArray<readonly [string, ...unknown[]]>,
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('BEGIN')
    let rows: Record<string, unknown>[] = []
    for (const [statement, ...parameters] of statements)
      rows = (await client.query(statement, parameters)).rows
    await client.query('COMMIT')
    return rows
  } finally {
    await client.end()
  }
}
