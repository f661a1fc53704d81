import { expect, test } from 'vitest'
import { runApart } from './run'

const bounds = (name: string, timeoutMs = 20_000) => ({
  module: new URL('./fixtures/readers.ts', import.meta.url),
  name,
  timeoutMs,
  memoryMb: 64,
})

test('a reader apart is given bytes and gives bytes, one file after the other', {
  timeout: 60_000,
}, async () => {
  const answers = await Promise.all([1, 2, 3].map(n => runApart(bounds('reverse'), new Uint8Array([n, 9]))))
  expect(answers).toEqual([1, 2, 3].map(n => ({ ok: true, data: new Uint8Array([9, n]) })))
})

test('one that never ends, that crashes or that throws is ended alone, and the next file is read', {
  timeout: 90_000,
}, async () => {
  const codes = []
  for (const name of ['neverEnds', 'bringsDown', 'throws', 'absent'])
    codes.push(await runApart(bounds(name, name === 'neverEnds' ? 3_000 : 20_000), null))
  expect(codes.map(answer => (answer.ok ? 'ok' : answer.error.code))).toEqual([
    'too_long',
    'failed',
    'failed',
    'failed',
  ])
  expect(await runApart(bounds('reverse'), new Uint8Array([1]))).toMatchObject({ ok: true })
})

test('it knows none of our settings', { timeout: 30_000 }, async () => {
  const known = await runApart(bounds('settings'), null)
  expect(known.ok && known.data).toContain('NODE_ENV')
  expect(known.ok && known.data).toEqual(expect.not.arrayContaining(['MASTER_KEY']))
})
