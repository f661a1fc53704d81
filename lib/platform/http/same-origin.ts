import { env } from '@/lib/platform/env'

/**
 * A form that changes something must come from our own pages. Browsers send Origin with every POST; a missing or
 * foreign one is refused (defence in depth: the session cookie is SameSite=Lax already).
 */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get('origin')
  return origin !== null && origin === new URL(env().APP_URL).origin
}

/**
 * A form that the device itself sends, on behalf of its person: another application's « Partager ». No page is its
 * origin, and no page can say so: browsers write Sec-Fetch-Site, and `none` only for what a person began outside of
 * any page (Fetch Metadata §2.3).
 */
export function isSharedByDevice(request: Request): boolean {
  const origin = request.headers.get('origin')
  return (origin === null || origin === 'null') && request.headers.get('sec-fetch-site') === 'none'
}
