// The thread of run.ts: loads a module of ours, TypeScript included, and calls its functions, one at a time.
import { parentPort, workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
const loaded = import(workerData)
parentPort.on('message', async ({ name, input }) => {
  try {
    const { [name]: run } = await loaded
    parentPort.postMessage({ ok: true, output: await run(input) })
  } catch {
    parentPort.postMessage({ ok: false })
  }
})
