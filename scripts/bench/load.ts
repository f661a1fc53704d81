import autocannon, { type LoadRequest } from 'autocannon'
import { processorTimes, sleep } from './machine.mjs'
import type { Server } from './servers'

/** What is asked of a server: one request per person, and what its answer must hold to be the right one. */
export type Target = {
  readonly key: string
  readonly label: string
  readonly server: Server
  readonly requests: readonly LoadRequest[]
  readonly holds: (body: string) => boolean
}

export type Sample = {
  readonly answers: number
  readonly throughput: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  /** Processor milliseconds for one answer: of the server, and of PostgreSQL; null where they cannot be read. */
  readonly serverMs: number | null
  readonly databaseMs: number | null
}

export type LoadSettings = {
  readonly connections: number
  readonly seconds: number
  /** PostgreSQL's main process, when it is on this machine. */
  readonly postgres: number | null
}

export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return (percentile(sorted, 0.5) + (sorted[Math.ceil(middle) - 1] ?? Number.NaN)) / 2
}

/** Asks once each of a few people's pages, and looks at what comes. @throws when it is not the page that was meant */
export async function checkTarget({ key, server, requests, holds }: Target): Promise<void> {
  for (const request of [requests[0], requests.at(-1)]) {
    if (!request) throw new Error(`${key}: nothing to ask`)
    const answer = await fetch(server.url + request.path, {
      redirect: 'manual',
      headers: request.headers ?? {},
    })
    const body = await answer.text()
    if (answer.status !== 200 || !holds(body))
      throw new Error(`${key} : ${request.path} répond ${answer.status}, ou autre chose que prévu`)
  }
}

/** Time spent between two readings; processes that began meanwhile count, those that ended are lost. */
function spent(before: Map<number, number> | null, after: Map<number, number> | null): number | null {
  if (!before || !after) return null
  return [...after].reduce((sum, [pid, time]) => sum + Math.max(0, time - (before.get(pid) ?? 0)), 0)
}

const readTimes = (pid: number | null) => (pid === null ? null : processorTimes(pid))

const drainAtMost = 15_000

/** Waits until a server has nothing left to do: answers that nobody waits for any more are still computed. */
async function drained({ program }: Server): Promise<void> {
  const limit = Date.now() + drainAtMost
  while (Date.now() < limit) {
    const before = readTimes(program.pid)
    await sleep(250)
    const worked = spent(before, readTimes(program.pid))
    if (worked === null || worked < 50) return
  }
}

/** Fewer answers than this for each connection say little. */
const answersEach = 3
const longestRound = 60

/** One round, made longer when the machine is too slow for it to say anything. @throws on any wrong answer */
export async function measure(target: Target, settings: LoadSettings): Promise<Sample> {
  for (let { seconds } = settings; ; seconds *= 3) {
    const sample = await measureOnce(target, { ...settings, seconds })
    if (sample.answers >= answersEach * settings.connections || seconds * 3 > longestRound) return sample
  }
}

async function measureOnce(target: Target, settings: LoadSettings): Promise<Sample> {
  const { connections, seconds, postgres } = settings
  const times: number[] = []
  let number = 0
  const running = autocannon({
    url: target.server.url,
    connections,
    duration: seconds,
    timeout: 20,
    // Each connection has people of its own, and starts where no other does.
    setupClient(client) {
      const own = target.requests.filter((_, i) => i % connections === number % connections)
      number += 1
      client.setRequests(own.length > 0 ? own : [...target.requests])
    },
  })
  running.on('response', (...[, , , milliseconds]) => times.push(milliseconds))
  const before = [readTimes(target.server.program.pid), readTimes(postgres)] as const
  const result = await running
  const after = [readTimes(target.server.program.pid), readTimes(postgres)] as const
  await drained(target.server)
  const wrong = result.errors + result.timeouts + result.non2xx
  if (wrong > 0)
    throw new Error(
      `${target.key} : ${result.non2xx} réponses autres que 2xx, ${result.errors} erreurs, ${result.timeouts} délais`,
    )
  times.sort((a, b) => a - b)
  const perAnswer = (total: number | null) => (total === null ? null : total / Math.max(1, result['2xx']))
  return {
    answers: result['2xx'],
    throughput: result['2xx'] / result.duration,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    serverMs: perAnswer(spent(before[0], after[0])),
    databaseMs: perAnswer(spent(before[1], after[1])),
  }
}

/** A few turns of all targets in the same order, so that what disturbs the machine disturbs all alike. */
export async function interleaved(
  targets: readonly Target[],
  settings: LoadSettings & { readonly rounds: number },
  afterEach: () => void,
): Promise<Map<string, Sample[]>> {
  const samples = new Map<string, Sample[]>(targets.map(({ key }) => [key, []]))
  for (const target of targets) await measure(target, { ...settings, seconds: Math.min(3, settings.seconds) })
  for (let round = 0; round < settings.rounds; round++) {
    for (const target of targets) {
      samples.get(target.key)?.push(await measure(target, settings))
      afterEach()
    }
  }
  return samples
}
