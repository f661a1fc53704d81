import { env } from '@/lib/platform/env'

/** What a page may load and where its forms may lead. No `unsafe-*` outside the development server. */
export function contentSecurityPolicy(nonce: string): string {
  const { NODE_ENV, DEPLOYMENT, FRANCECONNECT_ISSUER, APP_URL } = env()
  const development = NODE_ENV === 'development' && DEPLOYMENT === 'local'
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'none'"],
    // The development server's refresh evaluates code and opens a socket; the built application does neither.
    'script-src': [
      "'self'",
      `'nonce-${nonce}'`,
      "'strict-dynamic'",
      ...(development ? ["'unsafe-eval'"] : []),
    ],
    'style-src': ["'self'", ...(development ? ["'unsafe-inline'"] : [`'nonce-${nonce}'`])],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...(development ? ['ws:'] : [])],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    'frame-src': ["'none'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
    // Signing in and out are forms whose answer leads to the identity provider.
    'form-action': ["'self'", new URL(FRANCECONNECT_ISSUER).origin],
  }
  const lines = Object.entries(directives).map(([name, sources]) => `${name} ${sources.join(' ')}`)
  if (APP_URL.startsWith('https:')) lines.push('upgrade-insecure-requests')
  return lines.join('; ')
}

/** For bytes that others wrote, wherever they are opened: an opaque origin, no script, nothing loaded. */
export const untrustedContentHeaders = {
  'Content-Security-Policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'private, no-store',
} as const
