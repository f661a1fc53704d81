import 'server-only'
import { sealWaitingEvents } from '@/lib/control/audit/sealing'
import { sealerPool } from '@/lib/platform/db/sealer'
import { logger } from '@/lib/platform/logger'

/** Waited for together, events are sealed together: a pause each time, shorter while they come. */
const pauseMs = { idle: 1000, busy: 250 } as const

/** Seals what waits, about once a second, until stopped. A database that is away is waited for. */
export function startSealer(): { stop(): Promise<void> } {
  const pool = sealerPool()
  pool.on('error', error => logger().warn({ err: error }, 'Sealer lost its connection'))
  let running = true
  let wake = () => {}
  const pause = (ms: number) =>
    new Promise<void>(resolve => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const loop = async () => {
    while (running) {
      const sealed = await sealWaitingEvents(pool).catch((error: unknown) => {
        logger().warn({ err: error }, 'Sealing failed, will be tried again')
        return 0
      })
      if (running) await pause(sealed > 0 ? pauseMs.busy : pauseMs.idle)
    }
  }
  const done = loop()
  return {
    async stop() {
      running = false
      wake()
      await done
      await pool.end()
    },
  }
}
