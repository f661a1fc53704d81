import 'server-only'
import { buffer } from 'node:stream/consumers'
import type { Requester } from '@/lib/control/access/actor'
import { type GateCode, withSpace } from '@/lib/control/access/gate'
import { isId } from '@/lib/platform/ids'
import { fail, ok, type Result } from '@/lib/platform/result'
import { readSealed } from '@/lib/platform/storage/sealed'
import { choiceFor, type ReadingChoice, standingChoices } from '@/lib/record/documents/aside/rules'
import { findChoices } from '@/lib/record/documents/aside/store'
import { type WhomToCall, whomToCall } from '@/lib/record/documents/content'
import type { DocumentLine } from '@/lib/record/documents/schema'
import { type DocumentRow, findDocument } from '@/lib/record/documents/store'
import { toLine } from '@/lib/record/documents/within'

/** What the calm page says before a document: what kind, who wrote it, when, whom to call. Nothing that it says. */
export type ApproachedDocument = {
  readonly line: DocumentLine
  /** Why it waits: a choice, or, without one, the document alone was kept aside. */
  readonly choice: Pick<ReadingChoice, 'mode' | 'until'> | null
  readonly contacts: WhomToCall
}

export async function approachDocument(
  requester: Requester,
  id: string,
): Promise<Result<ApproachedDocument, GateCode>> {
  const found = await withSpace(
    { ...requester, action: 'document.approach', object: { kind: 'document', id } },
    async space => {
      const row = isId(id) ? await findDocument(space, id, null) : null
      if (!row) return fail('not_found')
      const line = toLine(row)
      return ok({ row, line, choice: choiceFor(await findChoices(space), line.category, space.at) })
    },
  )
  if (!found.ok) return found
  const { row, line, choice } = found.data
  return ok({ line, choice, contacts: await contactsIn(row) })
}

async function contactsIn(row: DocumentRow): Promise<WhomToCall> {
  if (row.mediaType !== 'application/xml') return []
  return whomToCall(await buffer(await readSealed(row, row.spaceId)))
}

/** What this reader has chosen, those whose day has come left out. */
export async function readChoices(requester: Requester): Promise<Result<readonly ReadingChoice[], GateCode>> {
  return withSpace({ ...requester, action: 'reading.consider' }, async space => {
    return ok(standingChoices(await findChoices(space), space.at))
  })
}
