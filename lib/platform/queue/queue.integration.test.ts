import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { database } from '@/lib/platform/db/client'
import { cancelJob, enqueueAt, enqueueIn } from '@/lib/platform/queue/enqueue'
import { defineJob } from '@/lib/platform/queue/job'
import { startQueue } from '@/lib/platform/queue/worker'
import { usingDatabase } from '@/lib/test-support/database'

const roles = usingDatabase()
const waiting = async (key: string) =>
  (await roles().owner('SELECT 1 FROM graphile_worker.jobs WHERE key = $1', [key])).length

describe('Work asked for later', () => {
  test('is asked for with what it follows from, or not at all', async () => {
    const request = { payload: { day: '2026-11-21' }, key: 'undone' }
    const undone = database().$transaction(async transaction => {
      await enqueueIn(transaction, 'test.never', request)
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await waiting('undone')).toBe(0)
  })

  test('asked for twice under one key, is done once, with what it was told', async () => {
    const ask = () =>
      database().$transaction(transaction =>
        enqueueIn(transaction, 'test.once', { payload: { day: '2026-11-21' }, key: 'once' }),
      )
    await ask()
    await ask()
    expect(await waiting('once')).toBe(1)
    const told: string[] = []
    let finish = () => {}
    const done = new Promise<void>(resolve => {
      finish = resolve
    })
    const job = defineJob({
      name: 'test.once',
      payload: z.object({ day: z.string() }),
      async run({ day }) {
        told.push(day)
        finish()
      },
    })
    const queue = await startQueue([job])
    await done
    await queue.stop()
    expect(told).toEqual(['2026-11-21'])
    expect(await waiting('once')).toBe(0)
  })

  test('asked for at a time, waits for it; put off under its key, waits for the new time; no longer wanted, is gone', async () => {
    const ask = (at: Date) =>
      database().$transaction(transaction =>
        enqueueAt(transaction, 'test.later', { payload: { n: 1 }, key: 'later', at }),
      )
    const due = async () =>
      roles().owner<{ run_at: Date }>('SELECT run_at FROM graphile_worker.jobs WHERE key = $1', ['later'])
    await ask(new Date('2090-01-01T00:00:00Z'))
    await ask(new Date('2091-01-01T00:00:00Z'))
    expect(await due()).toEqual([{ run_at: new Date('2091-01-01T00:00:00Z') }])
    await database().$transaction(transaction => cancelJob(transaction, 'later'))
    expect(await due()).toEqual([])
    await database().$transaction(transaction => cancelJob(transaction, 'later'))
  })
})
