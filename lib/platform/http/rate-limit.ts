import 'server-only'
import { RateLimiterMemory, RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import { indexHash } from '@/lib/platform/crypto/hash'
import { database } from '@/lib/platform/db/client'
import { env } from '@/lib/platform/env'
import { logger } from '@/lib/platform/logger'

/** What is limited, per address or per person, in a minute. */
const perMinute = {
  'sign-in': () => env().SIGN_IN_PER_MINUTE,
  // People behind one address come back from the provider; nobody does so hundreds of times.
  callback: () => 4 * env().SIGN_IN_PER_MINUTE,
  // A page full of images asks for each of them; each opens the whole document.
  download: () => 600,
  verify: () => 20,
} as const

export type LimitName = keyof typeof perMinute

const limiters = new Map<LimitName, RateLimiterPrisma>()

function limiter(name: LimitName): RateLimiterPrisma {
  const known = limiters.get(name)
  if (known) return known
  const common = { points: perMinute[name](), duration: 60, keyPrefix: name }
  const made = new RateLimiterPrisma({
    ...common,
    storeClient: database(),
    tableName: 'RateLimit',
    // The counters are shared by all processes; when the database is away, each keeps its own.
    insuranceLimiter: new RateLimiterMemory(common),
  })
  limiters.set(name, made)
  return made
}

/** Counts one request of `key`. @returns false once over the limit. Keys are hashed: no address is stored. */
export async function allow(name: LimitName, key: string): Promise<boolean> {
  try {
    await limiter(name).consume(Buffer.from(indexHash('rate', key)).toString('base64url'))
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
