import 'server-only'
import type { Requester } from '@/lib/control/access/actor'
import { recordSecurityEvent } from '@/lib/control/audit/security-event'
import { currentSession } from '@/lib/people/identity/current'
import { systemClock } from '@/lib/platform/clock'
import { allow } from '@/lib/platform/http/rate-limit'
import { newId } from '@/lib/platform/ids'
import { logger } from '@/lib/platform/logger'
import { type CommonCode, type Failure, fail, type Result } from '@/lib/platform/result'

const statuses: Readonly<Record<string, number>> = {
  invalid_input: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  space_not_open: 404,
  withdrawn: 410,
  conflict: 409,
  // The reader's own choice: the page of the document asks them first.
  aside: 409,
  too_large: 413,
  rate_limited: 429,
  unavailable: 503,
} satisfies Record<CommonCode | 'space_not_open' | 'withdrawn' | 'aside', number>

function refusal(error: Failure<string>): Response {
  return Response.json(
    { error: error.code },
    { status: statuses[error.code] ?? 500, headers: { 'Cache-Control': 'no-store' } },
  )
}

/**
 * What every read route shares: the session, the same query as the page, its failure as a status. `run` gives the
 * answer itself, so that a route may stream. What asks for several documents counts for as many requests.
 */
export async function readRoute<Data>(
  query: (requester: Requester) => Promise<Result<Data, string>>,
  answer: (data: Data) => Response | Promise<Response>,
  requests = 1,
): Promise<Response> {
  const session = await currentSession()
  if (!session) return refusal({ code: 'unauthenticated' })
  if (!(await allow('download', session.actor.id, requests))) {
    await recordSecurityEvent('rate_limited', systemClock.now(), {
      limit: 'download',
      actorId: session.actor.id,
    })
    return refusal({ code: 'rate_limited' })
  }
  const failed = (error: unknown) => {
    logger().error({ err: error, errorId: newId() }, 'Read route failed')
    return fail('unavailable')
  }
  const requester: Requester = { actor: session.actor, spaceId: session.actor.id, channel: 'read-api' }
  const result = await query(requester).catch(failed)
  if (!result.ok) return refusal(result.error)
  try {
    return await answer(result.data)
  } catch (error) {
    return refusal(failed(error).error)
  }
}

export function privateJson(data: unknown): Response {
  return Response.json(data, { headers: { 'Cache-Control': 'private, no-store' } })
}
