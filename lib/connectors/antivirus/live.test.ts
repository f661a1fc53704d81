import { afterEach, describe, expect, test } from 'vitest'
import { antivirusAt } from './live'
import { type Clamd, eicar, type Manner, startClamd } from './test-support/clamd'

let running: Clamd | undefined
afterEach(async () => {
  await running?.stop()
  running = undefined
})

async function clamd(manner?: Manner): Promise<Clamd> {
  running = await startClamd(manner)
  return running
}

async function verdictOn(url: string | undefined, pieces: readonly Uint8Array[], patience?: number) {
  const scan = antivirusAt(url, patience).begin()
  for (const piece of pieces) await scan.see(piece)
  return scan.verdict()
}

const large = Array.from({ length: 64 }, () => Buffer.alloc(64 * 1024, 'a'))

describe('A file shown to the antivirus as it goes by', () => {
  test('is clean when nothing is found in it', async () => {
    const { url, scanned } = await clamd()
    expect(await verdictOn(url, [Buffer.from('bon'), Buffer.alloc(0), Buffer.from('jour')])).toEqual({
      kind: 'clean',
    })
    expect(scanned).toEqual([7])
  })

  test('is infected when the signature is there, in one piece or over several', async () => {
    const { url } = await clamd()
    const [head, tail] = [eicar.slice(0, 20), eicar.slice(20)]
    expect(await verdictOn(url, [Buffer.from(`bonjour ${eicar}`)])).toEqual({ kind: 'infected' })
    expect(await verdictOn(url, [Buffer.from(head), Buffer.from(tail)])).toEqual({ kind: 'infected' })
  })

  test('may be large', async () => {
    const { url, scanned } = await clamd()
    expect(await verdictOn(url, large)).toEqual({ kind: 'clean' })
    expect(scanned).toEqual([64 * 64 * 1024])
  })
})

describe('An antivirus that fails stops no one, and never says clean', () => {
  test('none is set', async () => {
    expect(await verdictOn(undefined, large)).toEqual({ kind: 'not_scanned', why: 'no_antivirus' })
  })

  test('nobody answers at its address', async () => {
    const { url, stop } = await startClamd()
    await stop()
    expect(await verdictOn(url, large)).toEqual({ kind: 'not_scanned', why: 'unreachable' })
  })

  test.each([
    ['silent', 'no_answer'],
    ['limited', 'refused'],
  ] as const)('it is %s', async (manner, why) => {
    const { url } = await clamd(manner)
    expect(await verdictOn(url, large, 300)).toEqual({ kind: 'not_scanned', why })
  })

  test('it hangs up in the middle', async () => {
    const { url } = await clamd('hangs_up')
    expect((await verdictOn(url, large)).kind).toBe('not_scanned')
  })

  test('a scan that is given up ends its connection', async () => {
    const { url } = await clamd()
    const scan = antivirusAt(url).begin()
    await scan.see(Buffer.from('a'))
    scan.abandon()
    expect((await scan.verdict()).kind).toBe('not_scanned')
  })
})
