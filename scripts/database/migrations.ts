import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { ROOT } from '../environment.mjs'
import { dropDatabase, isRefusal } from './connection'

const MIGRATIONS = path.join(ROOT, 'prisma/migrations')

interface Migration {
  name: string
  checksum: string
}

export function migrationFiles(): Migration[] {
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

const START_AFRESH = '« npm run database -- reset » repart de zéro'

/** What the database holds that is not, or no longer, what the folder says. */
function differences(wanted: Migration[], finished: Map<string, string>): string[] {
  const names = new Set(wanted.map(({ name }) => name))
  const unknown = [...finished.keys()].filter(name => !names.has(name))
  const changed = wanted.filter(({ name, checksum }) => (finished.get(name) ?? checksum) !== checksum)
  return [
    ...unknown.map(name => `la base contient la migration ${name}, inconnue ici (${START_AFRESH})`),
    ...changed.map(
      ({ name }) => `la migration ${name} a changé depuis qu’elle a été appliquée (${START_AFRESH})`,
    ),
  ]
}

/** Applies what is not applied yet, and says what does not agree. */
export async function migrate(
  client: pg.Client,
  ownerUrl: string,
): Promise<{ applied: number; warnings: string[] }> {
  const wanted = migrationFiles()
  const rows = await appliedMigrations(client)
  const current = rows.filter(row => !row.rolled_back_at)
  const finished = new Map(
    current.filter(row => row.finished_at).map(row => [row.migration_name, row.checksum]),
  )
  const warnings = differences(wanted, finished)
  const missing = wanted.filter(({ name }) => !finished.has(name))
  if (missing.length > 0 || current.some(row => !row.finished_at)) {
    try {
      prisma(ownerUrl, ['migrate', 'deploy'])
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new Error([reason, ...warnings].join('\n'))
    }
  }
  return { applied: missing.length, warnings }
}

/**
 * Writes the migration that leads from the existing ones to prisma/schema, in a scratch database: the working one
 * also holds what prisma/sql adds, which Prisma would want to remove.
 */
export async function writeMigration(ownerUrl: string, name: string): Promise<string> {
  const scratch = new URL(ownerUrl)
  scratch.pathname = `/scratch_${process.pid}`
  try {
    return prisma(scratch.toString(), ['migrate', 'dev', '--create-only', '--name', name]).trim()
  } finally {
    await dropDatabase(scratch.toString())
  }
}
