import 'server-only'
import type { Requester } from '@/lib/control/access/actor'
import { type GateCode, type Space, withSpace } from '@/lib/control/access/gate'
import { isId } from '@/lib/platform/ids'
import { fail, ok, type Result } from '@/lib/platform/result'
import { type Guess, guessFrom, proposalFor } from '@/lib/record/documents/adding/guess-rules'
import { fieldsOf } from '@/lib/record/documents/editing/rules'
import { indexOf } from '@/lib/record/documents/key-store'
import { type DocumentRights, rightsOf } from '@/lib/record/documents/rights-rules'
import type { DocumentLine } from '@/lib/record/documents/schema'
import { pagesOf } from '@/lib/record/documents/searching/store'
import { type DocumentRow, findDocument } from '@/lib/record/documents/store'
import { toLine } from '@/lib/record/documents/within'

/** What describes a document of one's own, to be corrected. */
export type EditableDocument = {
  readonly line: DocumentLine
  readonly rights: DocumentRights
  /** As the form names them. */
  readonly fields: Readonly<Record<string, string>>
  /** What its words seem to say, where that differs: for the person to take or leave. */
  readonly proposal: Guess | null
}

/**
 * A document to describe anew. What it says is read by the service for the search already; here its first words
 * propose, and nothing is applied.
 */
export async function considerEdition(
  requester: Requester,
  id: string,
): Promise<Result<EditableDocument, GateCode>> {
  return withSpace(
    { ...requester, action: 'document.consider', object: { kind: 'document', id } },
    async space => {
      const row = isId(id) ? await findDocument(space, id, null) : null
      if (!row) return fail('not_found')
      const [line, rights] = [toLine(row), rightsOf(row)]
      const mayRead = rights.own && !row.aside
      const fields = fieldsOf(line, row.aside ? null : row.comments)
      return ok({ line, rights, fields, proposal: mayRead ? await proposalOf(space, row, fields) : null })
    },
  )
}

async function proposalOf(
  space: Space,
  row: DocumentRow,
  { annee, mois, jour }: Readonly<Record<string, string>>,
): Promise<Guess | null> {
  const index = await indexOf(space)
  if (!index) return null
  const [first] = (await pagesOf(space, index, [row.id])).get(row.id) ?? []
  const day = mois && jour ? [annee, mois.padStart(2, '0'), jour.padStart(2, '0')].join('-') : null
  return first ? proposalFor(guessFrom(first.text, space.at), { ...row, day }) : null
}
