import 'server-only'
import { z } from 'zod'
import { purgeSessions } from '@/lib/people/identity/session-store'
import { systemClock } from '@/lib/platform/clock'
import { logger } from '@/lib/platform/logger'
import { defineJob } from '@/lib/platform/queue/job'

const dayMs = 86_400_000

export const identityJobs = [
  defineJob({
    name: 'identity.purge-sessions',
    every: '20 3 * * *',
    payload: z.unknown(),
    async run() {
      const purged = await purgeSessions(new Date(systemClock.now().getTime() - dayMs))
      logger().info({ purged }, 'Sessions over for a day removed')
    },
  }),
]
