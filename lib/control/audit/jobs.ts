import 'server-only'
import { z } from 'zod'
import { publishRoot } from '@/lib/control/audit/publishing'
import { systemClock } from '@/lib/platform/clock'
import { sealerPool } from '@/lib/platform/db/sealer'
import { dayInFrance } from '@/lib/platform/france-time'
import { logger } from '@/lib/platform/logger'
import { defineJob } from '@/lib/platform/queue/job'

export const auditJobs = [
  defineJob({
    name: 'audit.publish-root',
    // Every hour: the first one of a day publishes it, the others find it done. A night without power loses no day.
    every: '5 * * * *',
    payload: z.unknown(),
    async run() {
      const pool = sealerPool()
      try {
        const size = await publishRoot(pool, dayInFrance(systemClock.now()))
        if (size !== null) logger().info({ size }, 'Daily root published')
      } finally {
        await pool.end()
      }
    },
  }),
]
