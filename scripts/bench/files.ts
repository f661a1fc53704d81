import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { median } from './load'
import { processorTimes } from './machine.mjs'
import type { Served } from './pages'

/** Files that a person adds, then takes back, as large as they may be. */

const megabyte = 1024 * 1024
const fileMegabytes = 24
const times = 5

export type FileMeasure = {
  /** Megabytes a second, for one person alone. */
  readonly rate: number
  /** Processor milliseconds of the web process for a megabyte; null where it cannot be read. */
  readonly processorMs: number | null
  /** Megabytes that the web process held more than before, at most; null where it cannot be read. */
  readonly memory: number | null
}

export type FileMeasures = {
  readonly megabytes: number
  readonly upload: FileMeasure
  readonly download: FileMeasure
}

/** A picture whose bytes nobody compresses, of a size of its own, so that none is a duplicate: PNG, one chunk of noise. */
function notes(): Buffer {
  const line = `${randomBytes(48).toString('base64')}\n`
  const lines = Array.from({ length: 1024 }, () => randomBytes(48).toString('base64').slice(0, 63)).join('\n')
  return Buffer.from(
    (line + lines).repeat(Math.ceil((fileMegabytes * megabyte) / (lines.length + line.length))),
  ).subarray(0, fileMegabytes * megabyte)
}

/** What a process holds, in megabytes; null where /proc is not there. */
function held(pid: number | undefined): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? null : Number(kilobytes) / 1024
  } catch {
    return null
  }
}

const spentBy = (pid: number | undefined) =>
  pid === undefined
    ? null
    : [...(processorTimes(pid)?.values() ?? [])].reduce((sum, one) => sum + one, 0) || null

/** Does `once` several times, and looks at the process meanwhile. */
async function watch(pid: number | undefined, once: () => Promise<void>): Promise<FileMeasure> {
  // Once for nothing: what it loads for the first time is not the price of a file.
  await once()
  const rates: number[] = []
  const costs: number[] = []
  const grown: number[] = []
  for (let turn = 0; turn < times; turn++) {
    const [before, heldBefore] = [spentBy(pid), held(pid)]
    let most = heldBefore ?? 0
    const looking = setInterval(() => {
      most = Math.max(most, held(pid) ?? 0)
    }, 10)
    const since = performance.now()
    await once().finally(() => clearInterval(looking))
    rates.push(fileMegabytes / ((performance.now() - since) / 1000))
    const after = spentBy(pid)
    if (before !== null && after !== null) costs.push((after - before) / fileMegabytes)
    if (heldBefore !== null) grown.push(most - heldBefore)
  }
  return {
    rate: median(rates),
    processorMs: costs.length > 0 ? median(costs) : null,
    memory: grown.length > 0 ? median(grown) : null,
  }
}

/** Adds a file as the page's form does. @returns its document's id @throws on any other answer */
export async function addFile(
  { web, cookies }: Served,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Promise<string> {
  const body = new FormData()
  body.set('fichier', new Blob([new Uint8Array(bytes)]), name)
  const answer = await fetch(`${web.url}/api/documents`, {
    method: 'POST',
    headers: { cookie: cookies[0] ?? '', origin: web.url, accept: 'application/json' },
    body,
  })
  const said = await answer.text()
  const id = /"id":"([0-9a-f-]{36})"/u.exec(said)?.[1]
  if (!answer.ok || !id) throw new Error(`Ajout de ${name} : ${answer.status} ${said.slice(0, 200)}`)
  return id
}

/** One person adds files of this size one after the other, then downloads the last. @throws on any other answer */
export async function measureFiles(served: Served): Promise<FileMeasures> {
  const { web, cookies } = served
  const cookie = cookies[0] ?? ''
  let last = ''
  const upload = await watch(web.program.pid, async () => {
    last = await addFile(served, { name: 'notes.txt', bytes: notes() })
  })
  const download = await watch(web.program.pid, async () => {
    const answer = await fetch(`${web.url}/api/read/documents/${last}/original`, { headers: { cookie } })
    let size = 0
    for await (const piece of answer.body ?? []) size += piece.length
    if (!answer.ok || size !== fileMegabytes * megabyte)
      throw new Error(`Téléchargement : ${answer.status}, ${size} octets`)
  })
  return { megabytes: fileMegabytes, upload, download }
}
