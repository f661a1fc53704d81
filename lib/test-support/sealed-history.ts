import type pg from 'pg'
import { afterAll } from 'vitest'
import { genesisOf, linkHash, macOf } from '@/lib/control/audit/event'
import { publishRoot } from '@/lib/control/audit/publishing'
import { contentOfRow, type EventRow, eventColumns, sealWaitingEvents } from '@/lib/control/audit/sealing'
import { signHead } from '@/lib/control/audit/signature'
import { type Rows, verifySpace } from '@/lib/control/audit/verification'
import { sealerPool } from '@/lib/platform/db/sealer'
import { readHome } from '@/lib/record/home/queries'
import type { Ask } from '@/lib/test-support/database'
import { eventsOf, type RawEvent } from '@/lib/test-support/history'
import { dataOf, makePerson, type TestPerson } from '@/lib/test-support/people'

/** Histories that have been sealed, and what the verifier's command says of them. */

let shared: pg.Pool | undefined

afterAll(async () => {
  await shared?.end()
})

export function withSealer<Data>(work: (pool: pg.Pool) => Promise<Data>): Promise<Data> {
  shared ??= sealerPool()
  return work(shared)
}

/** Until nothing waits that can be sealed. */
export async function sealAll(): Promise<void> {
  await withSealer(async pool => {
    while ((await sealWaitingEvents(pool)) > 0);
  })
}

export function publish(day: string): Promise<number | null> {
  return withSealer(pool => publishRoot(pool, day))
}

/** As `npm run verify` does: the verifier's own role, one snapshot. */
export async function verifyOutside(spaceId: string) {
  return withSealer(async pool => {
    const client = await pool.connect()
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
      const rows: Rows = async (sql, parameters) => (await client.query(sql, [...parameters])).rows
      const state = await verifySpace(rows, spaceId)
      await client.query('COMMIT')
      return state
    } finally {
      client.release()
    }
  })
}

export type SealedHistory = { readonly person: TestPerson; readonly events: readonly RawEvent[] }

/** How many events `sealedHistory` gives a person. */
export const eventCount = 6

export async function sealedHistory(owner: Ask): Promise<SealedHistory> {
  const person = await makePerson()
  // Known, opened, and these.
  for (let visits = 2; visits < eventCount; visits += 1) dataOf(await readHome(person.requester))
  await sealAll()
  const events = await eventsOf(owner, person.spaceId)
  return { person, events: events.toSorted((a, b) => Number(a.seq) - Number(b.seq)) }
}

/** What only someone with every key of the application could do: the whole history told otherwise, and well sealed. */
export async function rewriteAll(owner: Ask, spaceId: string, actorName: string): Promise<void> {
  const rows = await owner<EventRow>(
    `SELECT ${eventColumns} FROM audit_event WHERE space_id = $1 AND seq IS NOT NULL ORDER BY seq`,
    [spaceId],
  )
  let previous = genesisOf(spaceId)
  for (const [index, row] of rows.entries()) {
    const content = contentOfRow({ ...row, actor_name: actorName })
    const hash = linkHash(previous, BigInt(index + 1), content)
    await owner(
      `UPDATE audit_event SET actor_name = $3, mac = $4, prev_hash = $5, hash = $6 WHERE space_id = $1 AND id = $2`,
      [spaceId, row.id, actorName, macOf(content), previous, hash],
    )
    previous = hash
  }
  const { signature } = signHead(spaceId, { seq: BigInt(rows.length), hash: previous })
  await owner('UPDATE audit_head SET hash = $2, signature = $3 WHERE space_id = $1', [
    spaceId,
    previous,
    signature,
  ])
}
