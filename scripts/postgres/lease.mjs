// Several commands share one server: who starts it, and who is the last one out.
import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { birthOf, isSameProcess, sleep } from '../processes.mjs'
import { writePrivate } from '../secrets.mjs'

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

/** One command at a time creates or starts the server; a lock left by a dead one is taken over. */
export async function whileLocked(home, work) {
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
export function takeLease(home, data) {
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
