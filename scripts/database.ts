// Brings a database to the state the code expects: roles, migrations, job queue, rights. Idempotent, and a few
// milliseconds when there is nothing to do.
//
//   npm run database                prepares it and prints what was done
//   npm run database -- migration add-x   writes the next migration from prisma/schema
//   npm run database -- reset       empties it first (local database only)
//   npm run database -- sql "…"     runs one statement as its owner and prints the rows (local database only)
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { databaseUrls, environment, ROOT } from './environment.mjs'
import { fillPlaceholders, quoteLiteral } from './sql-placeholders'

const ROLES = [
  ['mes_app', 'DATABASE_APP_PASSWORD'],
  ['mes_jobs', 'DATABASE_JOBS_PASSWORD'],
  ['mes_sealer', 'DATABASE_SEALER_PASSWORD'],
] as const

const MIGRATIONS = path.join(ROOT, 'prisma/migrations')
const SQL_FILES = path.join(ROOT, 'prisma/sql')
/** Any number, the same for all: two commands never prepare the same database at once. */
const LOCK = 7_203_155

export type Passwords = Record<(typeof ROLES)[number][1], string>

export interface PreparedDatabase {
  DATABASE_URL: string
  APP_DATABASE_URL: string
  JOBS_DATABASE_URL: string
  SEALER_DATABASE_URL: string
  /** What had to be done, in order; empty when the database was already as it should be. */
  done: string[]
  /** What a person should look at. */
  warnings: string[]
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function isRefusal(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

function maintenanceUrl(url: string): string {
  const other = new URL(url)
  other.pathname = '/postgres'
  return other.toString()
}

function databaseName(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1))
}

async function createIfAbsent(url: string): Promise<boolean> {
  try {
    await withClient(url, client => client.query('SELECT 1'))
    return false
  } catch (error) {
    if (!isRefusal(error, '3D000')) throw error
  }
  const statement = `CREATE DATABASE ${pg.escapeIdentifier(databaseName(url))}`
  try {
    await withClient(maintenanceUrl(url), client => client.query(statement))
  } catch (error) {
    // Someone else created it meanwhile.
    if (!isRefusal(error, '42P04') && !isRefusal(error, '23505')) throw error
  }
  return true
}

function sha256(...parts: string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex')
}

function migrationFiles(): { name: string; checksum: string }[] {
  if (!existsSync(MIGRATIONS)) return []
  return readdirSync(MIGRATIONS)
    .sort()
    .map(name => ({ name, file: path.join(MIGRATIONS, name, 'migration.sql') }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => ({
      name,
      checksum: createHash('sha256').update(readFileSync(file)).digest('hex'),
    }))
}

interface AppliedMigration {
  migration_name: string
  checksum: string
  finished_at: Date | null
  rolled_back_at: Date | null
}

async function appliedMigrations(client: pg.Client): Promise<AppliedMigration[]> {
  try {
    const { rows } = await client.query<AppliedMigration>(
      'SELECT migration_name, checksum, finished_at, rolled_back_at FROM _prisma_migrations',
    )
    return rows
  } catch (error) {
    if (isRefusal(error, '42P01')) return []
    throw error
  }
}

function prisma(ownerUrl: string, args: string[]): string {
  const cli = path.join(ROOT, 'node_modules/prisma/build/index.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: ownerUrl, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`prisma ${args.join(' ')} : échec\n${stdout}${stderr}`)
  return stdout
}

/** Applies what is not applied yet; says which applied migration was changed since. */
async function migrate(client: pg.Client, ownerUrl: string): Promise<{ applied: number; changed: string[] }> {
  const wanted = migrationFiles()
  const applied = await appliedMigrations(client)
  const finished = new Map(
    applied
      .filter(row => row.finished_at && !row.rolled_back_at)
      .map(row => [row.migration_name, row.checksum]),
  )
  const failed = applied.some(row => !row.finished_at && !row.rolled_back_at)
  const missing = wanted.filter(({ name }) => !finished.has(name))
  if (missing.length > 0 || failed) prisma(ownerUrl, ['migrate', 'deploy'])
  const changed = wanted.filter(({ name, checksum }) => (finished.get(name) ?? checksum) !== checksum)
  return { applied: missing.length, changed: changed.map(({ name }) => name) }
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
async function setUp(client: pg.Client, urls: { jobs: string }, passwords: Passwords): Promise<boolean> {
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

function passwordsFrom(source: Record<string, string | undefined>): Passwords {
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

/**
 * Creates the database if absent and brings it up to date.
 * @param ownerUrl connection of a role that may create databases and roles
 * @param passwords of the three roles; by default those of this checkout
 */
export async function prepareDatabase(ownerUrl: string, passwords?: Passwords): Promise<PreparedDatabase> {
  const secrets = passwords ?? passwordsFrom(environment())
  const urls = databaseUrls(ownerUrl, secrets)
  const done: string[] = []
  if (await createIfAbsent(ownerUrl)) done.push(`base ${databaseName(ownerUrl)} créée`)
  return withClient(ownerUrl, async client => {
    client.on('notice', () => undefined)
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    const { applied, changed } = await migrate(client, ownerUrl)
    if (applied > 0) done.push(`${applied} migration(s) appliquée(s)`)
    if (await setUp(client, { jobs: urls.JOBS_DATABASE_URL }, secrets))
      done.push('rôles, file de tâches et droits posés')
    const warnings = changed.map(
      name =>
        `la migration ${name} a changé depuis qu’elle a été appliquée (« npm run database -- reset » repart de zéro)`,
    )
    return { DATABASE_URL: ownerUrl, ...urls, done, warnings }
  })
}

function refuseUnlessLocal(ownerUrl: string): void {
  if (
    process.env.DEPLOYMENT !== 'production' &&
    ['127.0.0.1', 'localhost'].includes(new URL(ownerUrl).hostname)
  )
    return
  throw new Error('Cette commande ne touche qu’une base locale.')
}

async function dropDatabase(ownerUrl: string): Promise<void> {
  const name = pg.escapeIdentifier(databaseName(ownerUrl))
  await withClient(maintenanceUrl(ownerUrl), client =>
    client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  )
}

/**
 * Writes the migration that leads from the existing ones to prisma/schema, in a scratch database: the working one
 * also holds what prisma/sql adds, which Prisma would want to remove.
 */
async function writeMigration(ownerUrl: string, name: string): Promise<void> {
  const scratch = new URL(ownerUrl)
  scratch.pathname = `/scratch_${process.pid}`
  try {
    console.log(prisma(scratch.toString(), ['migrate', 'dev', '--create-only', '--name', name]).trim())
  } finally {
    await dropDatabase(scratch.toString())
  }
}

async function main([command, argument]: string[]): Promise<void> {
  const ownerUrl = environment().DATABASE_URL
  if (command === 'sql') {
    refuseUnlessLocal(ownerUrl)
    const result = await withClient(ownerUrl, client => client.query(argument ?? 'SELECT version()'))
    console.table(result.rows)
    return
  }
  if (command === 'migration') {
    await writeMigration(ownerUrl, argument ?? 'change')
    return
  }
  if (command === 'reset') {
    refuseUnlessLocal(ownerUrl)
    await dropDatabase(ownerUrl)
  } else if (command !== undefined) {
    throw new Error(`commande inconnue : ${command} (migration, reset, sql)`)
  }
  const { done, warnings } = await prepareDatabase(ownerUrl)
  console.log(done.length > 0 ? done.join(', ') : 'base à jour')
  for (const warning of warnings) console.warn(`attention : ${warning}`)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(process.argv.slice(2)).catch(error => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
}
