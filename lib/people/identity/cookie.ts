import { env } from '@/lib/platform/env'

/** `__Host-`: this host alone, https alone, the whole site. Plain http exists on a developer's machine only. */
export function sessionCookie() {
  const secure = env().APP_URL.startsWith('https:')
  return {
    name: secure ? '__Host-mes.session' : 'mes.session',
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure },
  }
}

export function sessionSeconds(): number {
  return env().SESSION_ABSOLUTE_HOURS * 3600
}
