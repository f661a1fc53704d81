import pino from 'pino'
import { env } from '@/lib/platform/env'

/**
 * Structured log of the machine's life. It never carries a name, a matricule, a title or a content:
 * callers pass ids, codes, counts and durations. The serialiser of errors drops everything but type, code and stack.
 */
function safeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const code = 'code' in error ? error.code : undefined
  // The first line of a stack repeats the message, which may quote data: only the frames are kept.
  const frames = error.stack
    ?.split('\n')
    .filter(line => line.trimStart().startsWith('at '))
    .slice(0, 12)
  return { type: error.name, code, frames }
}

let instance: pino.Logger | undefined

export function logger(): pino.Logger {
  instance ??= pino({
    level: env().LOG_LEVEL,
    base: { pid: process.pid },
    serializers: { err: safeError, error: safeError },
    redact: {
      paths: ['*.matricule', '*.birthName', '*.givenNames', '*.title', '*.authorization', '*.cookie'],
      remove: true,
    },
  })
  return instance
}
