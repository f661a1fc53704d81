// One PostgreSQL server process: found, started, cleaned up after.

import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { SetupError } from '../failure.mjs'
import { commandOf, endProcess, isAlive, sleep } from '../processes.mjs'
import { serverUser } from './place.mjs'

/** For two cores and a few gigabytes. Statements and their values are never logged: they hold health data. */
export const SETTINGS = {
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
export const THROWAWAY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
}

export function answers(port) {
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
export function readServer(data) {
  const file = path.join(data, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const [pid, folder, , port, , , , status] = readFileSync(file, 'utf8').split('\n')
  return { pid: Number(pid), folder, port: Number(port), ready: status?.trim() === 'ready' }
}

export function isOurServer(server) {
  return server !== undefined && isAlive(server.pid) && commandOf(server.pid).includes('postgres')
}

/** Back ends that outlived a killed server still hold its memory: they are known by their working folder. */
export async function endOrphans(data) {
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

export function launch({ bin, data, log, port, settings }) {
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

export async function waitUntilReady(state, data, log) {
  for (let waited = 0; waited < 60_000; waited += 25) {
    if (state.ended !== undefined) {
      throw new SetupError(`PostgreSQL s’est arrêté (code ${state.ended}), voir ${log}`)
    }
    const server = readServer(data)
    if (server?.pid === state.child.pid && server.ready) return server
    await sleep(25)
  }
  throw new SetupError(`PostgreSQL ne répond pas, voir ${log}`)
}
