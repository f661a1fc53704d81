import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { ROOT } from '../environment.mjs'
import { dropDatabase, isRefusal } from './connection'

const MIGRATIONS = path.join(ROOT, 'prisma/migrations')

export function migrationFiles(): { name: string; checksum: string }[] {
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
export async function migrate(
  client: pg.Client,
  ownerUrl: string,
): Promise<{ applied: number; changed: string[] }> {
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
