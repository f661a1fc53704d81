import 'server-only'
import type pg from 'pg'
import type { Head } from '@/lib/control/audit/chain'
import { type EventContent, genesisOf, linkHash, macOf } from '@/lib/control/audit/event'
import { signHead } from '@/lib/control/audit/signature'
import { equalBytes } from '@/lib/platform/crypto/hash'
import { logger } from '@/lib/platform/logger'

/** An event row as read by node-postgres under the role of the sealer. */
export type EventRow = {
  space_id: string
  id: string
  at: Date
  action: string
  result: EventContent['result']
  reason: string | null
  mode: string
  actor_kind: string
  actor_id: string
  actor_name: string
  channel: string
  object_kind: string | null
  object_id: string | null
  mac: Uint8Array
  seq: bigint | null
  prev_hash: Uint8Array | null
  hash: Uint8Array | null
}

export const eventColumns =
  'space_id, id, at, action, result, reason, mode, actor_kind, actor_id, actor_name, channel, object_kind, object_id, mac, seq, prev_hash, hash'

export function contentOfRow(row: EventRow): EventContent {
  return {
    spaceId: row.space_id,
    id: row.id,
    at: row.at,
    action: row.action,
    result: row.result,
    reason: row.reason,
    mode: row.mode,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    actorName: row.actor_name,
    channel: row.channel,
    objectKind: row.object_kind,
    objectId: row.object_id,
  }
}

type Link = { id: string; seq: bigint; prevHash: Uint8Array; hash: Uint8Array }

/** Places authentic events after `head`; stops at one that the application did not write, which stays outside for all to see. */
function chainAfter(head: Head, rows: readonly EventRow[]): Link[] {
  const links: Link[] = []
  let { seq } = head
  let previous = head.hash
  for (const row of rows) {
    const event = contentOfRow(row)
    if (!equalBytes(macOf(event), row.mac)) {
      logger().error(
        { eventId: row.id, spaceId: row.space_id },
        'An event not written by the application waits for sealing',
      )
      continue
    }
    seq += 1n
    const hash = linkHash(previous, seq, event)
    links.push({ id: row.id, seq, prevHash: previous, hash })
    previous = hash
  }
  return links
}

/**
 * Where each chain goes on from. A space that has had a place in the chain or in a published root but has no head was
 * tampered with: sealing it afresh would sign the tampering, so it is left as it is, for the verifier to name.
 */
async function headsOf(client: pg.PoolClient, spaceIds: readonly string[]): Promise<Map<string, Head>> {
  const { rows } = await client.query<{
    space_id: string
    seq: bigint | null
    hash: Uint8Array
    known: boolean
  }>(
    `SELECT s.space_id, h.seq, h.hash,
            h.space_id IS NULL AND (
              EXISTS (SELECT FROM audit_event e WHERE e.space_id = s.space_id AND e.seq IS NOT NULL)
              OR EXISTS (SELECT FROM audit_root_leaf l WHERE l.space_id = s.space_id)) AS known
       FROM unnest($1::uuid[]) AS s(space_id) LEFT JOIN audit_head h ON h.space_id = s.space_id`,
    [spaceIds],
  )
  const heads = new Map<string, Head>()
  for (const { space_id, seq, hash, known } of rows) {
    if (known) logger().error({ spaceId: space_id }, 'A history without its head is not sealed')
    else heads.set(space_id, seq === null ? { seq: 0n, hash: genesisOf(space_id) } : { seq, hash })
  }
  return heads
}

/** The new end of one chain, and its new links. */
type Sealed = { readonly spaceId: string; readonly links: readonly Link[]; readonly last: Link }

async function chainsOf(client: pg.PoolClient, spaceIds: readonly string[]): Promise<Sealed[]> {
  const waiting = await client.query<EventRow>(
    `SELECT ${eventColumns} FROM audit_event WHERE space_id = ANY($1::uuid[]) AND seq IS NULL
      ORDER BY space_id, id LIMIT ${eventsAtOnce}`,
    [spaceIds],
  )
  const heads = await headsOf(client, spaceIds)
  const bySpace = new Map<string, EventRow[]>()
  for (const row of waiting.rows) {
    const rows = bySpace.get(row.space_id)
    if (rows) rows.push(row)
    else bySpace.set(row.space_id, [row])
  }
  return [...bySpace].flatMap(([spaceId, rows]) => {
    const head = heads.get(spaceId)
    const links = head ? chainAfter(head, rows) : []
    const last = links.at(-1)
    return last ? [{ spaceId, links, last }] : []
  })
}

async function sealSpaces(client: pg.PoolClient, spaceIds: readonly string[]): Promise<number> {
  const chains = await chainsOf(client, spaceIds)
  if (chains.length === 0) return 0
  const links = chains.flatMap(chain => chain.links.map(link => ({ ...link, spaceId: chain.spaceId })))
  await client.query(
    `UPDATE audit_event e SET seq = l.seq, prev_hash = l.prev_hash, hash = l.hash, sealed_at = now()
       FROM unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::bytea[], $5::bytea[]) AS l(space_id, id, seq, prev_hash, hash)
      WHERE e.space_id = l.space_id AND e.id = l.id AND e.seq IS NULL`,
    [
      links.map(link => link.spaceId),
      links.map(link => link.id),
      links.map(link => String(link.seq)),
      links.map(link => link.prevHash),
      links.map(link => link.hash),
    ],
  )
  const heads = chains.map(({ spaceId, last }) => ({ spaceId, last, ...signHead(spaceId, last) }))
  await client.query(
    `INSERT INTO audit_head (space_id, seq, hash, sealed_at, key_id, signature)
     SELECT space_id, seq, hash, now(), key_id, signature
       FROM unnest($1::uuid[], $2::bigint[], $3::bytea[], $4::text[], $5::bytea[]) AS h(space_id, seq, hash, key_id, signature)
     ON CONFLICT (space_id) DO UPDATE
       SET seq = EXCLUDED.seq, hash = EXCLUDED.hash, sealed_at = now(), key_id = EXCLUDED.key_id, signature = EXCLUDED.signature`,
    [
      heads.map(head => head.spaceId),
      heads.map(head => String(head.last.seq)),
      heads.map(head => head.last.hash),
      heads.map(head => head.keyId),
      heads.map(head => head.signature),
    ],
  )
  return links.length
}

/** Any number, the same in every process: two sealers never place events at once. */
const sealerLock = 4_810_022

/** What one transaction seals at most. A space read in part goes on in the next one, in order. */
const spacesAtOnce = 100
const eventsAtOnce = 5000

/**
 * Several spaces in one transaction. A history that someone has tampered with may leave no room for what comes next:
 * then each is tried on its own; that one waits, for all to see, and the others go on.
 */
async function trySpaces(client: pg.PoolClient, spaceIds: readonly string[]): Promise<number> {
  try {
    await client.query('BEGIN')
    const sealed = await sealSpaces(client, spaceIds)
    await client.query('COMMIT')
    return sealed
  } catch (error) {
    await client.query('ROLLBACK')
    if (spaceIds.length === 1) {
      logger().error({ err: error, spaceId: spaceIds[0] }, 'A history could not be sealed')
      return 0
    }
    let sealed = 0
    for (const spaceId of spaceIds) sealed += await trySpaces(client, [spaceId])
    return sealed
  }
}

async function sealEverySpace(client: pg.PoolClient): Promise<number> {
  const { rows } = await client.query<{ space_id: string }>(
    'SELECT space_id FROM audit_event WHERE seq IS NULL GROUP BY space_id LIMIT 1000',
  )
  const waiting = rows.map(row => row.space_id)
  let sealed = 0
  for (let start = 0; start < waiting.length; start += spacesAtOnce)
    sealed += await trySpaces(client, waiting.slice(start, start + spacesAtOnce))
  return sealed
}

/**
 * Gives their place to the events written since the last time: a chain per space, each space on its own, so that
 * reading never waits for sealing. Events committed late simply come later in the chain.
 * @returns how many were sealed; 0 also when another sealer is at work.
 */
export async function sealWaitingEvents(pool: pg.Pool): Promise<number> {
  const client = await pool.connect()
  try {
    const lock = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [sealerLock])
    let sealed = 0
    if (lock.rows[0]?.got) {
      sealed = await sealEverySpace(client)
      await client.query('SELECT pg_advisory_unlock($1)', [sealerLock])
    }
    client.release()
    return sealed
  } catch (error) {
    // Closes the connection: its transaction and its lock end with it.
    client.release(true)
    throw error
  }
}
