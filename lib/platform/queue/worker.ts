import 'server-only'
import { type CronItem, Logger, parseCronItems, type Runner, run, type TaskList } from 'graphile-worker'
import { env } from '@/lib/platform/env'
import { logger } from '@/lib/platform/logger'
import type { Job } from '@/lib/platform/queue/job'

const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'debug' } as const

/** Runs jobs until stopped; each is tried again with growing delays when it fails. */
export async function startQueue(jobs: readonly Job[]): Promise<Runner> {
  const connectionString = env().JOBS_DATABASE_URL
  if (!connectionString) throw new Error('JOBS_DATABASE_URL is not set in this process')
  const taskList: TaskList = Object.fromEntries(
    jobs.map(job => [job.name, async (payload: unknown) => job.run(payload)]),
  )
  const cron: CronItem[] = jobs.flatMap(job => (job.every ? [{ task: job.name, match: job.every }] : []))
  return run({
    connectionString,
    concurrency: 2,
    noHandleSignals: true,
    taskList,
    parsedCronItems: parseCronItems(cron),
    logger: new Logger(() => (level, message) => logger()[levels[level]]({ queue: true }, message)),
  })
}
