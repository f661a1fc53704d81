// What an integration test file calls: `await testDatabase()` in `beforeAll`, before anything reads `env()`.
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { environment } from './environment.mjs'

export interface TestDatabase {
  /** May do anything; for set-up and for looking behind the application's back. */
  ownerUrl: string
  /** As the application connects: sees nothing without an open space. */
  appUrl: string
  jobsUrl: string
  sealerUrl: string
}

let current: Promise<TestDatabase> | undefined

/**
 * A database of this test file alone, copied from the prepared template in some ten milliseconds, with the
 * whole environment of the application set to it. Called again in the same file, gives the same one.
 */
export function testDatabase(): Promise<TestDatabase> {
  current ??= copyTemplate()
  return current
}

async function copyTemplate(): Promise<TestDatabase> {
  const server = inject('testServer')
  const name = `${server.prefix}_${randomUUID().replaceAll('-', '')}`
  await createCopy(server.templateUrl, server.prefix, name)
  const url = new URL(server.templateUrl)
  url.pathname = `/${name}`
  const source = { ...server.secrets, DATA_DIR: server.folder, STORAGE_DIR: path.join('storage', name) }
  const env = environment({ source, ownerUrl: url.toString() })
  Object.assign(process.env, env)
  return {
    ownerUrl: env.DATABASE_URL,
    appUrl: env.APP_DATABASE_URL,
    jobsUrl: env.JOBS_DATABASE_URL,
    sealerUrl: env.SEALER_DATABASE_URL,
  }
}

async function createCopy(templateUrl: string, template: string, name: string): Promise<void> {
  const maintenance = new URL(templateUrl)
  maintenance.pathname = '/postgres'
  const client = new pg.Client({ connectionString: maintenance.toString() })
  await client.connect()
  try {
    await client.query(
      `CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE ${pg.escapeIdentifier(template)} STRATEGY FILE_COPY`,
    )
  } finally {
    await client.end()
  }
}
