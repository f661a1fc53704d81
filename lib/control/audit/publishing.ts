import 'server-only'
import type pg from 'pg'
import { leafHash, merkleTree } from '@/lib/control/audit/merkle'
import { signRoot } from '@/lib/control/audit/signature'

type HeadRow = { space_id: string; seq: bigint; hash: Buffer }

/**
 * Publishes the root of a day: commits to the head of every history as it is now. Once a day, never rewritten
 * (the role may insert, not update).
 * @param day YYYY-MM-DD
 * @returns the number of histories, or null when that day is published already.
 */
export async function publishRoot(pool: pg.Pool, day: string): Promise<number | null> {
  const client = await pool.connect()
  try {
    // One snapshot: the leaves and the root speak of the same instant.
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ')
    const published = await client.query('SELECT 1 FROM audit_root WHERE day = $1', [day])
    if (published.rowCount) {
      await client.query('ROLLBACK')
      client.release()
      return null
    }
    const heads = await client.query<HeadRow>('SELECT space_id, seq, hash FROM audit_head ORDER BY space_id')
    const tree = merkleTree(heads.rows.map(head => leafHash(head.space_id, head.seq, head.hash)))
    const { keyId, signature } = signRoot(day, heads.rows.length, tree.root)
    await client.query(
      `INSERT INTO audit_root (day, size, root, published_at, key_id, signature) VALUES ($1, $2, $3, now(), $4, $5)`,
      [day, heads.rows.length, tree.root, keyId, signature],
    )
    for (const [index, head] of heads.rows.entries())
      await client.query(
        `INSERT INTO audit_root_leaf (space_id, day, seq, hash, index, proof) VALUES ($1, $2, $3, $4, $5, $6)`,
        [head.space_id, day, String(head.seq), head.hash, index, tree.proof(index)],
      )
    await client.query('COMMIT')
    client.release()
    return heads.rows.length
  } catch (error) {
    client.release(true)
    throw error
  }
}
