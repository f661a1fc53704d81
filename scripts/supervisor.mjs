// The processes of one run of the application: started together, ended together, written down so that the next
// run can find what a `kill -9` left behind.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import readline from 'node:readline'
import { ROOT } from './environment.mjs'
import { boundToUs, endProcess, findLauncher, identityOf, isSameProcess } from './processes.mjs'
import { makeDataFolder, writePrivate } from './secrets.mjs'

const PATIENCE = 10_000

function runFile(folder) {
  return path.join(folder, 'run.json')
}

export function readRun(folder) {
  if (!existsSync(runFile(folder))) return undefined
  try {
    return JSON.parse(readFileSync(runFile(folder), 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * Ends what an earlier run of this data folder left: processes without their parent, or a whole run whose `npm`
 * was killed. @returns {Promise<{ running?: object, ended: string[] }>} `running`: a run in good order
 */
export async function clearEarlierRun(folder) {
  const earlier = readRun(folder)
  if (!earlier) return { ended: [] }
  const ended = []
  if (isSameProcess(earlier.start)) {
    const orphan = earlier.launcher && !isSameProcess(earlier.launcher)
    if (!orphan) return { running: earlier, ended }
    ended.push(`npm start (${earlier.start.pid})`)
    await endProcess(earlier.start.pid, { patience: 2 * PATIENCE })
  }
  for (const child of earlier.children) {
    if (!isSameProcess(child)) continue
    ended.push(`${child.name} (${child.pid})`)
    await endProcess(child.pid, { patience: 3_000, group: true })
  }
  rmSync(runFile(folder), { force: true })
  return { ended }
}

/** Each line that a process prints, after its name. */
function relay(stream, label) {
  const lines = readline.createInterface({ input: stream })
  lines.on('line', line => process.stdout.write(`${label} ${line}\n`))
}

export class Supervisor {
  #folder
  #onEnd
  #children = []
  #record

  /** @param {(name: string, code: number | string) => void} onEnd called when a process ends by itself */
  constructor(folder, onEnd) {
    this.#folder = folder
    this.#onEnd = onEnd
    this.#record = { start: identityOf(process.pid), launcher: findLauncher(), children: [] }
    makeDataFolder(folder)
    this.#write()
  }

  #write() {
    writePrivate(runFile(this.#folder), JSON.stringify(this.#record))
  }

  /** Starts a Node program in a group of its own, so that Ctrl-C leaves the order of the ending to us. */
  start(name, args, env) {
    const bound = boundToUs(args, env)
    const process_ = spawn(process.execPath, bound.args, {
      cwd: ROOT,
      env: bound.env,
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const entry = { name, process: process_, ended: false }
    this.#children.push(entry)
    process_.stdin.on('error', () => undefined)
    const label = `[${name}]`.padEnd(16)
    relay(process_.stdout, label)
    relay(process_.stderr, label)
    const onEnd = code => {
      if (entry.ended) return
      entry.ended = true
      this.#onEnd(name, code)
    }
    process_.on('error', error => onEnd(error.message))
    process_.on('exit', (code, killedBy) => onEnd(killedBy ?? code ?? 0))
    this.#record.children.push({ name, ...identityOf(process_.pid) })
    this.#write()
  }

  async #end({ name, process: child, ended }) {
    if (!child.pid) return
    const graceful = ended || (await endProcess(child.pid, { patience: PATIENCE }))
    // What it may have left in its group, even if it ended by itself.
    await endProcess(child.pid, { patience: 0, group: true })
    if (!graceful) console.log(`  ${name} ne s’arrêtait pas : tué`)
  }

  /** Ends everything we started. */
  async stop() {
    await Promise.all(this.#children.map(child => this.#end(child)))
    rmSync(runFile(this.#folder), { force: true })
  }
}
