import { type NextRequest, NextResponse } from 'next/server'
import { pageKeys, pages } from '@/lib/navigation/pages'
import { isLocal } from '@/lib/platform/env'
import { contentSecurityPolicy } from '@/lib/platform/http/security-headers'

const publicPaths: ReadonlySet<string> = new Set(
  pageKeys.filter(key => pages[key].access === 'public').map(key => pages[key].path),
)

/** Nothing of a person's space is for a search engine, and nobody must find a demonstration for the real service. */
const forSearchEngines = (path: string) => !isLocal() && publicPaths.has(path)

/** Gives each page its own nonce: only scripts and styles that carry it run (TRUST.md, "the browser is a hostile place"). */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  // Next.js reads the nonce from this request header and puts it on its own tags.
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  if (!forSearchEngines(request.nextUrl.pathname))
    response.headers.set('x-robots-tag', 'noindex, nofollow, noarchive')
  return response
}

// Routes that answer data, not pages, set their own headers. The body of a request that comes through here is held in
// memory by Next.js: files (api/documents) do not.
export const config = {
  matcher: [
    '/((?!_next/static/|api/(?:read|documents|auth|session|franceconnect|health|ready)(?:/|$)|favicon\\.ico$|icons/).*)',
  ],
}
