// npm start: from a fresh clone to a healthy application, with Node and npm alone.
// npm run dev (--dev): the same with Next.js's development server, without building.
//
// Ctrl-C or SIGTERM stops all that was started, PostgreSQL last. If one process dies, all stop, and the exit
// code says so. After a `kill -9` of anything, the next start finds and ends what was left.

import path from 'node:path'
import { dataFolder, environment, ROOT, webEnvironment } from './environment.mjs'
import { explain, SetupError } from './failure.mjs'
import { describeOwner, isTaken } from './ports.mjs'
import { isAlive, runNode, sleep, whenAbandoned } from './processes.mjs'
import {
  build,
  checkNode,
  copyAssets,
  generateClient,
  install,
  prepareDatabase,
  seconds,
  seed,
  startDatabase,
  step,
  TYPESCRIPT,
} from './setup.mjs'
import { clearEarlierRun, Supervisor } from './supervisor.mjs'

const DEVELOPMENT = process.argv.includes('--dev')
const READY_WITHIN = 120_000
const since = performance.now()

let database
let supervisor
let stopping = false

async function stopAll(code) {
  if (stopping) return
  stopping = true
  await supervisor?.stop()
  if (database) {
    const stopped = await database.stop()
    if (!stopped && database.pid) console.log('  PostgreSQL reste en marche : une autre commande s’en sert.')
  }
  process.exit(code)
}

async function fail(message) {
  if (stopping) return
  console.error(`\n✗ ${message}`)
  await stopAll(1)
}

function handleSignals() {
  const end = () => {
    if (stopping) return
    console.log('\nArrêt…')
    stopAll(0)
  }
  whenAbandoned(end)
  // The terminal may go before us.
  process.stdout.on('error', () => undefined)
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(name, () => {
      // A second one means: at once. Our pipes close, and everything ends by itself.
      if (stopping) process.exit(130)
      end()
    })
  }
}

function isDemonstration(env) {
  return env.DEPLOYMENT !== 'production'
}

/** The demonstration's identity provider gives any identity to anyone: never in production. */
function hasLocalFranceConnect(env) {
  if (!isDemonstration(env)) return false
  const issuer = new URL(env.FRANCECONNECT_ISSUER)
  return ['localhost', '127.0.0.1'].includes(issuer.hostname) && issuer.port === env.FRANCECONNECT_PORT
}

async function checkPorts(env) {
  const wanted = [['PORT', Number(env.PORT)]]
  if (hasLocalFranceConnect(env)) wanted.push(['FRANCECONNECT_PORT', Number(env.FRANCECONNECT_PORT)])
  for (const [name, port] of wanted) {
    if (await isTaken(port)) {
      throw new SetupError(
        `Le port ${port} est déjà pris par ${describeOwner(port)}. Libérez-le, ou choisissez-en un autre : ${name}=… npm start`,
      )
    }
  }
}

async function clearPast(folder) {
  const { running, ended } = await clearEarlierRun(folder)
  if (running) {
    throw new SetupError(
      `Mon espace santé tourne déjà (processus ${running.start.pid}). Arrêtez-le par Ctrl-C ou « kill ${running.start.pid} ».`,
    )
  }
  if (ended.length > 0) console.log(`✓ Restes d’un arrêt brutal arrêtés : ${ended.join(', ')}`)
}

function startProcesses(env) {
  const full = { ...env, NODE_ENV: process.env.NODE_ENV || (DEVELOPMENT ? 'development' : 'production') }
  if (hasLocalFranceConnect(env)) {
    supervisor.start('franceconnect', [...TYPESCRIPT, 'scripts/franceconnect.ts'], {
      ...full,
      FRANCECONNECT_SIMULATOR: 'allowed',
    })
  }
  supervisor.start('worker', [...TYPESCRIPT, 'scripts/worker.ts'], full)
  const next = path.join(ROOT, 'node_modules/next/dist/bin/next')
  const host = process.env.HOST ? ['-H', process.env.HOST] : []
  supervisor.start(
    'web',
    [next, DEVELOPMENT ? 'dev' : 'start', '-p', env.PORT, ...host],
    webEnvironment(full),
  )
}

async function probe(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(20_000), redirect: 'manual' })
    return { ok: response.ok, says: `${response.status} ${(await response.text()).slice(0, 300)}` }
  } catch (error) {
    return { ok: false, says: error.cause?.code ?? error.message }
  }
}

async function waitFor(label, url) {
  const limit = Date.now() + READY_WITHIN
  let last
  while (!stopping) {
    last = await probe(url)
    if (last.ok) return
    if (Date.now() > limit) throw new SetupError(`${label} n’est pas prêt : ${url} répond ${last.says}`)
    await sleep(100)
  }
}

async function waitUntilHealthy(env) {
  if (hasLocalFranceConnect(env)) {
    await waitFor('Le fournisseur d’identité', `${env.FRANCECONNECT_ISSUER}/.well-known/openid-configuration`)
  }
  await waitFor('L’application', `http://localhost:${env.PORT}/api/ready`)
}

/** Another command may have started PostgreSQL: nobody tells us of its end. */
function watchDatabase() {
  setInterval(() => {
    if (database.pid && !isAlive(database.pid)) fail('PostgreSQL s’est arrêté.')
  }, 1_000).unref()
}

async function announce(env) {
  const people =
    isDemonstration(env) && (await runNode([...TYPESCRIPT, 'scripts/people.ts'], { cwd: ROOT, env }))
  console.log(`\nMon espace santé est prêt (${seconds(since)}) : ${env.APP_URL}\n`)
  if (people && people.code === 0) console.log(people.output)
  console.log('Ctrl-C arrête tout.\n')
}

async function main() {
  checkNode()
  handleSignals()
  const folder = dataFolder()
  await clearPast(folder)
  await checkPorts(environment())
  supervisor = new Supervisor(folder, (name, code) => fail(`${name} s’est arrêté (${code}).`))
  await step('Dépendances', install)
  await step('Client de base de données', generateClient)
  await step('PostgreSQL', async () => {
    database = await startDatabase()
    return database.detail
  })
  const { env } = database
  await step('Base de données', () => prepareDatabase(env))
  // Beside the build and the start of the processes: nobody signs in before both are done.
  const seeding = isDemonstration(env)
    ? step('Personnes de démonstration', () => seed(env))
    : Promise.resolve()
  seeding.catch(() => undefined)
  await step('Fichiers publics', copyAssets)
  if (!DEVELOPMENT) await step('Application', () => build(env))
  watchDatabase()
  startProcesses(env)
  await Promise.all([waitUntilHealthy(env), seeding])
  if (!stopping) await announce(env)
}

await main().catch(error => fail(explain(error)))
