/**
 * npm run storage:keys                            wraps every document key under the MASTER_KEY of today
 * npm run storage:orphans [-- --remove]           bytes that no document names, documents whose bytes are missing
 * npm run storage:move -- --from folder --to s3   copies the bytes of every document, reads them back, compares
 *
 * For the operator, with the owner's connection (DATABASE_URL), narrowed at once to the role mes_keeper. They work
 * while the application runs. Exit 0 only if nothing is left to look at.
 */
import { parseArgs } from 'node:util'
import pg from 'pg'
import { keyService } from '@/lib/platform/crypto/keys'
import { storage, storages } from '@/lib/platform/storage/sealed'
import { copyObjects, type Rows, rewrapKeys, takeInventory } from '@/lib/record/keeping/commands'

type Options = {
  readonly remove: boolean
  readonly from: string | undefined
  readonly to: string | undefined
}

async function keys(rows: Rows): Promise<number> {
  const { rewrapped, current, unknown } = await rewrapKeys(rows, keyService())
  console.log(`rewrapped ${rewrapped}, current ${current}, unknown key ${unknown}`)
  return unknown === 0 ? 0 : 1
}

async function orphans(rows: Rows, { remove }: Options): Promise<number> {
  const found = await takeInventory(rows, storage(), new Date())
  for (const key of found.orphans) console.log(`orphan ${key}`)
  for (const { spaceId, id } of found.missing)
    console.log(`missing bytes of document ${id} (space ${spaceId})`)
  if (remove) for (const key of found.orphans) await storage().remove(key)
  console.log(`orphans ${found.orphans.length}${remove ? ' removed' : ''}, missing ${found.missing.length}`)
  return found.missing.length === 0 && (remove || found.orphans.length === 0) ? 0 : 1
}

function place(name: string | undefined) {
  if (name !== 'folder' && name !== 's3') throw new Error('Say --from and --to: folder or s3')
  const found = storages[name]()
  if (!found) throw new Error('S3_BUCKET is not set')
  return found
}

async function move(rows: Rows, { from, to }: Options): Promise<number> {
  if (from === to) throw new Error('Say two places: --from folder --to s3, or the contrary')
  const { copied, already, failed } = await copyObjects(rows, place(from), place(to))
  for (const key of failed) console.log(`failed ${key}`)
  console.log(`copied ${copied}, already there ${already}, failed ${failed.length}`)
  return failed.length === 0 ? 0 : 1
}

const commands: Readonly<Record<string, (rows: Rows, options: Options) => Promise<number>>> = {
  keys,
  orphans,
  move,
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { remove: { type: 'boolean' }, from: { type: 'string' }, to: { type: 'string' } },
    allowPositionals: true,
  })
  const command = commands[positionals[0] ?? '']
  if (!command) throw new Error('Usage: npm run storage:keys | storage:orphans | storage:move')
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  try {
    await client.query('SET ROLE mes_keeper')
    const rows: Rows = async (sql, parameters) => (await client.query(sql, [...parameters])).rows
    return await command(rows, { remove: values.remove ?? false, from: values.from, to: values.to })
  } finally {
    await client.end()
  }
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return 2
})
