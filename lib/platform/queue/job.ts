import type { z } from 'zod'

/** One kind of work done later: its name, what it is told (ids and dates, never health data), what it does. */
export type Job<Payload extends z.ZodType = z.ZodType> = {
  readonly name: string
  readonly payload: Payload
  readonly run: (payload: z.output<Payload>) => Promise<void>
  /** When it runs by itself, in cron's words (UTC). */
  readonly every?: string
}

/** Keeps the payload's type between its schema and its handler. */
export function defineJob<Payload extends z.ZodType>(job: Job<Payload>): Job {
  return { ...job, run: payload => job.run(job.payload.parse(payload)) }
}
