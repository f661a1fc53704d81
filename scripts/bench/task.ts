// What the benchmark does through the application's own functions, in a process of its own whose environment names
// one database: node … scripts/bench/task.ts <name> <input.json> <output.json>
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { encode } from 'next-auth/jwt'
import { sealWaitingEvents } from '@/lib/control/audit/sealing'
import { type Rows, spacesWithHistory, verifySpace } from '@/lib/control/audit/verification'
import { sessionCookie } from '@/lib/people/identity/cookie'
import { insertSession } from '@/lib/people/identity/session-store'
import { disconnect } from '@/lib/platform/db/client'
import { sealerPool } from '@/lib/platform/db/sealer'
import { env } from '@/lib/platform/env'
import { receiveFile } from '@/lib/record/documents/receiving/commands'
import { importFiles } from '@/lib/record/documents/receiving/importing'
import { biologyReport, forPerson } from './packages'
import type { BenchPerson } from './people'
import { readAllInside } from './readings'
import type { ImportInput, SealOutput, SessionsInput, Spent, VerifyOutput } from './tasks'

/** What `run` took: on the clock, and of this process's own processor time. */
async function spending<T>(run: () => Promise<T>): Promise<{ result: T } & Spent> {
  const since = performance.now()
  const before = process.cpuUsage()
  const result = await run()
  const { user, system } = process.cpuUsage(before)
  return { result, seconds: (performance.now() - since) / 1000, processor: (user + system) / 1e6 }
}

/** Signs people in as the identity provider's answer does, and gives the cookie their browser would hold. */
async function sessions({ people }: SessionsInput): Promise<string[]> {
  const cookies: string[] = []
  for (const { spaceId, name } of people) {
    const sid = await insertSession({
      personId: spaceId,
      at: new Date(),
      acr: 'eidas2',
      idToken: 'bench'.repeat(200),
    })
    const token = await encode({ token: { sid, name, personId: spaceId }, secret: env().NEXTAUTH_SECRET })
    cookies.push(`${sessionCookie().name}=${token}`)
  }
  return cookies
}

/** A real biology report, parsed, encrypted and stored, for each of these people. */
async function receive({ people }: { readonly people: readonly BenchPerson[] }): Promise<number> {
  const report = await biologyReport()
  for (const person of people) {
    const received = await receiveFile(
      { bytes: forPerson(report, person), name: 'biologie.xml' },
      {
        actor: { kind: 'system', id: 'demonstration', name: 'Un logiciel de soin' },
        channel: 'command-line',
      },
    )
    const failed = received.ok ? received.data.find(one => !one.ok) : received
    if (failed && !failed.ok) throw new Error(`biology report: ${failed.error.code}`)
  }
  return people.length
}

async function importPackages({ folder, count, warmUp }: ImportInput) {
  const files = Array.from({ length: count }, (_, i) => `${String(i).padStart(6, '0')}.zip`).map(name => ({
    name,
    read: () => readFile(path.join(folder, name)),
  }))
  await importFiles(files.slice(0, warmUp), {})
  const { result, ...spent } = await spending(() => importFiles(files.slice(warmUp), {}))
  const [refused] = result.refusals
  if (refused) throw new Error(`${result.refusals.length} refused: ${refused.file} ${refused.reason}`)
  const [failed] = result.failures
  if (failed) throw new Error(`${result.failures.length} failed: ${failed.file} ${failed.message}`)
  const documents = result.counts.imported + result.counts.replaced
  return { ...spent, packages: count - warmUp, documents, unchanged: result.counts.unchanged }
}

async function seal(): Promise<SealOutput> {
  const pool = sealerPool()
  try {
    const { result, ...spent } = await spending(async () => {
      let total = 0
      for (let sealed = -1; sealed !== 0; total += sealed) sealed = await sealWaitingEvents(pool)
      return total
    })
    return { events: result, ...spent }
  } finally {
    await pool.end()
  }
}

async function verify(): Promise<VerifyOutput> {
  const pool = sealerPool()
  const client = await pool.connect()
  const rows: Rows = async (sql, parameters) => (await client.query(sql, [...parameters])).rows
  try {
    const { result, ...spent } = await spending(async () => {
      let events = 0
      let spaces = 0
      for await (const spaceId of spacesWithHistory(rows)) {
        await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
        const { checked, waiting, fault } = await verifySpace(rows, spaceId)
        await client.query('COMMIT')
        if (fault) throw new Error(`space ${spaceId}: ${fault.kind}`)
        events += checked + waiting
        spaces += 1
      }
      return { events, spaces }
    })
    return { ...result, ...spent }
  } finally {
    client.release()
    await pool.end()
  }
}

async function main([name, input = '', output = '']: string[]): Promise<void> {
  const given = JSON.parse(await readFile(input, 'utf8'))
  const tasks: Record<string, () => Promise<unknown>> = {
    sessions: () => sessions(given),
    receive: () => receive(given),
    readInside: () => readAllInside(given),
    import: () => importPackages(given),
    seal,
    verify,
  }
  const task = tasks[name ?? '']
  if (!task) throw new Error(`unknown task: ${name}`)
  await writeFile(output, JSON.stringify(await task()))
}

await main(process.argv.slice(2)).finally(disconnect)
