// The steps that every command needs before it can work, each skipped when it is already done.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { bringsItsDatabase, dataFolder, environment, ROOT } from './environment.mjs'
import { SetupError } from './failure.mjs'
import { buildHash, buildMarker, clientHash, clientMarker, hasBuild, isInstalled } from './freshness.mjs'
import { run, runNode } from './processes.mjs'

const OLDEST_NODE = [20, 19]
/** As the application's server code is compiled: modules marked `server-only` may be loaded. */
export const TYPESCRIPT = ['--import', 'tsx', '--conditions=react-server']
/** What is read of a package is let go of within milliseconds: collected in larger steps, less of it is moved about. */
export const IMPORTING = ['--max-semi-space-size=64', ...TYPESCRIPT]

export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return
  throw new SetupError(`Node ${OLDEST_NODE.join('.')} ou plus récent est nécessaire (ici : ${version}).`)
}

export function seconds(since) {
  return `${((performance.now() - since) / 1000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} s`
}

/** Says what is being done and how long it took. `work` returns a few words, or false for nothing worth a line. */
export async function step(label, work) {
  const since = performance.now()
  const detail = await work()
  if (detail !== false) console.log(`✓ ${label}${detail ? ` : ${detail}` : ''} (${seconds(since)})`)
}

function failed(what, { code, output }) {
  return new SetupError(`${what} a échoué (code ${code}).\n${output.trim().slice(-6_000)}`)
}

export async function install() {
  if (isInstalled()) return false
  console.log('… installation des dépendances (une à deux minutes la première fois)')
  // Not `npm ci`: it refuses a lock that holds the optional packages of other platforms.
  const args = ['install', '--no-audit', '--no-fund', '--include=dev']
  const result = await run('npm', args, { cwd: ROOT })
  if (result.code !== 0) throw failed('npm install', result)
  return 'dépendances installées'
}

export async function generateClient() {
  if (!existsSync(path.join(ROOT, 'prisma/schema'))) return false
  const hash = clientHash()
  if (clientMarker.matches(hash)) return false
  const args = [path.join(ROOT, 'node_modules/prisma/build/index.js'), 'generate']
  const result = await runNode(args, { cwd: ROOT, env: { ...process.env, PRISMA_HIDE_UPDATE_MESSAGE: '1' } })
  if (result.code !== 0) throw failed('prisma generate', result)
  clientMarker.write(hash)
  return 'généré'
}

/**
 * Starts (or joins) PostgreSQL, or takes the one of DATABASE_URL.
 * @returns the environment for everything that follows, and how to let the server go
 */
export async function startDatabase() {
  const env = environment()
  if (bringsItsDatabase()) {
    return { env, detail: 'celui de DATABASE_URL', stop: async () => false, pid: undefined }
  }
  // Only now: the binaries come with the packages.
  const { startPostgres } = await import('./postgres.mjs')
  const server = await startPostgres({
    folder: dataFolder(),
    port: Number(env.POSTGRES_PORT),
    password: env.DATABASE_OWNER_PASSWORD,
  })
  return {
    env: environment({ ownerUrl: server.url }),
    detail: `port ${server.port}${server.reused ? ', tournait déjà' : ''}`,
    stop: server.stop,
    pid: server.pid,
  }
}

/** Database, migrations, roles, rights. */
export async function prepareDatabase(env) {
  const result = await runNode([...TYPESCRIPT, 'scripts/database.ts'], { cwd: ROOT, env })
  if (result.code !== 0) throw failed('La préparation de la base', result)
  return result.output.trim()
}

export async function seed(env) {
  const file = 'prisma/seed/seed.ts'
  if (!existsSync(path.join(ROOT, file))) return false
  const result = await runNode([...TYPESCRIPT, file], { cwd: ROOT, env })
  if (result.code !== 0) throw failed('Le chargement des personnes de démonstration', result)
  return result.output.trim().split('\n').at(-1) ?? ''
}

/** Files of packages that the browser asks from our own origin; never committed. */
export async function copyAssets() {
  const result = await runNode(['scripts/copy-pdf-decoders.mjs'], { cwd: ROOT })
  if (result.code !== 0) throw failed('La copie des décodeurs PDF', result)
  return false
}

export async function build(env) {
  const hash = buildHash(env)
  if (hasBuild() && buildMarker.matches(hash)) return false
  console.log('… construction de l’application (une minute environ)')
  const result = await runNode([path.join(ROOT, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: ROOT,
    env: { ...env, NODE_ENV: 'production' },
  })
  if (result.code !== 0) throw failed('next build', result)
  buildMarker.write(hash)
  return 'construite'
}
