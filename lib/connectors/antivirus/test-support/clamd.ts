import { createServer, type Server, type Socket } from 'node:net'

/** The part of ClamAV's daemon that we speak to, with the one signature that everybody knows. */
export const eicar = String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*`

export type Manner =
  | 'scans'
  /** Takes all and never answers. */
  | 'silent'
  /** Ends the connection in the middle. */
  | 'hangs_up'
  /** Reads no more than its StreamMaxLength. */
  | 'limited'

export type Clamd = { readonly url: string; readonly scanned: number[]; stop(): Promise<void> }

const COMMAND = 'zINSTREAM\0'
const LIMIT = 100_000

/** The bytes of the stream so far, and whether it has ended; null while the command itself is not whole. */
function streamIn(received: Buffer): { content: Buffer; ended: boolean } | null {
  if (received.length < COMMAND.length) return null
  if (received.toString('latin1', 0, COMMAND.length) !== COMMAND) throw new Error('Unknown command')
  const pieces: Buffer[] = []
  for (let at = COMMAND.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at)
    if (length === 0) return { content: Buffer.concat(pieces), ended: true }
    if (at + 4 + length > received.length) break
    pieces.push(received.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return { content: Buffer.concat(pieces), ended: false }
}

function converse(socket: Socket, manner: Manner, scanned: number[]): void {
  const received: Buffer[] = []
  socket.on('error', () => undefined)
  socket.on('data', data => {
    received.push(data)
    const stream = streamIn(Buffer.concat(received))
    if (!stream) return
    if (manner === 'hangs_up') return void socket.destroy()
    if (manner === 'limited' && stream.content.length > LIMIT)
      return void socket.end('INSTREAM size limit exceeded. ERROR\0')
    if (!stream.ended || manner === 'silent') return
    scanned.push(stream.content.length)
    socket.end(stream.content.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
  })
}

export async function startClamd(manner: Manner = 'scans'): Promise<Clamd> {
  const scanned: number[] = []
  const sockets = new Set<Socket>()
  const server: Server = createServer(socket => {
    sockets.add(socket)
    converse(socket, manner, scanned)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('No port')
  return {
    url: `tcp://127.0.0.1:${address.port}`,
    scanned,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
