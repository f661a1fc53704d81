// Loaded first (`node --import`) into the processes we start: when the one that started us dies, even by
// `kill -9`, the pipe on our standard input closes, and we end too, leaving no port taken.
import process from 'node:process'

const PATIENCE = 8_000

// Workers forked by this process inherit its options, not its pipe.
if (process.env.STARTED_BY === String(process.ppid)) {
  process.stdin.on('error', () => undefined)
  process.stdin.on('close', () => {
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), PATIENCE).unref()
  })
  process.stdin.resume()
  process.stdin.unref?.()
}
