/**
 * npm run verify -- [--space ID]
 *
 * Recomputes the history of every space, or of one, from what lies in the database, outside of the application.
 * Exit 0 when all are intact; 1, and the first wrong event of each, when not. Without --space, also that no history
 * that a daily root committed to has vanished.
 */
import { parseArgs } from 'node:util'
import { type Rows, spacesWithHistory, verifyRoots, verifySpace } from '@/lib/control/audit/verification'
import { sealerPool } from '@/lib/platform/db/sealer'

const words = {
  altered: 'altered: its content was changed after it was written',
  removed: 'removed: there is a hole in the chain',
  moved: 'moved: it is not at the place it was given',
  added: 'added: the application did not write it, or it has no place in the chain',
  head_forged: 'forged head: the signature of the last event is not ours',
  root_mismatch: 'contradicts the daily root that was published',
} as const

const rootWords = {
  forged: 'its signature is not ours',
  incomplete: 'a history that it committed to has been erased, or put in twice',
} as const

/** @returns how many daily roots are wrong. */
async function reportRoots(rows: Rows): Promise<number> {
  const faults = await verifyRoots(rows)
  for (const { day, kind } of faults) console.log(`daily root of ${day}: ${rootWords[kind]}`)
  return faults.length
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { space: { type: 'string' } } })
  const pool = sealerPool()
  const client = await pool.connect()
  const rows: Rows = async (sql, parameters) => (await client.query(sql, [...parameters])).rows
  let events = 0
  let spaces = 0
  let broken = 0
  let brokenRoots = 0
  try {
    if (!values.space) brokenRoots = await reportRoots(rows)
    for await (const spaceId of values.space ? [values.space] : spacesWithHistory(rows)) {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
      const { checked, waiting, fault } = await verifySpace(rows, spaceId)
      await client.query('COMMIT')
      spaces += 1
      events += checked + waiting
      if (!fault) continue
      broken += 1
      const place = fault.seq === null ? 'not yet sealed' : `number ${fault.seq}`
      console.log(
        `space ${spaceId}: event ${place}${fault.eventId ? ` (${fault.eventId})` : ''} ${words[fault.kind]}`,
      )
    }
  } finally {
    client.release()
    await pool.end()
  }
  console.log(`verified ${events} events of ${spaces} spaces, ${broken} broken`)
  return broken + brokenRoots > 0 ? 1 : 0
}

process.exitCode = await main()
