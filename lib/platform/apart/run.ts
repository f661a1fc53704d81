import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { env } from '@/lib/platform/env'
import { fail, ok, type Result } from '@/lib/platform/result'

/**
 * What others wrote may keep a reader busy for ever, fill the memory, or bring down the native code that draws it: it is
 * read in a process that may end. One for each module, one file at a time; kept for the next file, and ended, with its
 * memory, when none comes.
 */
export type Bounds = {
  /** The module's file, and the function of it to call; both ways, only what can be copied. */
  readonly module: URL
  readonly name: string
  readonly timeoutMs: number
  readonly memoryMb: number
}

export type ApartCode = 'too_long' | 'failed'

type Answer = { readonly ok: true; readonly output: unknown } | { readonly ok: false }

const idleMs = 60_000

const entry = new URL('./entry.mjs', import.meta.url)
const processes = new Map<string, ChildProcess>()
const idle = new Map<string, NodeJS.Timeout>()
const turns = new Map<string, Promise<unknown>>()

function processFor({ module, memoryMb }: Bounds): ChildProcess {
  const known = processes.get(module.href)
  if (known) return known
  const child = fork(fileURLToPath(entry), [module.href], {
    execArgv: ['--import', 'tsx', `--max-old-space-size=${memoryMb}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // Settings hold the keys: a reader of files needs none.
    env: { NODE_ENV: env().NODE_ENV },
  })
  const forget = () => {
    if (processes.get(module.href) === child) processes.delete(module.href)
  }
  child.on('error', forget)
  child.on('exit', forget)
  // Waiting for work is no reason to stay.
  child.unref()
  child.channel?.unref()
  processes.set(module.href, child)
  return child
}

function end(key: string): void {
  processes.get(key)?.kill('SIGKILL')
  processes.delete(key)
}

async function answerOf(bounds: Bounds, input: unknown): Promise<Result<unknown, ApartCode>> {
  const child = processFor(bounds)
  const answered = await new Promise<Result<unknown, ApartCode>>(resolve => {
    const timer = setTimeout(() => resolve(fail('too_long')), bounds.timeoutMs)
    const settle = (result: Result<unknown, ApartCode>) => {
      clearTimeout(timer)
      child.off('message', answer).off('error', lost).off('exit', lost)
      resolve(result)
    }
    const answer = (said: Answer) => settle(said.ok ? ok(said.output) : fail('failed'))
    const lost = () => settle(fail('failed'))
    child.once('message', answer).once('error', lost).once('exit', lost)
    child.send({ name: bounds.name, input })
  })
  if (!answered.ok && answered.error.code === 'too_long') {
    end(bounds.module.href)
  }
  return answered
}

/** Runs `name(input)` of a module, for so long at most and in so much memory. What it gives is still to be checked. */
export async function runApart(bounds: Bounds, input: unknown): Promise<Result<unknown, ApartCode>> {
  const key = bounds.module.href
  clearTimeout(idle.get(key))
  const turn = (turns.get(key) ?? Promise.resolve()).then(() => answerOf(bounds, input))
  const settled = turn.catch(() => undefined)
  turns.set(key, settled)
  await settled
  if (turns.get(key) === settled) idle.set(key, setTimeout(() => end(key), idleMs).unref())
  return turn
}
