// Who holds a TCP port. Node only: it runs before `npm install`.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import net from 'node:net'
import { commandOf } from './processes.mjs'

const LISTENING = '0A'

/**
 * Listening sockets of one port in a table of /proc/net/tcp or tcp6.
 * @returns {{ inode: string, uid: number }[]}
 */
export function listenersIn(table, port) {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0')
  return table
    .split('\n')
    .slice(1)
    .map(line => line.trim().split(/\s+/))
    .filter(fields => fields[3] === LISTENING && fields[1]?.endsWith(`:${wanted}`))
    .map(fields => ({ inode: fields[9], uid: Number(fields[7]) }))
}

/** Process ids in the answer of `lsof -F p`. */
export function pidsInLsof(answer) {
  return answer
    .split('\n')
    .filter(line => /^p\d+$/.test(line))
    .map(line => Number(line.slice(1)))
}

function readOr(file, fallback) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return fallback
  }
}

function holds(pid, links) {
  try {
    return readdirSync(`/proc/${pid}/fd`).some(descriptor => {
      try {
        return links.has(readlinkSync(`/proc/${pid}/fd/${descriptor}`))
      } catch {
        return false
      }
    })
  } catch {
    return false
  }
}

function ownersInProc(port) {
  const tables = ['/proc/net/tcp', '/proc/net/tcp6'].map(file => readOr(file, ''))
  const sockets = tables.flatMap(table => listenersIn(table, port))
  if (sockets.length === 0) return { pids: [], uid: undefined }
  const links = new Set(sockets.map(socket => `socket:[${socket.inode}]`))
  const pids = readdirSync('/proc').filter(name => /^\d+$/.test(name) && holds(name, links))
  return { pids: pids.map(Number), uid: sockets[0].uid }
}

function ownersFromLsof(port) {
  try {
    const answer = execFileSync('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fp'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return { pids: pidsInLsof(answer), uid: undefined }
  } catch {
    return { pids: [], uid: undefined }
  }
}

/** Processes that listen on a port, as far as we may see them. */
export function ownersOf(port) {
  return process.platform === 'linux' ? ownersInProc(port) : ownersFromLsof(port)
}

/** The owner in words: process id and command. */
export function describeOwner(port) {
  const { pids, uid } = ownersOf(port)
  if (pids.length > 0) {
    return pids
      .map(pid => `le processus ${pid} (${commandOf(pid).slice(0, 120) || 'commande inconnue'})`)
      .join(' et ')
  }
  return uid === undefined ? 'un processus inconnu' : `un processus de l’utilisateur ${uid}`
}

function canListen(port, host) {
  return new Promise(resolve => {
    const server = net.createServer()
    server.once('error', error => resolve(error.code !== 'EADDRINUSE'))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}

/** True when some process listens on this port, on any address. */
export async function isTaken(port) {
  for (const host of ['127.0.0.1', '0.0.0.0', '::']) {
    if (!(await canListen(port, host))) return true
  }
  return false
}

/** A port that nobody uses now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(0, () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
