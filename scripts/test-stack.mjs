// A whole application for the end-to-end tests, on ports and in a folder of its own: it can run beside another.
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import readline from 'node:readline'
import { dataFolder, environment, ROOT } from './environment.mjs'
import { SetupError } from './failure.mjs'
import { freePort } from './ports.mjs'
import { removePostgres } from './postgres.mjs'
import { boundToUs, endProcess, run } from './processes.mjs'
import { SECRET_NAMES, secrets } from './secrets.mjs'

const START_WITHIN = 10 * 60_000
const LINES_KEPT = 200

/** What the caller's environment may say of another running application. */
const NOT_OURS =
  /^(PORT|HOST|APP_URL|NEXTAUTH_URL|DATA_DIR|STORAGE_DIR|NODE_ENV|S3_.*|STORAGE|FRANCECONNECT_.*|POSTGRES_PORT|(APP_|JOBS_|SEALER_)?DATABASE_.*)$/

async function stackSource(folder) {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !NOT_OURS.test(name) && !SECRET_NAMES.includes(name),
  )
  const ports = [await freePort(), await freePort(), await freePort()].map(String)
  const external = process.env.TEST_DATABASE_URL
  const database = external ? new URL(external) : undefined
  if (database) database.pathname = `/test_e2e_${process.pid}`
  // The build is shared with the application of this checkout, so must be the key that is written into it.
  const { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY } = secrets(dataFolder())
  return {
    ...Object.fromEntries(inherited),
    PORT: ports[0],
    FRANCECONNECT_PORT: ports[1],
    POSTGRES_PORT: ports[2],
    DATA_DIR: folder,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
    ...(database ? { DATABASE_URL: database.toString() } : {}),
  }
}

/** Collects what the application prints; resolves when it says that it is ready. */
function follow(child, log) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new SetupError('L’application ne démarre pas.')), START_WITHIN)
    for (const stream of [child.stdout, child.stderr]) {
      readline.createInterface({ input: stream }).on('line', line => {
        log.push(line)
        if (log.length > LINES_KEPT) log.shift()
        if (!line.includes('Ctrl-C arrête tout')) return
        clearTimeout(timer)
        resolve()
      })
    }
    child.on('exit', code => {
      clearTimeout(timer)
      reject(new SetupError(`L’application s’est arrêtée (${code}).\n${log.join('\n')}`))
    })
  })
}

async function dropExternal(env) {
  if (!process.env.TEST_DATABASE_URL) return
  await run(process.execPath, ['--import', 'tsx', 'scripts/database.ts', 'drop'], { cwd: ROOT, env })
}

/**
 * Starts it and waits until it is healthy.
 * @returns its environment, the end of its log, and how to stop and remove it
 */
export async function startStack(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  const source = await stackSource(folder)
  const bound = boundToUs([path.join(ROOT, 'scripts/start.mjs')], source)
  const child = spawn(process.execPath, bound.args, {
    cwd: ROOT,
    env: bound.env,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const log = []
  const stop = async () => {
    await endProcess(child.pid, { patience: 40_000 })
    await dropExternal(source)
    removePostgres(folder)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await follow(child, log)
  } catch (error) {
    await stop()
    throw error
  }
  return { env: { ...environment({ source }), NODE_ENV: 'test' }, log: () => log.join('\n'), stop }
}
