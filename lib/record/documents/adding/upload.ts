import 'server-only'
import { antivirusAt } from '@/lib/connectors/antivirus/live'
import type { Requester } from '@/lib/control/access/actor'
import { recordSecurityEvent } from '@/lib/control/audit/security-event'
import { currentSession } from '@/lib/people/identity/current'
import { type Clock, systemClock } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { boundaryOf, type FormPart, MalformedBody, partsOf } from '@/lib/platform/http/multipart'
import { allow } from '@/lib/platform/http/rate-limit'
import { isSameOrigin, isSharedByDevice } from '@/lib/platform/http/same-origin'
import { newId } from '@/lib/platform/ids'
import { logger } from '@/lib/platform/logger'
import { fail, type Result } from '@/lib/platform/result'
import {
  type Addition,
  addDocument,
  type Checks,
  discardStaged,
  type StagedFile,
  stageFile,
} from '@/lib/record/documents/adding/commands'
import {
  type AddCode,
  type AddOutcome,
  dateOf,
  descriptionSchema,
  filesLimit,
} from '@/lib/record/documents/adding/rules'
import { rememberedAnswer, type UploadAnswer } from '@/lib/record/documents/adding/upload-answer'

/** POST of files: each part is written as it comes, what the person says of them may come before or after. */

const megabyte = 1024 * 1024
const FIELD_LIMIT = 8 * 1024

export const checks = (): Checks => ({
  limit: env().UPLOAD_LIMIT_MB * megabyte,
  antivirus: antivirusAt(env().ANTIVIRUS_URL),
})

type Received = { readonly name: string; readonly staged: Result<StagedFile, AddCode> }

export type Form = { readonly files: Received[]; readonly fields: Record<string, string> }

async function textOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of content) {
    size += piece.length
    if (size > FIELD_LIMIT) throw new MalformedBody('A field is too long')
    pieces.push(Buffer.from(piece))
  }
  return Buffer.concat(pieces).toString('utf8')
}

/** A name is shown back to its person: its last part, without what no name has. */
export const shownName = (fileName: string) =>
  fileName
    .replace(/^.*[/\\]/u, '')
    .replaceAll(/\p{C}/gu, '')
    .slice(0, 200)

/**
 * Asked for; or not known yet, when the form is plain and its fields come in the order of the page: our script says
 * everything before the file.
 */
const mayKeepOriginal = ({ fields }: Form) => fields.original === 'oui' || fields.par !== 'script'

async function receivePart(part: FormPart, form: Form, owner: string): Promise<void> {
  if (part.fileName === null) form.fields[part.name] = await textOf(part.content)
  // A file field in which nothing was chosen is sent all the same.
  else if (part.fileName !== '') {
    const name = shownName(part.fileName)
    const staged =
      form.files.length < filesLimit
        ? await stageFile(
            owner,
            { name, content: part.content, keepOriginal: mayKeepOriginal(form) },
            checks(),
          )
        : fail('too_many')
    form.files.push({ name, staged })
  }
}

async function discardAll({ files }: Form): Promise<void> {
  for (const { staged } of files) if (staged.ok) await discardStaged(staged.data)
}

/** Null: not a form, or cut on its way. Nothing stays of it. */
export async function receiveForm(request: Request, owner: string): Promise<Form | null> {
  const boundary = boundaryOf(request.headers.get('content-type'))
  if (!request.body || boundary === null) return null
  const form: Form = { files: [], fields: {} }
  try {
    for await (const part of partsOf(request.body, boundary)) await receivePart(part, form, owner)
    return form
  } catch (error) {
    await discardAll(form)
    if (error instanceof MalformedBody) return null
    throw error
  }
}

type Context = { readonly requester: Requester; readonly clock: Clock } & Pick<Addition, 'fallbackTitle'>

async function outcomeOf(
  { name, staged }: Received,
  addition: Addition,
  who: Requester,
): Promise<AddOutcome> {
  if (!staged.ok) return { name, kind: 'refused', code: staged.error.code }
  const added = await addDocument(who, staged.data, addition)
  if (added.ok) return { name, kind: 'added', ...added.data }
  const { code, fields } = added.error
  if (code === 'duplicate')
    return { name, kind: 'refused', code, ...(fields?.document ? { id: fields.document } : {}) }
  return { name, kind: 'refused', code: code === 'space_not_open' ? code : 'unavailable' }
}

async function tellInfected(outcomes: readonly AddOutcome[], actorId: string, clock: Clock): Promise<void> {
  for (const outcome of outcomes)
    if (outcome.kind === 'refused' && outcome.code === 'infected')
      await recordSecurityEvent('infected_file', clock.now(), { actorId })
}

const wrong = (fields: Record<string, string>, typed: Record<string, string>): UploadAnswer => ({
  outcomes: [],
  fields,
  typed,
})

/** Three controls, one question. */
const fieldOf = (name: PropertyKey | undefined) =>
  ['annee', 'mois', 'jour'].includes(String(name)) ? 'date' : String(name ?? 'form')

export async function answerTo(
  form: Form,
  { requester, clock, fallbackTitle }: Context,
): Promise<UploadAnswer> {
  const { fields: typed, files } = form
  const parsed = descriptionSchema.safeParse(typed)
  const faults = parsed.success
    ? {}
    : Object.fromEntries(parsed.error.issues.map(issue => [fieldOf(issue.path[0]), issue.message]))
  if (parsed.success && parsed.data.date && !dateOf(parsed.data.date, '', clock.now()))
    Object.assign(faults, { date: 'date_future' })
  if (files.length === 0) Object.assign(faults, { fichier: 'file_missing' })
  if (!parsed.success || Object.keys(faults).length > 0) {
    await discardAll(form)
    return wrong(faults, typed)
  }
  const outcomes: AddOutcome[] = []
  // A title is one document's: several files each take their own name.
  const description = files.length > 1 ? { ...parsed.data, title: '' } : parsed.data
  const addition = { description, fallbackTitle, keepOriginal: typed.original === 'oui' }
  for (const file of files) outcomes.push(await outcomeOf(file, addition, requester))
  await tellInfected(outcomes, requester.spaceId, clock)
  return { outcomes, fields: {}, typed: outcomes.some(({ kind }) => kind === 'refused') ? typed : {} }
}

async function mayUpload(personId: string, clock: Clock): Promise<boolean> {
  if (await allow('upload', personId)) return true
  await recordSecurityEvent('rate_limited', clock.now(), { limit: 'upload', actorId: personId })
  return false
}

/** More than all files together may weigh: not worth reading to its end. */
const isEndless = (request: Request) =>
  Number(request.headers.get('content-length') ?? 0) > (filesLimit * env().UPLOAD_LIMIT_MB + 1) * megabyte

async function answered(request: Request, context: Context): Promise<UploadAnswer> {
  const { requester, clock } = context
  if (!(await mayUpload(requester.spaceId, clock))) return wrong({ form: 'rate_limited' }, {})
  if (isEndless(request)) return wrong({ form: 'too_large' }, {})
  try {
    const form = await receiveForm(request, requester.spaceId)
    return form ? await answerTo(form, context) : wrong({ form: 'cut' }, {})
  } catch (error) {
    logger().error({ err: error, errorId: newId() }, 'Upload failed')
    return wrong({ form: 'unavailable' }, {})
  }
}

/** Answers with data to the page's own script, with the page itself to a plain form. */
export async function receiveUpload(
  request: Request,
  words: Pick<Addition, 'fallbackTitle'>,
): Promise<Response> {
  return isSameOrigin(request) ? received(request, words) : new Response(null, { status: 403 })
}

/** The same from another application of the device (manifest, `share_target`): added at once, then shown. */
export async function receiveShare(
  request: Request,
  words: Pick<Addition, 'fallbackTitle'>,
): Promise<Response> {
  return isSharedByDevice(request) ? received(request, words) : new Response(null, { status: 403 })
}

async function received(
  request: Request,
  { fallbackTitle }: Pick<Addition, 'fallbackTitle'>,
): Promise<Response> {
  const asData = request.headers.get('accept') === 'application/json'
  const session = await currentSession()
  if (!session)
    return asData
      ? Response.json(wrong({ form: 'unauthenticated' }, {}), { status: 401 })
      : new Response(null, { status: 303, headers: { Location: '/connexion?motif=inactivite' } })
  const requester: Requester = { actor: session.actor, spaceId: session.actor.id, channel: 'web' }
  const answer = await answered(request, { requester, clock: systemClock, fallbackTitle })
  return asData
    ? Response.json(answer, { headers: { 'Cache-Control': 'private, no-store' } })
    : rememberedAnswer(answer, session.actor.id)
}
