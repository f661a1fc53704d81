import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import type { Answer, AskName, Asks } from './backstage-protocol'

type Pending = { resolve(data: unknown): void; reject(error: Error): void }

/** The project's own commands, in a process of their own: server code cannot be loaded where the tests run. */
export class Backstage {
  readonly #child: ChildProcess
  readonly #pending = new Map<number, Pending>()
  #next = 0

  private constructor(child: ChildProcess) {
    this.#child = child
    child.on('message', (answer: Answer) => this.#receive(answer))
    child.on('exit', code => {
      for (const { reject } of this.#pending.values()) reject(new Error(`backstage ended (${code})`))
    })
  }

  static async start(): Promise<Backstage> {
    const child = fork(path.resolve('e2e/support/backstage-process.ts'), {
      execArgv: ['--import', 'tsx', '--conditions=react-server'],
      serialization: 'advanced',
      env: { ...process.env, NODE_OPTIONS: '', LOG_LEVEL: 'silent' },
    })
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve())
      child.once('exit', code => reject(new Error(`backstage did not start (${code})`)))
    })
    return new Backstage(child)
  }

  ask<Name extends AskName>(name: Name, ask: Asks[Name]['ask']): Promise<Asks[Name]['answer']> {
    this.#next += 1
    const number = this.#next
    return new Promise((resolve, reject) => {
      this.#pending.set(number, { resolve: data => resolve(data as Asks[Name]['answer']), reject })
      this.#child.send({ number, question: { name, ask } })
    })
  }

  async stop(): Promise<void> {
    const ended = new Promise(resolve => this.#child.once('exit', resolve))
    this.#child.disconnect()
    await ended
  }

  #receive(answer: Answer): void {
    const pending = this.#pending.get(answer.number)
    this.#pending.delete(answer.number)
    if ('failed' in answer) pending?.reject(new Error(answer.failed))
    else pending?.resolve(answer.data)
  }
}
