// Brings a database to the state the code expects: roles, migrations, job queue, rights. Idempotent, and a few
// milliseconds when there is nothing to do.
//
//   npm run database                prepares it and prints what was done
//   npm run database -- migration add-x   writes the next migration from prisma/schema
//   npm run database -- reset       empties it first (local database only)
//   npm run database -- drop        removes it (local database only)
//   npm run database -- sql "…"     runs one statement as its owner and prints the rows (local database only)
import { pathToFileURL } from 'node:url'
import { createIfAbsent, databaseName, dropDatabase, withClient } from './database/connection'
import { migrate, writeMigration } from './database/migrations'
import { type Passwords, passwordsFrom, setUp } from './database/rights'
import { databaseUrls, environment } from './environment.mjs'

/** Any number, the same for all: two commands never prepare the same database at once. */
const LOCK = 7_203_155

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
    const { applied, warnings } = await migrate(client, ownerUrl)
    if (applied > 0) done.push(`${applied} migration(s) appliquée(s)`)
    if (await setUp(client, { jobs: urls.JOBS_DATABASE_URL }, secrets))
      done.push('rôles, file de tâches et droits posés')
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

async function main([command, argument]: string[]): Promise<void> {
  const ownerUrl = environment().DATABASE_URL
  if (command === 'sql') {
    refuseUnlessLocal(ownerUrl)
    const result = await withClient(ownerUrl, client => client.query(argument ?? 'SELECT version()'))
    if (result.rows.length > 0) console.table(result.rows)
    else console.log(`${result.command} : ${result.rowCount ?? 0} ligne(s)`)
    return
  }
  if (command === 'migration') {
    console.log(await writeMigration(ownerUrl, argument ?? 'change'))
    return
  }
  if (command === 'drop') {
    refuseUnlessLocal(ownerUrl)
    await dropDatabase(ownerUrl)
    return
  }
  if (command === 'reset') {
    refuseUnlessLocal(ownerUrl)
    await dropDatabase(ownerUrl)
  } else if (command !== undefined) {
    throw new Error(`commande inconnue : ${command} (drop, migration, reset, sql)`)
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
