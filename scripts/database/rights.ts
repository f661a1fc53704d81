// Roles, job queue and the files of prisma/sql: what a migration cannot hold, since it needs passwords.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { ROOT } from '../environment.mjs'
import { migrationFiles } from './migrations'
import { fillPlaceholders, quoteLiteral } from './placeholders'

const ROLES = [
  ['mes_app', 'DATABASE_APP_PASSWORD'],
  ['mes_jobs', 'DATABASE_JOBS_PASSWORD'],
  ['mes_sealer', 'DATABASE_SEALER_PASSWORD'],
] as const

const SQL_FILES = path.join(ROOT, 'prisma/sql')

export type Passwords = Record<(typeof ROLES)[number][1], string>

function sha256(...parts: string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex')
}

export function passwordsFrom(source: Record<string, string | undefined>): Passwords {
  const read = (name: keyof Passwords): string => {
    const value = source[name]
    if (!value) throw new Error(`${name} is missing`)
    return value
  }
  return {
    DATABASE_APP_PASSWORD: read('DATABASE_APP_PASSWORD'),
    DATABASE_JOBS_PASSWORD: read('DATABASE_JOBS_PASSWORD'),
    DATABASE_SEALER_PASSWORD: read('DATABASE_SEALER_PASSWORD'),
  }
}

async function ensureRoles(client: pg.Client, passwords: Passwords): Promise<void> {
  for (const [role, secret] of ROLES) {
    const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role])
    if (rowCount === 0) {
      await client.query(`CREATE ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS`)
    }
    await client.query(`ALTER ROLE ${role} LOGIN PASSWORD ${quoteLiteral(secret, passwords[secret])}`)
  }
  const name = pg.escapeIdentifier((await client.query('SELECT current_database() AS name')).rows[0].name)
  const roles = ROLES.map(([role]) => role).join(', ')
  await client.query(`GRANT CONNECT ON DATABASE ${name} TO ${roles}`)
}

/** The queue's tables belong to the worker's role, so that it can keep them up to date by itself. */
async function prepareQueue(client: pg.Client, jobsUrl: string): Promise<void> {
  const name = pg.escapeIdentifier((await client.query('SELECT current_database() AS name')).rows[0].name)
  await client.query('GRANT mes_jobs TO CURRENT_USER')
  await client.query('CREATE SCHEMA IF NOT EXISTS graphile_worker AUTHORIZATION mes_jobs')
  // Its first migration says CREATE SCHEMA IF NOT EXISTS, which asks for this right even when it exists.
  await client.query(`GRANT CREATE ON DATABASE ${name} TO mes_jobs`)
  try {
    const logger = new Logger(() => () => undefined)
    await runMigrations({ connectionString: jobsUrl, schema: 'graphile_worker', logger })
  } finally {
    await client.query(`REVOKE CREATE ON DATABASE ${name} FROM mes_jobs`)
  }
}

function sqlFiles(): { name: string; text: string }[] {
  if (!existsSync(SQL_FILES)) return []
  return readdirSync(SQL_FILES)
    .filter(name => name.endsWith('.sql'))
    .sort()
    .map(name => ({ name, text: readFileSync(path.join(SQL_FILES, name), 'utf8') }))
}

async function runSqlFile(client: pg.Client, file: { name: string; text: string }, passwords: Passwords) {
  const sql = fillPlaceholders(file.text, {
    app_password: passwords.DATABASE_APP_PASSWORD,
    jobs_password: passwords.DATABASE_JOBS_PASSWORD,
    sealer_password: passwords.DATABASE_SEALER_PASSWORD,
  })
  try {
    await client.query('BEGIN')
    await client.query(sql)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`prisma/sql/${file.name}: ${reason}`)
  } finally {
    await client.query('RESET ALL; RESET ROLE')
  }
}

async function recordedHash(client: pg.Client, name: string): Promise<string | undefined> {
  // In a schema of its own: Prisma would take a table it does not know for a drift.
  await client.query('CREATE SCHEMA IF NOT EXISTS setup')
  await client.query(
    'CREATE TABLE IF NOT EXISTS setup.platform_setup (name text PRIMARY KEY, hash text NOT NULL)',
  )
  const { rows } = await client.query<{ hash: string }>(
    'SELECT hash FROM setup.platform_setup WHERE name = $1',
    [name],
  )
  return rows[0]?.hash
}

function queueVersion(): string {
  return readFileSync(path.join(ROOT, 'node_modules/graphile-worker/package.json'), 'utf8')
}

/** Roles, queue and rights: done again when a file, a password, a migration or the queue's version changes. */
export async function setUp(
  client: pg.Client,
  urls: { jobs: string },
  passwords: Passwords,
): Promise<boolean> {
  const files = sqlFiles()
  const names = files.flatMap(({ name, text }) => [name, text])
  const migrations = migrationFiles().map(({ name }) => name)
  const secrets = ROLES.map(([, secret]) => passwords[secret])
  const hash = sha256(...names, ...migrations, ...secrets, queueVersion())
  if ((await recordedHash(client, 'sql')) === hash) return false
  await ensureRoles(client, passwords)
  await prepareQueue(client, urls.jobs)
  for (const file of files) await runSqlFile(client, file, passwords)
  await client.query(
    'INSERT INTO setup.platform_setup VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET hash = EXCLUDED.hash',
    ['sql', hash],
  )
  return true
}
