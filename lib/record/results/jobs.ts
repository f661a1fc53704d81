import 'server-only'
import { z } from 'zod'
import { logger } from '@/lib/platform/logger'
import { defineJob } from '@/lib/platform/queue/job'
import { indexWaiting } from '@/lib/record/results/commands'

export const resultsJobs = [
  defineJob({
    name: 'results.index-waiting',
    // A question to an empty table, once the reports that came before are read.
    every: '* * * * *',
    payload: z.unknown(),
    async run() {
      const { spaces, reports } = await indexWaiting()
      if (spaces > 0) logger().info({ spaces, reports }, 'Results of earlier reports kept')
    },
  }),
]
