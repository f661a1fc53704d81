import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { addressOf, allow } from '@/lib/platform/http/rate-limit'
import { usingDatabase } from '@/lib/test-support/database'

const roles = usingDatabase()

const times = async (count: number, key: string) => {
  const answers: boolean[] = []
  for (let n = 0; n < count; n += 1) answers.push(await allow('verify', key))
  return answers
}

test('lets twenty through in a minute, then no more; another person is not concerned', async () => {
  const key = randomUUID()
  expect(await times(20, key)).toEqual(Array.from({ length: 20 }, () => true))
  expect(await times(3, key)).toEqual([false, false, false])
  expect(await allow('verify', randomUUID())).toBe(true)
  expect(await allow('sign-in', key)).toBe(true)
})

test('counts each of many at once', async () => {
  const key = randomUUID()
  const answers = await Promise.all(Array.from({ length: 40 }, () => allow('verify', key)))
  expect(answers.filter(Boolean)).toHaveLength(20)
})

test('begins again when the minute is over', async () => {
  const key = randomUUID()
  await times(21, key)
  expect(await allow('verify', key)).toBe(false)
  await roles().owner(`UPDATE rate_limit SET expire = now() - interval '1 second'`)
  expect(await allow('verify', key)).toBe(true)
})

test('counts are shared by all processes, and hold no address', async () => {
  const key = '203.0.113.77'
  await times(20, key)
  const rows = await roles().owner<{ key: string; points: number }>('SELECT key, points FROM rate_limit')
  expect(rows.some(row => row.points === 20)).toBe(true)
  expect(JSON.stringify(rows)).not.toContain(key)
  vi.resetModules()
  const another = await import('@/lib/platform/http/rate-limit')
  expect(await another.allow('verify', key)).toBe(false)
})

test('downloads are counted by each process, without a word to the database', async () => {
  const key = randomUUID()
  const answers = await Promise.all(Array.from({ length: 605 }, () => allow('download', key)))
  expect(answers.filter(Boolean)).toHaveLength(600)
  expect(await allow('download', randomUUID())).toBe(true)
  const rows = await roles().owner<{ key: string }>(`SELECT key FROM rate_limit WHERE key LIKE 'download%'`)
  expect(rows).toEqual([])
})

test('the address is the one that the nearest proxy says, whatever the client pretends in front of it', () => {
  const pretended = new Headers({ 'x-forwarded-for': '198.51.100.1, 203.0.113.7 ' })
  expect(addressOf(pretended)).toBe('203.0.113.7')
  expect(addressOf(new Headers())).toBe('unknown')
})
