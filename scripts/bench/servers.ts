import path from 'node:path'
import { freePort } from '../ports.mjs'
import { bareFolder } from './bare-app'
import type { BenchDatabase, Env } from './database'
import { next, type Program, sleep, startProgram, typescript } from './machine.mjs'

export type Server = { readonly name: string; readonly url: string; readonly program: Program }

type Wanted = {
  readonly name: string
  readonly args: string[]
  readonly env: Env
  readonly ready: string
  readonly cwd?: string
}

const readyWithin = 60_000

/** Everything that was started, ended in one call. */
export class Servers {
  readonly #started: Array<{ name: string; program: Program }> = []

  constructor(private readonly folder: string) {}

  async #start({ name, args, env, ready, cwd }: Wanted): Promise<Server> {
    const port = String(await freePort())
    const url = `http://localhost:${port}`
    const program = startProgram(
      args.map(arg => arg.replace('<port>', port)),
      {
        env: { ...env, PORT: port, APP_URL: url, NEXTAUTH_URL: url },
        log: path.join(this.folder, `${name}.log`),
        ...(cwd ? { cwd } : {}),
      },
    )
    this.#started.push({ name, program })
    const limit = Date.now() + readyWithin
    for (;;) {
      const answer = await fetch(url + ready, { signal: AbortSignal.timeout(10_000) }).catch(() => null)
      await answer?.arrayBuffer()
      if (answer?.ok) return { name, url, program }
      if (!program.isAlive() || Date.now() > limit)
        throw new Error(`${name} ne démarre pas :\n${program.lastWords()}`)
      await sleep(100)
    }
  }

  /** The application as `npm start` runs it. `nodeOptions`: a profiler, when asked for. */
  web(name: string, { env }: BenchDatabase, nodeOptions: string[] = []): Promise<Server> {
    return this.#start({
      name,
      env,
      args: [...nodeOptions, next, 'start', '-p', '<port>'],
      ready: '/api/ready',
    })
  }

  bare(env: Env): Promise<Server> {
    return this.#start({
      name: 'bare',
      env: { ...env, NODE_ENV: 'production' },
      args: [next, 'start', '-p', '<port>'],
      ready: '/',
      cwd: bareFolder,
    })
  }

  json({ env, ownerUrl }: BenchDatabase, space: string): Promise<Server> {
    return this.#start({
      name: 'json',
      env: { ...env, DATABASE_URL: ownerUrl },
      args: typescript('scripts/bench/json-endpoint.ts'),
      ready: `/?space=${space}`,
    })
  }

  /** Seals the history and runs the jobs, as beside any running application. */
  worker(name: string, { env }: BenchDatabase): Program {
    const program = startProgram(typescript('scripts/worker.ts'), {
      env,
      log: path.join(this.folder, `${name}.log`),
    })
    this.#started.push({ name, program })
    return program
  }

  /** @throws when one of them ended by itself: what was measured then means nothing. */
  check(): void {
    const dead = this.#started.find(({ program }) => !program.isAlive())
    if (dead) throw new Error(`${dead.name} s’est arrêté :\n${dead.program.lastWords()}`)
  }

  async stop(): Promise<void> {
    await Promise.all(this.#started.splice(0).map(({ program }) => program.stop()))
  }
}
