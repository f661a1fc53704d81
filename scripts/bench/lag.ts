import pg from 'pg'
import { percentile } from './load'
import { sleep } from './machine.mjs'

export type Lag = {
  /** Seconds that the oldest waiting event had waited, at each look. */
  readonly p50: number
  readonly p95: number
  readonly worst: number
  readonly looks: number
}

/** Looks twice a second at how long the oldest unsealed event has waited, until stopped. */
export function watchLag(ownerUrl: string): { stop(): Promise<Lag> } {
  const client = new pg.Client({ connectionString: ownerUrl })
  // When the run fails, its database goes while we still look at it.
  client.on('error', () => undefined)
  const looks: number[] = []
  let running = true
  const watch = async () => {
    await client.connect()
    // It must not count as a query without an index, whatever the planner thinks of the table.
    await client.query('SET enable_seqscan = off')
    while (running) {
      const { rows } = await client.query<{ lag: string | null }>(
        'SELECT extract(epoch FROM clock_timestamp() - min(at)) AS lag FROM audit_event WHERE seq IS NULL',
      )
      looks.push(Math.max(0, Number(rows[0]?.lag ?? 0)))
      await sleep(500)
    }
    await client.end()
  }
  const done = watch()
  done.catch(() => undefined)
  return {
    async stop() {
      running = false
      await done
      const sorted = looks.sort((a, b) => a - b)
      return {
        p50: percentile(sorted, 0.5),
        p95: percentile(sorted, 0.95),
        worst: sorted.at(-1) ?? 0,
        looks: looks.length,
      }
    },
  }
}
