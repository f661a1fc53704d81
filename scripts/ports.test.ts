import net from 'node:net'
import { describe, expect, it } from 'vitest'
import { describeOwner, freePort, isTaken, listenersIn, ownersOf, pidsInLsof } from './ports.mjs'

const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:D888 00000000:0000 0A 00000000:00000000 00:00000000 00000000   101        0 111 1 0 100 0 0 10 0
   1: 00000000:0BB8 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 222 1 0 100 0 0 10 0
   2: 0100007F:0BB8 0100007F:C350 01 00000000:00000000 00:00000000 00000000  1000        0 333 1 0 100 0 0 10 0
`

describe('Who holds a port', () => {
  it('finds the listening socket of the port, not its connections nor another port', () => {
    expect(listenersIn(table, 3000)).toEqual([{ inode: '222', uid: 1000 }])
    expect(listenersIn(table, 0xd888)).toEqual([{ inode: '111', uid: 101 }])
    expect(listenersIn(table, 80)).toEqual([])
  })

  it('reads process ids in the answer of lsof', () => {
    expect(pidsInLsof('p812\nf21\np90\n')).toEqual([812, 90])
    expect(pidsInLsof('')).toEqual([])
  })

  it('names a real owner by its process id and its command', async () => {
    const server = net.createServer()
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    expect(await isTaken(port)).toBe(true)
    expect(ownersOf(port).pids).toContain(process.pid)
    expect(describeOwner(port)).toContain(`le processus ${process.pid} (`)
    await new Promise(resolve => server.close(resolve))
    expect(await isTaken(port)).toBe(false)
  })

  it('gives a free port when asked for one', async () => {
    expect(await isTaken(await freePort())).toBe(false)
  })
})
