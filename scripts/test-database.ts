// Vitest's global set-up of the integration tests: a PostgreSQL of their own in a temporary folder (or the one of
// TEST_DATABASE_URL), and in it a prepared template that each test file copies; see test-database-client.ts.
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { prepareDatabase } from './database'
import { dropDatabase, withClient } from './database/connection'
import { freePort } from './ports.mjs'
import { removePostgres, startPostgres } from './postgres.mjs'
import { secrets } from './secrets.mjs'
import { generateClient } from './setup.mjs'

export interface TestServer {
  /** Owner's connection to the template, which nobody may keep open. */
  templateUrl: string
  /** All copies are named after it. */
  prefix: string
  /** Secrets and files of this run of the tests. */
  folder: string
  secrets: Record<string, string>
}

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer
  }
}

async function startServer(folder: string, password: string) {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, end: async () => undefined }
  const server = await startPostgres({ folder, port: await freePort(), password, throwaway: true })
  return { url: server.url, end: server.stop }
}

async function dropCopies(url: string, prefix: string): Promise<void> {
  const names = await withClient(url, async client => {
    const { rows } = await client.query<{ datname: string }>(
      'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
      [prefix],
    )
    return rows.map(row => row.datname)
  })
  for (const name of names) await dropDatabase(named(url, name))
}

function named(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.toString()
}

function passwordsOf(values: Record<string, string>) {
  return {
    DATABASE_APP_PASSWORD: values.DATABASE_APP_PASSWORD ?? '',
    DATABASE_JOBS_PASSWORD: values.DATABASE_JOBS_PASSWORD ?? '',
    DATABASE_SEALER_PASSWORD: values.DATABASE_SEALER_PASSWORD ?? '',
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await generateClient()
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mes-test-'))
  // PostgreSQL's own user passes through it when we are root.
  chmodSync(folder, 0o711)
  const values = secrets(folder, {})
  const server = await startServer(folder, values.DATABASE_OWNER_PASSWORD ?? '')
  const prefix = `test_${randomBytes(4).toString('hex')}`
  const templateUrl = named(server.url, prefix)
  const tearDown = async () => {
    if (process.env.TEST_DATABASE_URL) await dropCopies(server.url, prefix)
    await server.end()
    removePostgres(folder)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await prepareDatabase(templateUrl, passwordsOf(values))
  } catch (error) {
    await tearDown()
    throw error
  }
  project.provide('testServer', { templateUrl, prefix, folder, secrets: values })
  return tearDown
}
