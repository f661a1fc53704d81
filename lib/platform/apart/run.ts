import { Worker } from 'node:worker_threads'
import { fail, ok, type Result } from '@/lib/platform/result'

/**
 * What others wrote may keep a reader busy for ever, or fill the memory: it is read in a thread that can be ended. One
 * thread for each module, kept for the next file, one file at a time.
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

const entry = new URL('./entry.mjs', import.meta.url)
const threads = new Map<string, Worker>()
const turns = new Map<string, Promise<unknown>>()

function threadFor({ module, memoryMb }: Bounds): Worker {
  const known = threads.get(module.href)
  if (known) return known
  const thread = new Worker(entry, {
    workerData: module.href,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    // Settings hold the keys: a reader of files needs none.
    env: {},
    stdout: true,
    stderr: true,
  })
  const forget = () => {
    if (threads.get(module.href) === thread) threads.delete(module.href)
  }
  thread.on('error', forget)
  thread.on('exit', forget)
  // Waiting for work is no reason to stay.
  thread.unref()
  threads.set(module.href, thread)
  return thread
}

async function answerOf(bounds: Bounds, input: unknown): Promise<Result<unknown, ApartCode>> {
  const thread = threadFor(bounds)
  const answered = await new Promise<Result<unknown, ApartCode>>(resolve => {
    const timer = setTimeout(() => resolve(fail('too_long')), bounds.timeoutMs)
    const end = (result: Result<unknown, ApartCode>) => {
      clearTimeout(timer)
      thread.off('message', answer).off('error', lost).off('exit', lost)
      resolve(result)
    }
    const answer = (said: Answer) => end(said.ok ? ok(said.output) : fail('failed'))
    const lost = () => end(fail('failed'))
    thread.once('message', answer).once('error', lost).once('exit', lost)
    thread.postMessage({ name: bounds.name, input })
  })
  if (!answered.ok && answered.error.code === 'too_long') {
    threads.delete(bounds.module.href)
    await thread.terminate()
  }
  return answered
}

/** Runs `name(input)` of a module, for so long at most and in so much memory. What it gives is still to be checked. */
export async function runApart(bounds: Bounds, input: unknown): Promise<Result<unknown, ApartCode>> {
  const key = bounds.module.href
  const turn = (turns.get(key) ?? Promise.resolve()).then(() => answerOf(bounds, input))
  turns.set(
    key,
    turn.catch(() => undefined),
  )
  return turn
}
