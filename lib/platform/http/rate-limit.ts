import 'server-only'
import { RateLimiterMemory, RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import { indexHash } from '@/lib/platform/crypto/hash'
import { database } from '@/lib/platform/db/client'
import { env } from '@/lib/platform/env'
import { logger } from '@/lib/platform/logger'

type Limit = {
  readonly perMinute: () => number
  /** Counted over all processes, in the database. The others only spare this one: each counts for itself. */
  readonly shared: boolean
}

/** What is limited, per address or per person. */
const limits = {
  'sign-in': { perMinute: () => env().SIGN_IN_PER_MINUTE, shared: true },
  // People behind one address come back from the provider; nobody does so hundreds of times.
  callback: { perMinute: () => 4 * env().SIGN_IN_PER_MINUTE, shared: true },
  // A page full of images asks for each of them; each opens the whole document. Too many to count in the database.
  download: { perMinute: () => 600, shared: false },
  // Several files chosen at once are as many requests.
  upload: { perMinute: () => 60, shared: true },
  // A file of 25 MB is thirteen of them.
  'upload-piece': { perMinute: () => 300, shared: false },
  verify: { perMinute: () => 20, shared: true },
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof limits

const limiters = new Map<LimitName, RateLimiterPrisma | RateLimiterMemory>()

function limiter(name: LimitName): RateLimiterPrisma | RateLimiterMemory {
  const known = limiters.get(name)
  if (known) return known
  const { perMinute, shared } = limits[name]
  const common = { points: perMinute(), duration: 60, keyPrefix: name }
  const inMemory = new RateLimiterMemory(common)
  const made = shared
    ? new RateLimiterPrisma({
        ...common,
        storeClient: database(),
        tableName: 'RateLimit',
        // When the database is away, each process keeps its own counters.
        insuranceLimiter: inMemory,
      })
    : inMemory
  limiters.set(name, made)
  return made
}

/** Counts one request of `key`, or as many as one that asks for several things. @returns false once over the limit. Keys are hashed: no address is stored. */
export async function allow(name: LimitName, key: string, requests = 1): Promise<boolean> {
  try {
    await limiter(name).consume(Buffer.from(indexHash('rate', key)).toString('base64url'), requests)
    return true
  } catch (error) {
    if (error instanceof RateLimiterRes) return false
    logger().error({ err: error }, 'Rate limiter failed')
    return true
  }
}

/**
 * The address a request comes from, as the reverse proxy says (README, "En vrai") or as Next.js fills it from the
 * connection. The last one: a proxy that appends instead of overwriting leaves what the client pretends in front.
 */
export function addressOf(headers: Headers): string {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown'
}
