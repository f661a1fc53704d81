import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from '@/lib/platform/http/security-headers'

/** Gives each page its own nonce: only scripts and styles that carry it run (TRUST.md, "the browser is a hostile place"). */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  // Next.js reads the nonce from this request header and puts it on its own tags.
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

// Routes that answer data, not pages, set their own headers.
export const config = {
  matcher: [
    '/((?!_next/static/|api/(?:read|auth|session|franceconnect|health|ready)(?:/|$)|favicon\\.ico$|icons/).*)',
  ],
}
