// Knows processes: is this one still the one we started, end it and wait. Node only: it runs before `npm install`.
import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export { sleep }

/** True when a process with this id exists, ours or another user's. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function isZombie(pid) {
  try {
    return statFields(pid)[0] === 'Z'
  } catch {
    return false
  }
}

/** Fields of /proc/<pid>/stat from the third on: the second, the name, may itself hold spaces and brackets. */
function statFields(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function ps(pid, column) {
  try {
    return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return ''
  }
}

/** When the process began: with its id, tells it from a later one that was given the same id. */
export function birthOf(pid) {
  try {
    return statFields(pid)[19] ?? ''
  } catch {
    return process.platform === 'linux' ? '' : ps(pid, 'lstart')
  }
}

export function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim()
  } catch {
    return process.platform === 'linux' ? '' : ps(pid, 'command')
  }
}

export function parentOf(pid) {
  try {
    return Number(statFields(pid)[1])
  } catch {
    return Number(ps(pid, 'ppid')) || 0
  }
}

/** The `npm` that launched us, directly or through a shell, if any. */
export function findLauncher() {
  let pid = process.ppid
  for (let level = 0; level < 3 && pid > 1; level++) {
    if (/\bnpm\b/.test(commandOf(pid))) return identityOf(pid)
    pid = parentOf(pid)
  }
  return undefined
}

/**
 * Acts when the npm that launched us is gone, or the shell between us, which passes no signal on: whoever stops
 * `npm start` means to stop us. Without npm, a shell may well leave us running on purpose.
 */
export function whenAbandoned(act) {
  const launcher = findLauncher()
  const parent = process.ppid
  if (!launcher) return
  const timer = setInterval(() => {
    if (process.ppid === parent && isSameProcess(launcher)) return
    clearInterval(timer)
    act()
  }, 250)
  timer.unref()
}

/** What is written down to find a process again. */
export function identityOf(pid) {
  return { pid, birth: birthOf(pid) }
}

export function isSameProcess({ pid, birth }) {
  return Number.isInteger(pid) && pid > 1 && isAlive(pid) && birthOf(pid) === birth
}

function signal(pid, name, wholeGroup) {
  try {
    process.kill(wholeGroup ? -pid : pid, name)
  } catch {
    // Already gone.
  }
}

export async function waitForEnd(pid, milliseconds) {
  const limit = Date.now() + milliseconds
  while (isAlive(pid)) {
    if (Date.now() > limit) return false
    await sleep(30)
  }
  return true
}

/**
 * Asks a process to end, waits, then ends it (and, for a process started as the head of a group, its group).
 * @returns whether it ended by itself
 */
export async function endProcess(pid, { ask = 'SIGTERM', patience = 8_000, group = false } = {}) {
  signal(pid, ask, false)
  const graceful = await waitForEnd(pid, patience)
  if (!graceful) signal(pid, 'SIGKILL', false)
  if (group) signal(pid, 'SIGKILL', true)
  await waitForEnd(pid, 5_000)
  return graceful
}

const WITH_PARENT = path.join(import.meta.dirname, 'with-parent.mjs')

/** Arguments and environment of a Node process that ends when we do, however we end. */
export function boundToUs(args, env) {
  return { args: ['--import', WITH_PARENT, ...args], env: { ...env, STARTED_BY: String(process.pid) } }
}

/**
 * Runs a command to its end.
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, show?: boolean, keep?: boolean }} [options] `show`: print as it
 *   comes; `input`: how the command sees its standard input
 * @returns {Promise<{ code: number, output: string }>} its exit code and all that it printed
 */
export function run(command, args, { env = process.env, cwd, show = false, input = 'ignore' } = {}) {
  return new Promise(resolve => {
    const child = spawn(command, args, { env, cwd, stdio: [input, 'pipe', 'pipe'] })
    const parts = []
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', part => {
        parts.push(part)
        if (show) process.stdout.write(part)
      })
    }
    child.stdin?.on('error', () => undefined)
    child.on('error', error => resolve({ code: 127, output: error.message }))
    child.on('close', (code, killedBy) =>
      resolve({ code: code ?? (killedBy ? 143 : 1), output: Buffer.concat(parts).toString('utf8') }),
    )
  })
}

/** Runs a Node program to its end, or to ours. */
export function runNode(args, options = {}) {
  const bound = boundToUs(args, options.env ?? process.env)
  return run(process.execPath, bound.args, { ...options, env: bound.env, input: 'pipe' })
}
