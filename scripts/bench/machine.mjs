// What the benchmark asks of the machine: programs run and ended, processor time counted. Thin over the scripts that
// `npm start` and `npm test` use, so that what is measured is what runs.
import { execFileSync, spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ensureChromium } from '../chromium.mjs'
import { ROOT } from '../environment.mjs'
import { boundToUs, endProcess, isAlive, parentOf, runNode, sleep } from '../processes.mjs'
import { build, IMPORTING, TYPESCRIPT } from '../setup.mjs'

export { build, ensureChromium, parentOf, sleep }

/** The arguments of Node for a TypeScript program of the project. */
export const typescript = (file, options = TYPESCRIPT) => [...options, path.join(ROOT, file)]
export { IMPORTING, TYPESCRIPT }
export const next = path.join(ROOT, 'node_modules/next/dist/bin/next')

/** Runs a Node program to its end. @throws with what it printed when it fails */
export async function runToEnd(args, { env, cwd = ROOT }) {
  const { code, output } = await runNode(args, { env, cwd })
  if (code !== 0) throw new Error(`node ${args.at(-1)} : code ${code}\n${output.slice(-4_000)}`)
}

/** Starts a Node program that ends with us; what it prints goes to a file. */
export function startProgram(args, { env, log, cwd = ROOT }) {
  mkdirSync(path.dirname(log), { recursive: true })
  const bound = boundToUs(args, env)
  const descriptor = openSync(log, 'w')
  const child = spawn(process.execPath, bound.args, {
    cwd,
    env: bound.env,
    stdio: ['pipe', descriptor, descriptor],
  })
  closeSync(descriptor)
  child.stdin.on('error', () => undefined)
  return {
    pid: child.pid,
    isAlive: () => child.exitCode === null && isAlive(child.pid),
    lastWords: () => readFileSync(log, 'utf8').slice(-3_000),
    stop: () => endProcess(child.pid),
  }
}

function statOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

let tick

function millisecondsPerTick() {
  tick ??= 1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))
  return tick
}

/** Processor milliseconds spent so far by a process and its children, each by its id; null where /proc is not there. */
export function processorTimes(root) {
  if (process.platform !== 'linux') return null
  const all = new Map()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const fields = statOf(name)
      all.set(Number(name), { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) })
    } catch {
      // Ended meanwhile.
    }
  }
  const belongs = pid => {
    for (let at = pid, depth = 0; depth < 8; depth++) {
      if (at === root) return true
      const found = all.get(at)
      if (!found) return false
      at = found.parent
    }
    return false
  }
  const times = new Map()
  for (const [pid, { ticks }] of all) if (belongs(pid)) times.set(pid, ticks * millisecondsPerTick())
  return times
}
