import 'server-only'
import { buffer } from 'node:stream/consumers'
import type { SystemActor } from '@/lib/control/access/actor'
import { withSpace } from '@/lib/control/access/gate'
import { parseCda } from '@/lib/interop/cda/parse'
import { ok } from '@/lib/platform/result'
import { readSealed } from '@/lib/platform/storage/sealed'
import { keepResults, type UnreadReport, unreadReports } from '@/lib/record/documents/reports/within'
import { findWaiting, settle } from '@/lib/record/results/backlog-store'
import { keptResults } from '@/lib/record/results/kept-rules'
import type { KeptResult } from '@/lib/record/results/schema'

const worker: SystemActor = { kind: 'system', id: 'worker', name: 'Le service' }

const spacesAtOnce = 50

/**
 * Keeps the results of the reports of one space that have none kept. Bytes are read outside of any transaction; done
 * again, it changes nothing.
 * @returns how many reports were read.
 */
export async function indexResults(spaceId: string): Promise<number> {
  const access = { actor: worker, spaceId, channel: 'background', action: 'results.index' } as const
  const found = await withSpace(access, async space => ok(await unreadReports(space)))
  if (!found.ok) return 0
  const read: Array<{ readonly report: UnreadReport; readonly results: readonly KeptResult[] }> = []
  for (const report of found.data) {
    const parsed = parseCda(await buffer(await readSealed(report, spaceId)))
    const results = parsed.ok ? keptResults(parsed.data) : []
    if (results.length > 0) read.push({ report, results })
  }
  if (read.length === 0) return 0
  await withSpace(access, async space => {
    for (const { report, results } of read) await keepResults(space, report, results)
    return ok(null)
  })
  return read.length
}

/** Some of the spaces that wait, each forgotten once done: interrupted, it goes on the next time. */
export async function indexWaiting(): Promise<{ spaces: number; reports: number }> {
  const waiting = await findWaiting(spacesAtOnce)
  let reports = 0
  for (const spaceId of waiting) {
    reports += await indexResults(spaceId)
    await settle(spaceId)
  }
  return { spaces: waiting.length, reports }
}
