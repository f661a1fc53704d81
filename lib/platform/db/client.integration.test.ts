import { expect, test } from 'vitest'
import { database, type Transaction } from '@/lib/platform/db/client'
import { newId } from '@/lib/platform/ids'
import { usingDatabase } from '@/lib/test-support/database'

usingDatabase()

const backend = async (transaction: Transaction) => {
  const [row] = await transaction.$queryRaw<Array<{ pid: number }>>`SELECT pg_backend_pid() AS pid`
  return row?.pid
}

/** A table that is nobody's: counters of refused doors. */
const count = (transaction: Transaction, key: string) =>
  transaction.$queryRaw<Array<{ points: number }>>`SELECT points FROM rate_limit WHERE key = ${key}`

test('what is written as SQL and what Prisma writes are one transaction: each sees the other, both are undone', async () => {
  const key = newId()
  const undone = database().$transaction(async transaction => {
    await transaction.rateLimit.create({ data: { key, points: 1, expire: null } })
    expect(await count(transaction, key)).toEqual([{ points: 1 }])
    expect(await transaction.$executeRaw`UPDATE rate_limit SET points = 2 WHERE key = ${key}`).toBe(1)
    expect(await transaction.rateLimit.findUnique({ where: { key } })).toMatchObject({ points: 2 })
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(await database().rateLimit.findUnique({ where: { key } })).toBeNull()
})

test('transactions that run at once each have a connection of their own', async () => {
  const pids = await Promise.all(
    Array.from({ length: 5 }, () =>
      database().$transaction(async transaction => {
        const first = await backend(transaction)
        await transaction.$queryRaw`SELECT pg_sleep(0.05)::text`
        expect(await backend(transaction)).toBe(first)
        return first
      }),
    ),
  )
  expect(new Set(pids).size).toBe(5)
})

test('a sentence that outlives its transaction is said nowhere, were it over, undone or out of time', async () => {
  const kept: Transaction[] = []
  await database().$transaction(async transaction => {
    kept.push(transaction)
  })
  await database()
    .$transaction(async transaction => {
      kept.push(transaction)
      throw new Error('undone')
    })
    .catch(() => undefined)
  const late = database().$transaction(
    async transaction => {
      kept.push(transaction)
      await transaction.$queryRaw`SELECT pg_sleep(0.6)::text`
      await transaction.$queryRaw`SELECT 1`
    },
    { timeout: 200 },
  )
  await expect(late).rejects.toThrow()
  // While others use the connections it might have found.
  await database().$transaction(async () => {
    for (const transaction of kept) await expect(backend(transaction)).rejects.toThrow('has ended')
  })
  expect(kept).toHaveLength(3)
})

test('numbers beyond what JavaScript counts exactly, bytes, instants and lists come as they are', async () => {
  const [row] = await database().$queryRaw<Array<Record<string, unknown>>>`
    SELECT 9007199254740993::int8 AS large, ${new Uint8Array([0, 255])}::bytea AS bytes,
           ${new Date('2026-03-29T01:30:00.123Z')}::timestamptz AS at, ${['a,"b', '{}']}::text[] AS list,
           ${null}::text AS nothing`
  expect(row).toEqual({
    large: 9007199254740993n,
    bytes: Buffer.from([0, 255]),
    at: new Date('2026-03-29T01:30:00.123Z'),
    list: ['a,"b', '{}'],
    nothing: null,
  })
})
