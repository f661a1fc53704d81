import 'server-only'
import { currentSession } from '@/lib/people/identity/current'
import { systemClock } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { allow } from '@/lib/platform/http/rate-limit'
import { isSameOrigin } from '@/lib/platform/http/same-origin'
import { newId } from '@/lib/platform/ids'
import { logger } from '@/lib/platform/logger'
import { type Addition, stageFile } from '@/lib/record/documents/adding/commands'
import {
  forgetSending,
  keepPiece,
  openSending,
  whatCame,
} from '@/lib/record/documents/adding/sending-commands'
import { answerTo, checks, type Form, receiveForm, shownName } from '@/lib/record/documents/adding/upload'
import type { UploadAnswer } from '@/lib/record/documents/adding/upload-answer'

/** A large file in pieces, for the page's own script: each is kept as it comes, then all become one document. */

const headers = { 'Cache-Control': 'private, no-store' }

const refusal = (code: string, status: number) => Response.json({ code }, { status, headers })

const megabyte = 1024 * 1024

/** POST of one piece. `Upload-State`: the answer to the one before. */
export async function receivePiece(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return refusal('forbidden', 403)
  const session = await currentSession()
  if (!session) return refusal('unauthenticated', 401)
  if (!(await allow('upload-piece', session.actor.id))) return refusal('rate_limited', 429)
  if (!request.body) return refusal('empty', 400)
  const now = systemClock.now()
  const state = request.headers.get('upload-state')
  const sending = state ? openSending(state, session.actor.id, now) : null
  // What the browser remembers is no longer here: it begins again.
  if (state && !sending) return refusal('gone', 410)
  try {
    const limit = env().UPLOAD_LIMIT_MB * megabyte
    const kept = await keepPiece(session.actor.id, { content: request.body, sending, limit }, now)
    return kept.ok ? Response.json(kept.data, { headers }) : refusal(kept.error.code, 413)
  } catch (error) {
    // Most often its sender was cut.
    logger().warn({ err: error, errorId: newId() }, 'Piece of a file not kept')
    return refusal('unavailable', 503)
  }
}

const answer = (said: Partial<UploadAnswer>, status = 200) =>
  Response.json({ outcomes: [], fields: {}, typed: {}, ...said }, { status, headers })

/** POST of what is said of a file whose pieces have all come. */
export async function finishPieces(
  request: Request,
  { fallbackTitle }: Pick<Addition, 'fallbackTitle'>,
): Promise<Response> {
  if (!isSameOrigin(request)) return refusal('forbidden', 403)
  const session = await currentSession()
  if (!session) return answer({ fields: { form: 'unauthenticated' } }, 401)
  if (!(await allow('upload', session.actor.id))) return answer({ fields: { form: 'rate_limited' } })
  const { actor } = session
  const now = systemClock.now()
  try {
    const form = await receiveForm(request, actor.id)
    const sending = form ? openSending(form.fields.etat ?? '', actor.id, now) : null
    if (!form || !sending) return answer({ fields: { form: 'gone' } })
    const requester = { actor, spaceId: actor.id, channel: 'web' as const }
    const whole = await assembled(form, { content: whatCame(sending, actor.id), owner: actor.id })
    const said = await answerTo(whole, { requester, clock: systemClock, fallbackTitle })
    if (said.outcomes.some(outcome => outcome.kind === 'added' || outcome.code !== 'unavailable'))
      await forgetSending(sending, now)
    return answer(said)
  } catch (error) {
    logger().error({ err: error, errorId: newId() }, 'Pieces of a file not put together')
    return answer({ fields: { form: 'unavailable' } })
  }
}

type Whole = { readonly content: AsyncIterable<Uint8Array>; readonly owner: string }

/** The same form as if its file had come at once. */
async function assembled({ fields }: Form, { content, owner }: Whole): Promise<Form> {
  const { etat: _state, nom = '', ...said } = fields
  const name = shownName(nom)
  const staged = await stageFile(owner, { name, content, keepOriginal: said.original === 'oui' }, checks())
  return { fields: said, files: [{ name, staged }] }
}
