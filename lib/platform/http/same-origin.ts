import { env } from '@/lib/platform/env'

/**
 * A form that changes something must come from our own pages. Browsers send Origin with every POST; a missing or
 * foreign one is refused (defence in depth: the session cookie is SameSite=Lax already).
 */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get('origin')
  return origin !== null && origin === new URL(env().APP_URL).origin
}
