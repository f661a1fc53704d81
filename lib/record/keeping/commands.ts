import 'server-only'
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { KeyService } from '@/lib/platform/crypto/keys'
import { ObjectMissing, type ObjectStorage } from '@/lib/platform/storage/port'

/**
 * What an operator does with all documents at once, as the role `mes_keeper`: it sees where bytes are and the wrapped
 * keys, of every space, and not one word of a document. It opens none: bytes are moved as they are, encrypted.
 */
export type Rows = <Row>(sql: string, parameters: readonly unknown[]) => Promise<Row[]>

/** Where bytes are named: documents, and what goes with them. */
const tables = { document: 'received_at', document_object: 'made_at' } as const
type Table = keyof typeof tables
const tableNames = Object.keys(tables) as Table[]

/** A document, or what goes with one, as its keeper knows it. */
type Kept = {
  readonly table: Table
  readonly spaceId: string
  readonly id: string
  readonly storageKey: string
  readonly wrappedKey: Uint8Array
  readonly keyId: string
}

const pageSize = 500
const nobody = '00000000-0000-0000-0000-000000000000'

async function* everyObject(rows: Rows): AsyncGenerator<Kept> {
  for (const table of tableNames) yield* everyRow(rows, table)
}

/** Every row that still has bytes, page by page: rows may come and go meanwhile. */
async function* everyRow(rows: Rows, table: Table): AsyncGenerator<Kept> {
  let [spaceId, id] = [nobody, nobody]
  for (;;) {
    const page = await rows<Omit<Kept, 'table'>>(
      `SELECT space_id AS "spaceId", id, storage_key AS "storageKey", wrapped_key AS "wrappedKey", key_id AS "keyId"
         FROM ${table} WHERE (space_id, id) > ($1::uuid, $2::uuid) AND length(wrapped_key) > 0
        ORDER BY space_id, id LIMIT ${pageSize}`,
      [spaceId, id],
    )
    for (const row of page) yield { table, ...row }
    const last = page.at(-1)
    if (!last) return
    ;({ spaceId, id } = last)
  }
}

export type Rewrapped = { readonly rewrapped: number; readonly current: number; readonly unknown: number }

type Wrapped = { readonly wrappedKey: Uint8Array; readonly keyId: string; readonly context: string }

/** The key of each space's search (lib/decisions/009), page by page. */
async function* everySearchKey(rows: Rows): AsyncGenerator<Wrapped & { readonly spaceId: string }> {
  let spaceId = nobody
  for (;;) {
    const page = await rows<Omit<Wrapped, 'context'> & { readonly spaceId: string }>(
      `SELECT space_id AS "spaceId", wrapped_key AS "wrappedKey", key_id AS "keyId"
         FROM search_key WHERE space_id > $1::uuid ORDER BY space_id LIMIT ${pageSize}`,
      [spaceId],
    )
    for (const row of page) yield { ...row, context: `${row.spaceId}/search` }
    const last = page.at(-1)
    if (!last) return
    spaceId = last.spaceId
  }
}

/**
 * Wraps every key under the master key of today, those of documents and those of searches. Bytes do not change, and
 * documents are read meanwhile: each row is opened by the key it names. Asked again, it goes on where it was.
 */
export async function rewrapKeys(rows: Rows, keys: KeyService): Promise<Rewrapped> {
  const counts = { rewrapped: 0, current: 0, unknown: 0 }
  type Change = { readonly wrapped: Uint8Array; readonly keyId: string }
  const rewrap = async (
    { wrappedKey, keyId, context }: Wrapped,
    keep: (change: Change) => Promise<unknown>,
  ) => {
    const change = await keys.rewrap(wrappedKey, keyId, context).catch(() => 'unknown' as const)
    if (change && change !== 'unknown') await keep(change)
    counts[change === 'unknown' ? 'unknown' : change ? 'rewrapped' : 'current'] += 1
  }
  // Only if nobody touched it since: a key that was destroyed meanwhile must not come back.
  for await (const { table, spaceId, id, storageKey, ...kept } of everyObject(rows))
    await rewrap({ ...kept, context: `${spaceId}/${storageKey}` }, ({ wrapped, keyId }) =>
      rows(
        `UPDATE ${table} SET wrapped_key = $3, key_id = $4 WHERE space_id = $1 AND id = $2 AND wrapped_key = $5`,
        [spaceId, id, wrapped, keyId, kept.wrappedKey],
      ),
    )
  for await (const { spaceId, ...kept } of everySearchKey(rows))
    await rewrap(kept, ({ wrapped, keyId }) =>
      rows('UPDATE search_key SET wrapped_key = $2, key_id = $3 WHERE space_id = $1 AND wrapped_key = $4', [
        spaceId,
        wrapped,
        keyId,
        kept.wrappedKey,
      ]),
    )
  return counts
}

export type Inventory = {
  /** Bytes that nothing names, older than the time a reception takes. Their key is gone: unreadable. */
  readonly orphans: readonly string[]
  /** Documents, or their pictures, whose bytes are not there. */
  readonly missing: ReadonlyArray<{ readonly spaceId: string; readonly id: string }>
}

const receptionMs = 3_600_000

/** Compares what is stored with what documents name, each read once. Needs a connection of its own: a temporary table. */
export async function takeInventory(rows: Rows, storage: ObjectStorage, now: Date): Promise<Inventory> {
  await rows('CREATE TEMPORARY TABLE stored (key text NOT NULL, at timestamptz NOT NULL)', [])
  let batch: Array<{ key: string; at: Date }> = []
  const flush = async () => {
    await rows('INSERT INTO stored SELECT * FROM unnest($1::text[], $2::timestamptz[])', [
      batch.map(({ key }) => key),
      batch.map(({ at }) => at),
    ])
    batch = []
  }
  for await (const object of storage.list()) {
    batch.push(object)
    if (batch.length === pageSize) await flush()
  }
  await flush()
  const settled = new Date(now.getTime() - receptionMs)
  const named = tableNames.map(
    table => `NOT EXISTS (SELECT FROM ${table} d WHERE d.storage_key = s.key AND length(d.wrapped_key) > 0)`,
  )
  const orphans = await rows<{ key: string }>(
    `SELECT s.key FROM stored s WHERE s.at < $1 AND ${named.join(' AND ')} ORDER BY s.key`,
    [settled],
  )
  const missing: Array<Inventory['missing'][number]> = []
  for (const table of tableNames)
    missing.push(
      ...(await rows<Inventory['missing'][number]>(
        `SELECT d.space_id AS "spaceId", d.id FROM ${table} d
          WHERE d.${tables[table]} < $1 AND length(d.wrapped_key) > 0
            AND NOT EXISTS (SELECT FROM stored s WHERE s.key = d.storage_key)`,
        [now],
      )),
    )
  await rows('DROP TABLE stored', [])
  return { orphans: orphans.map(({ key }) => key), missing }
}

async function digestOf(content: Readable): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(content, hash)
  return hash.digest('hex')
}

const digestIn = (storage: ObjectStorage, key: string) =>
  storage.get(key).then(digestOf, (error: unknown) => {
    if (error instanceof ObjectMissing) return null
    throw error
  })

export type Moved = {
  readonly copied: number
  readonly already: number
  /** Storage keys that are not in the first place, or could not be read back the same from the second. */
  readonly failed: readonly string[]
}

/**
 * Copies the bytes of every document from one place to the other, reads each back and compares. The first place is
 * left as it is. Asked again, it copies what came since.
 */
export async function copyObjects(rows: Rows, from: ObjectStorage, to: ObjectStorage): Promise<Moved> {
  const counts = { copied: 0, already: 0 }
  const failed: string[] = []
  for await (const { storageKey } of everyObject(rows)) {
    const [wanted, there] = [await digestIn(from, storageKey), await digestIn(to, storageKey)]
    if (wanted !== null && wanted === there) counts.already += 1
    else if (wanted === null) failed.push(storageKey)
    else {
      await to.put(storageKey, Readable.from(await from.get(storageKey), { objectMode: false }))
      if ((await digestIn(to, storageKey)) === wanted) counts.copied += 1
      else failed.push(storageKey)
    }
  }
  return { ...counts, failed }
}
