import 'server-only'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { decode } from 'next-auth/jwt'
import { cache } from 'react'
import type { CitizenActor, Requester } from '@/lib/control/access/actor'
import { sessionCookie } from '@/lib/people/identity/cookie'
import { needsTouch, sessionState } from '@/lib/people/identity/session-rules'
import { endSession, findSession, touchSession } from '@/lib/people/identity/session-store'
import { systemClock } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { allow, type LimitName } from '@/lib/platform/http/rate-limit'
import { isId } from '@/lib/platform/ids'

export type CurrentSession = {
  readonly actor: CitizenActor
  readonly token: string
  readonly authenticatedAt: Date
}

/** What the browser claims, once decrypted. It proves nothing until the server's own row agrees. */
async function claimed(): Promise<{ token: string; personId: string; name: string } | null> {
  const cookie = (await cookies()).get(sessionCookie().name)
  if (!cookie) return null
  const jwt = await decode({ token: cookie.value, secret: env().NEXTAUTH_SECRET }).catch(() => null)
  if (!jwt?.sid || !jwt.personId || !isId(jwt.personId)) return null
  return { token: jwt.sid, personId: jwt.personId, name: jwt.name ?? '' }
}

/** Who is signed in on this request, if anyone: the one place where a citizen becomes an Actor. Once per request. */
export const currentSession = cache(async (): Promise<CurrentSession | null> => {
  const claim = await claimed()
  const row = claim && (await findSession(claim.token))
  if (!claim || row?.personId !== claim.personId) return null
  const now = systemClock.now()
  if (sessionState(row, now, { idleMinutes: env().SESSION_IDLE_MINUTES }) !== 'live') {
    await endSession(claim.token, now)
    return null
  }
  if (needsTouch(row, now)) await touchSession(claim.token, now)
  return {
    actor: { kind: 'citizen', id: claim.personId, name: claim.name },
    token: claim.token,
    authenticatedAt: row.authenticatedAt,
  }
})

/** For pages: without a session, the way leads to the sign-in page. */
export async function signedIn(): Promise<Requester> {
  const session = await currentSession()
  if (!session) redirect('/connexion')
  return { actor: session.actor, spaceId: session.actor.id, channel: 'web' }
}

/** For pages that cost much: asked more often than a person can look, they lead to `otherwise`. */
export async function signedInAtMost(limit: LimitName, otherwise: string): Promise<Requester> {
  const requester = await signedIn()
  if (!(await allow(limit, requester.actor.id))) redirect(otherwise)
  return requester
}
