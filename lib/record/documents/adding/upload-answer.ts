import 'server-only'
import { cookies } from 'next/headers'
import { z } from 'zod'
import { openBytes, sealBytes } from '@/lib/platform/crypto/aead'
import { hmac } from '@/lib/platform/crypto/hash'
import { env } from '@/lib/platform/env'
import { newId } from '@/lib/platform/ids'
import type { AddOutcome } from '@/lib/record/documents/adding/rules'

/** What became of the files of one form, and what was typed in it when something went wrong. */
export type UploadAnswer = {
  readonly outcomes: readonly AddOutcome[]
  /** Fields of the form and the code of what is wrong with each; `form`: with all of it. */
  readonly fields: Readonly<Record<string, string>>
  readonly typed: Readonly<Record<string, string>>
}

/**
 * From the answer to a plain form to the page that shows it: names of files and words typed are health data, which no
 * address may hold. They wait a few minutes in a cookie that only this server reads, for this person and this form.
 */
const COOKIE = 'mes.depot'
const PAGE = '/documents/ajouter'
const SECONDS = 600
/** Browsers keep cookies of 4 096 bytes. */
const COOKIE_LIMIT = 3_800

const key = () => hmac(Buffer.from(env().NEXTAUTH_SECRET), 'upload-answer')

const answerSchema = z.object({
  outcomes: z.array(z.custom<AddOutcome>(value => typeof value === 'object' && value !== null)),
  fields: z.record(z.string(), z.string()),
  typed: z.record(z.string(), z.string()),
})

function sealedAnswer(answer: UploadAnswer, context: string): string {
  return sealBytes(key(), Buffer.from(JSON.stringify(answer)), context).toString('base64url')
}

/** When it is too long, names are shortened; what was typed stays. */
function fitting(answer: UploadAnswer, context: string): string {
  const whole = sealedAnswer(answer, context)
  if (whole.length <= COOKIE_LIMIT) return whole
  const outcomes = answer.outcomes.map(outcome => ({ ...outcome, name: outcome.name.slice(0, 30) }))
  const shorter = sealedAnswer({ ...answer, outcomes }, context)
  return shorter.length <= COOKIE_LIMIT ? shorter : sealedAnswer({ ...answer, outcomes, typed: {} }, context)
}

/** 303 to the page, with the answer beside. */
export function rememberedAnswer(answer: UploadAnswer, personId: string): Response {
  const id = newId()
  const secure = env().APP_URL.startsWith('https:') ? '; Secure' : ''
  return new Response(null, {
    status: 303,
    headers: {
      Location: `${PAGE}?depot=${id}`,
      'Set-Cookie': `${COOKIE}=${fitting(answer, `${personId}/${id}`)}; Path=${PAGE}; Max-Age=${SECONDS}; HttpOnly; SameSite=Lax${secure}`,
      'Cache-Control': 'private, no-store',
    },
  })
}

/** The answer that this page was called to show; null when there is none, or it is another's. */
export async function uploadAnswer(depot: unknown, personId: string): Promise<UploadAnswer | null> {
  const cookie = (await cookies()).get(COOKIE)
  if (!cookie || typeof depot !== 'string') return null
  try {
    const opened = openBytes(key(), Buffer.from(cookie.value, 'base64url'), `${personId}/${depot}`)
    return answerSchema.parse(JSON.parse(opened.toString('utf8')))
  } catch {
    return null
  }
}
