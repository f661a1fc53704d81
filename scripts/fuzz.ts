/**
 * npm run fuzz -- [--seconds 60] [--seed N]
 *
 * Alters sound files of every kind and has them read by a process of its own. A crash, an unexpected exception, more
 * than 2 s or more than 300 MB is a fault: it is printed with what makes it again. Exit 0 when there is none.
 */
import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { faultOf, limits } from './fuzz/faults'
import { models } from './fuzz/models'
import type { Answer, Ask } from './fuzz/reader'

type Ready = { readonly ready: number; readonly peakMb: number }

function nextMessage<Message>(child: ChildProcess, withinMs: number): Promise<Message | 'hang' | 'crash'> {
  return new Promise(resolve => {
    const timer = setTimeout(() => settle('hang'), withinMs)
    const settle = (message: Message | 'hang' | 'crash') => {
      clearTimeout(timer)
      child.removeAllListeners('message')
      child.removeAllListeners('exit')
      resolve(message)
    }
    child.once('message', message => settle(message as Message))
    child.once('exit', () => settle('crash'))
  })
}

/** A reader that is started again when it was lost, or has grown old. */
class Reader {
  #child: ChildProcess | null = null
  #baseMb = 0
  #asked = 0

  async ask(ask: Ask): Promise<Answer | 'hang' | 'crash'> {
    if (this.#asked >= 2000) this.stop()
    this.#child ??= await this.#start()
    this.#asked += 1
    this.#child.send(ask)
    // A little more than the limit: a slow answer says how slow, silence does not.
    const said = await nextMessage<Answer>(this.#child, limits.ms * 5)
    if (said === 'hang' || said === 'crash') this.stop()
    return said
  }

  /** What the reader needed beyond its own code, so far. */
  grownBy(answer: Answer): number {
    return answer.peakMb - this.#baseMb
  }

  stop(): void {
    this.#child?.kill('SIGKILL')
    this.#child = null
  }

  async #start(): Promise<ChildProcess> {
    const child = fork(path.join(import.meta.dirname, 'fuzz/reader.ts'), { execArgv: process.execArgv })
    const said = await nextMessage<Ready>(child, 60_000)
    if (said === 'hang' || said === 'crash') throw new Error('The reader does not start')
    this.#baseMb = said.peakMb
    this.#asked = 0
    return child
  }
}

/** What was seen so far. */
class Tally {
  #read = 0
  #refused = 0
  faults = 0
  #slowest = 0
  #largest = 0

  count(said: Answer, grownMb: number): void {
    if (said.refused) this.#refused += 1
    else this.#read += 1
    this.#slowest = Math.max(this.#slowest, said.ms)
    this.#largest = Math.max(this.#largest, grownMb)
  }

  inWords(): string {
    const slow = `slowest ${Math.round(this.#slowest)} ms, most memory ${Math.round(this.#largest)} MB`
    return `read ${this.#read}, refused ${this.#refused}, faults ${this.faults}; ${slow}`
  }
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { seconds: { type: 'string' }, seed: { type: 'string' } } })
  const until = performance.now() + Number(values.seconds ?? 60) * 1000
  const first = Number(values.seed ?? Date.now() % 1_000_000_000)
  const all = models()
  const reader = new Reader()
  const tally = new Tally()
  for (let n = 0; performance.now() < until; n += 1) {
    const ask = { model: n % all.length, seed: first + n }
    const said = await reader.ask(ask)
    const grownMb = typeof said === 'string' ? 0 : reader.grownBy(said)
    if (typeof said !== 'string') tally.count(said, grownMb)
    const fault = faultOf(said, grownMb)
    if (!fault) continue
    tally.faults += 1
    console.log(`model ${all[ask.model]?.name} (${ask.model}), seed ${ask.seed}: ${fault}`)
    if (fault.startsWith('memory')) reader.stop()
  }
  reader.stop()
  console.log(`${tally.inWords()}; first seed ${first}`)
  return tally.faults === 0 ? 0 : 1
}

process.exitCode = await main()
