import 'server-only'
import type { NextApiRequest, NextApiResponse } from 'next'
import { cookies, headers } from 'next/headers'
import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { buildLogoutUrl, newLogoutState } from '@/lib/connectors/franceconnect/live'
import { recordSecurityEvent } from '@/lib/control/audit/security-event'
import { authOptions } from '@/lib/people/identity/auth-options'
import { signOut } from '@/lib/people/identity/commands'
import { sessionCookie } from '@/lib/people/identity/cookie'
import { currentSession } from '@/lib/people/identity/current'
import { touchSession } from '@/lib/people/identity/session-store'
import { systemClock } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { addressOf, allow } from '@/lib/platform/http/rate-limit'
import { isSameOrigin } from '@/lib/platform/http/same-origin'

/** The callback and nothing more: sign-in and sign-out have their own doors, below. */
export async function authRoute(
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const { nextauth } = await context.params
  if (request.method !== 'GET') return new Response(null, { status: 404 })
  // Where next-auth sends the browser when a callback is refused or was given up.
  if (nextauth[0] === 'error') return see('/connexion/echec')
  if (nextauth[0] !== 'callback') return new Response(null, { status: 404 })
  // Each refused return is a security event: nobody may write them without end.
  if (!(await allow('callback', addressOf(request.headers)))) return see('/connexion?motif=trop-de-demandes')
  return NextAuth(request, context, await authOptions())
}

type Collected = { status: number; location: string | null; cookies: string[]; body: unknown }

/** next-auth's own handler, asked for one of its actions by the server itself: no script needed in the page. */
async function ask(action: readonly string[], body: Record<string, string>, sent: Record<string, string>) {
  const collected: Collected = { status: 200, location: null, cookies: [], body: null }
  const response = {
    status(code: number) {
      collected.status = code
      return response
    },
    getHeader: (name: string) => (name === 'Set-Cookie' ? collected.cookies : undefined),
    setHeader(name: string, value: string | string[]) {
      if (name === 'Set-Cookie') collected.cookies = [value].flat()
      if (name === 'Location') collected.location = String(value)
      return response
    },
    end: () => undefined,
    json: (value: unknown) => {
      collected.body = value
    },
    send: (value: unknown) => {
      collected.body = value
    },
  }
  const request = {
    method: action[0] === 'csrf' ? 'GET' : 'POST',
    query: { nextauth: [...action] },
    body,
    cookies: sent,
    headers: Object.fromEntries(await headers()),
  }
  // The two objects hold what the handler reads and writes (next-auth/next/index.js, NextAuthApiHandler).
  await NextAuth(
    request as unknown as NextApiRequest,
    response as unknown as NextApiResponse,
    await authOptions(),
  )
  return collected
}

function see(location: string, setCookies: readonly string[] = []): Response {
  const response = new Response(null, { status: 303, headers: { Location: location } })
  for (const cookie of setCookies) response.headers.append('Set-Cookie', cookie)
  return response
}

const nameAndValue = (cookie: string): [string, string] => {
  const [pair = ''] = cookie.split(';')
  const at = pair.indexOf('=')
  return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))]
}

/** POST /connexion/franceconnect: a plain form leads to FranceConnect+, with fresh state and nonce. */
export async function startSignIn(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return new Response(null, { status: 403 })
  if (!(await allow('sign-in', addressOf(request.headers)))) {
    await recordSecurityEvent('rate_limited', systemClock.now(), { limit: 'sign-in' })
    return see('/connexion?motif=trop-de-demandes')
  }
  const csrf = await ask(['csrf'], {}, {})
  const [cookie] = csrf.cookies
  const { csrfToken } = csrf.body as { csrfToken: string }
  if (!cookie) return see('/connexion/echec')
  const started = await ask(
    ['signin', 'franceconnect'],
    { csrfToken, callbackUrl: `${env().APP_URL}/accueil` },
    Object.fromEntries([nameAndValue(cookie)]),
  )
  return see(started.location ?? '/connexion/echec', started.cookies)
}

/** POST /api/session/prolonger, « Rester connecté »: every live session may go on, up to its absolute limit. */
export async function prolong(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return new Response(null, { status: 403 })
  const session = await currentSession()
  if (!session) return new Response(null, { status: 401 })
  await touchSession(session.token, systemClock.now())
  return new Response(null, { status: 204 })
}

/** POST /deconnexion: ends the session here first, then at the provider. */
export async function leave(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return new Response(null, { status: 403 })
  const session = await currentSession()
  const jar = await cookies()
  const { name, options } = sessionCookie()
  jar.set(name, '', { ...options, maxAge: 0 })
  if (!session) return see('/deconnexion/retour')
  const left = await signOut(session.token, session.actor)
  if (!left.ok || !left.data.idToken) return see('/deconnexion/retour')
  const state = newLogoutState()
  jar.set('mes.logout', state, { ...options, maxAge: 600 })
  return see(
    buildLogoutUrl(env().FRANCECONNECT_ISSUER, {
      idTokenHint: left.data.idToken,
      state,
      postLogoutRedirectUri: `${env().APP_URL}/deconnexion/retour`,
    }),
  )
}
