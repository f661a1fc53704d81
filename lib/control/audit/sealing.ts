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
 * Where the chain goes on from. A space that has had a place in the chain or in a published root but has no head was
 * tampered with: sealing it afresh would sign the tampering, so it is left as it is, for the verifier to name.
 */
async function headOf(client: pg.PoolClient, spaceId: string): Promise<Head | null> {
  const { rows } = await client.query<Head>('SELECT seq, hash FROM audit_head WHERE space_id = $1', [spaceId])
  if (rows[0]) return rows[0]
  const earlier = await client.query<{ known: boolean }>(
    `SELECT EXISTS (SELECT FROM audit_event WHERE space_id = $1 AND seq IS NOT NULL)
         OR EXISTS (SELECT FROM audit_root_leaf WHERE space_id = $1) AS known`,
    [spaceId],
  )
  return earlier.rows[0]?.known ? null : { seq: 0n, hash: genesisOf(spaceId) }
}

async function sealSpace(client: pg.PoolClient, spaceId: string): Promise<number> {
  const waiting = await client.query<EventRow>(
    `SELECT ${eventColumns} FROM audit_event WHERE space_id = $1 AND seq IS NULL ORDER BY id LIMIT 1000`,
    [spaceId],
  )
  const head = await headOf(client, spaceId)
  if (!head) {
    logger().error({ spaceId }, 'A history without its head is not sealed')
    return 0
  }
  const links = chainAfter(head, waiting.rows)
  const last = links.at(-1)
  if (!last) return 0
  await client.query(
    `UPDATE audit_event e SET seq = l.seq, prev_hash = l.prev_hash, hash = l.hash, sealed_at = now()
       FROM unnest($2::uuid[], $3::bigint[], $4::bytea[], $5::bytea[]) AS l(id, seq, prev_hash, hash)
      WHERE e.space_id = $1 AND e.id = l.id AND e.seq IS NULL`,
    [
      spaceId,
      links.map(link => link.id),
      links.map(link => String(link.seq)),
      links.map(link => link.prevHash),
      links.map(link => link.hash),
    ],
  )
  const { keyId, signature } = signHead(spaceId, last)
  await client.query(
    `INSERT INTO audit_head (space_id, seq, hash, sealed_at, key_id, signature) VALUES ($1, $2, $3, now(), $4, $5)
     ON CONFLICT (space_id) DO UPDATE SET seq = $2, hash = $3, sealed_at = now(), key_id = $4, signature = $5`,
    [spaceId, String(last.seq), last.hash, keyId, signature],
  )
  return links.length
}

/** Any number, the same in every process: two sealers never place events at once. */
const sealerLock = 4_810_022

/**
 * One space, in a transaction of its own. A history that someone has tampered with may leave no room for what comes
 * next: it waits, for all to see, and the other spaces go on.
 */
async function trySpace(client: pg.PoolClient, spaceId: string): Promise<number> {
  try {
    await client.query('BEGIN')
    const sealed = await sealSpace(client, spaceId)
    await client.query('COMMIT')
    return sealed
  } catch (error) {
    await client.query('ROLLBACK')
    logger().error({ err: error, spaceId }, 'A history could not be sealed')
    return 0
  }
}

async function sealEverySpace(client: pg.PoolClient): Promise<number> {
  const { rows } = await client.query<{ space_id: string }>(
    'SELECT space_id FROM audit_event WHERE seq IS NULL GROUP BY space_id LIMIT 1000',
  )
  let sealed = 0
  for (const { space_id } of rows) sealed += await trySpace(client, space_id)
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
