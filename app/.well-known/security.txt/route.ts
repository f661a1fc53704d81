import { operator } from '@/lib/navigation/operator'
import { systemClock } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'

const validDays = 180
const dayMs = 86_400_000

/** How to report a vulnerability (RFC 9116). Kept valid by itself: the date follows the clock. */
export function GET(): Response {
  const { APP_URL } = env()
  const email = operator('security')
  const expires = new Date(systemClock.now().getTime() + validDays * dayMs)
  const lines = [
    `Contact: ${email ? `mailto:${email}` : `${APP_URL}/aide#contact`}`,
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: fr, en',
    `Canonical: ${APP_URL}/.well-known/security.txt`,
  ]
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=86400' },
  })
}
