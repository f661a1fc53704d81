import 'server-only'
import type { Requester } from '@/lib/control/access/actor'
import { type GateCode, type Space, withSpace } from '@/lib/control/access/gate'
import { isId } from '@/lib/platform/ids'
import { fail, ok, type Result } from '@/lib/platform/result'
import { dayFault, type ReadingMark, type WantedChoice } from '@/lib/record/documents/aside/rules'
import { findChoices, findNotReadInside, putChoice, putMark } from '@/lib/record/documents/aside/store'
import type { DocumentChoice } from '@/lib/record/documents/schema'
import { askReading } from '@/lib/record/documents/searching/store'
import { findDocument } from '@/lib/record/documents/store'

type ChoosingCode = GateCode | 'invalid_input'

/** Days already standing may have come close meanwhile: only a day that is new has to be one to come. */
async function faultsOf(space: Space, wanted: readonly WantedChoice[]): Promise<Record<string, string>> {
  const standing = await findChoices(space)
  const isNew = ({ scope, until }: WantedChoice) =>
    !standing.some(one => one.scope === scope && one.until === until)
  return Object.fromEntries(
    wanted.filter(isNew).flatMap(({ scope, until }) => {
      const fault = dayFault(until, space.at)
      return fault ? [[`jour-${scope}`, fault]] : []
    }),
  )
}

/**
 * The reader's own choices, all or none. To hide what is sensitive, documents have to be read inside by the service:
 * those that were not yet are asked for.
 */
export async function chooseReading(
  requester: Requester,
  wanted: readonly WantedChoice[],
): Promise<Result<null, ChoosingCode>> {
  return withSpace<null, ChoosingCode>({ ...requester, action: 'reading.choose' }, async space => {
    const fields = await faultsOf(space, wanted)
    if (Object.keys(fields).length > 0) return fail('invalid_input', fields)
    for (const choice of wanted) await putChoice(space, choice)
    if (wanted.some(({ mode }) => mode === 'hide')) await askReading(space, await findNotReadInside(space))
    return ok(null)
  })
}

/** The reader decides to read this document, in spite of their choice. Reading it is traced like the others. */
export async function uncoverDocument(
  requester: Requester,
  { id }: DocumentChoice,
): Promise<Result<null, GateCode>> {
  return setMark(requester, id, 'open')
}

/** The reader keeps this document aside, whatever they chose for its kind. */
export async function reserveDocument(
  requester: Requester,
  { id }: DocumentChoice,
): Promise<Result<null, GateCode>> {
  return setMark(requester, id, 'kept')
}

const actions = { open: 'document.uncover', kept: 'document.reserve' } as const

function setMark(
  requester: Requester,
  id: string,
  state: ReadingMark['state'],
): Promise<Result<null, GateCode>> {
  const access = { ...requester, action: actions[state], object: { kind: 'document', id } } as const
  return withSpace(access, async space => {
    const row = isId(id) ? await findDocument(space, id, null) : null
    if (!row) return fail('not_found')
    await putMark(space, id, state)
    return ok(null)
  })
}
