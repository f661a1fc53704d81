import { createConnection, type Socket } from 'node:net'
import { noAntivirus } from '@/lib/connectors/antivirus/none'
import type { Antivirus, Scan, Verdict } from '@/lib/connectors/antivirus/port'

/**
 * ClamAV's daemon over TCP, command INSTREAM (clamd(8)): pieces, each after its length on four bytes, then a length of
 * zero; one line answers. The file is on its way to the storage meanwhile, so a slow or silent daemon is waited for no
 * longer than `patience`.
 */
const CLEAN = /: OK$/
const FOUND = / FOUND$/
/** A line is short; what goes on is no answer. */
const ANSWER_LIMIT = 4096

type Place = { readonly host: string; readonly port: number; readonly patience: number }

function lengthOf(size: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(size)
  return bytes
}

function verdictOf(line: string): Verdict {
  if (CLEAN.test(line)) return { kind: 'clean' }
  return FOUND.test(line) ? { kind: 'infected' } : { kind: 'not_scanned', why: 'refused' }
}

/** The daemon's one line, or why there is none. It may come before the end: « size limit exceeded ». */
function answerOf(socket: Socket, patience: number): Promise<Verdict> {
  return new Promise(resolve => {
    let line = ''
    const without = (why: 'unreachable' | 'no_answer') => {
      socket.destroy()
      resolve({ kind: 'not_scanned', why })
    }
    socket.setTimeout(patience, () => without('no_answer'))
    socket.on('error', () => without('unreachable'))
    socket.on('close', () => resolve({ kind: 'not_scanned', why: 'no_answer' }))
    socket.on('data', data => {
      line += data.toString('latin1')
      const end = line.search(/[\0\n]/)
      if (end >= 0) {
        socket.destroy()
        resolve(verdictOf(line.slice(0, end)))
      } else if (line.length > ANSWER_LIMIT) without('no_answer')
    })
  })
}

function scanAt({ host, port, patience }: Place): Scan {
  const socket = createConnection({ host, port })
  let settled = false
  const answer = answerOf(socket, patience).then(verdict => {
    settled = true
    return verdict
  })
  /** Waits while the daemon reads more slowly than the file comes; ends with the connection in any case. */
  const send = async (bytes: Uint8Array) => {
    if (settled || socket.destroyed || socket.write(bytes)) return
    const drained = new Promise(resolve => socket.once('drain', resolve))
    await Promise.race([drained, answer])
  }
  socket.write('zINSTREAM\0')
  return {
    async see(piece) {
      if (piece.length === 0) return
      await send(lengthOf(piece.length))
      await send(piece)
    },
    async verdict() {
      await send(lengthOf(0))
      return answer
    },
    abandon: () => void socket.destroy(),
  }
}

/** `tcp://host:port` of clamd; without it, files are said not to be scanned. */
export function antivirusAt(url: string | undefined, patience = 30_000): Antivirus {
  if (!url) return noAntivirus
  const { hostname, port } = new URL(url)
  return {
    begin: () => scanAt({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || 3310, patience }),
  }
}
