/** The worker process: seals the history and runs the jobs. */
import { startSealer } from '@/lib/control/audit/sealer'
import { jobs } from '@/lib/jobs'
import { disconnect } from '@/lib/platform/db/client'
import { logger } from '@/lib/platform/logger'
import { startQueue } from '@/lib/platform/queue/worker'

const sealer = startSealer()
const queue = await startQueue(jobs)
logger().info('Worker ready')

let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  await queue.stop()
  await sealer.stop()
  await disconnect()
  process.exit(0)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
