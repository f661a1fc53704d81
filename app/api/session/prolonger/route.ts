import { currentSession } from '@/lib/people/identity/current'
import { touchSession } from '@/lib/people/identity/session-store'
import { systemClock } from '@/lib/platform/clock'
import { isSameOrigin } from '@/lib/platform/http/same-origin'

/** « Rester connecté »: any live session may go on, up to its absolute limit. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return new Response(null, { status: 403 })
  const session = await currentSession()
  if (!session) return new Response(null, { status: 401 })
  await touchSession(session.token, systemClock.now())
  return new Response(null, { status: 204 })
}
