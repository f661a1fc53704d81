import 'server-only'
import type { Requester } from '@/lib/control/access/actor'
import { type GateCode, withSpace } from '@/lib/control/access/gate'
import { isId } from '@/lib/platform/ids'
import { fail, ok, type Result } from '@/lib/platform/result'
import { type ApproachedDocument, approachDocument } from '@/lib/record/documents/aside/queries'
import { type OpenedDocument, readDocument } from '@/lib/record/documents/queries'
import type { DocumentLine } from '@/lib/record/documents/schema'
import { findVersions } from '@/lib/record/documents/versions/store'
import {
  findWithdrawn,
  findWithdrawnOnes,
  type WithdrawnRow,
} from '@/lib/record/documents/versions/withdrawn-store'
import { withdrawnDocuments } from '@/lib/record/documents/visibility'
import { toLine } from '@/lib/record/documents/within'

/** A document that its author took back: what it was called, by whom, and until when. Nothing of what it said. */
export type WithdrawnDocument = { readonly line: DocumentLine; readonly withdrawnAt: Date | null }

const toWithdrawn = ({ withdrawnAt, ...row }: WithdrawnRow): WithdrawnDocument => ({
  line: toLine(row),
  withdrawnAt,
})

/** Those that this reader could have read, the last withdrawn first. */
export async function listWithdrawn(
  requester: Requester,
): Promise<Result<readonly WithdrawnDocument[], GateCode>> {
  return withSpace({ ...requester, action: 'withdrawn.list' }, async space =>
    ok((await findWithdrawnOnes(space)).map(toWithdrawn)),
  )
}

export type Remains = WithdrawnDocument & {
  /** Its other versions, which their author did not withdraw. */
  readonly versions: readonly DocumentLine[]
}

/** What is left of one of them. */
export async function readWithdrawn(requester: Requester, id: string): Promise<Result<Remains, GateCode>> {
  return withSpace(
    { ...requester, action: 'withdrawn.read', object: { kind: 'document', id } },
    async space => {
      const row = isId(id) ? await findWithdrawn(space, id) : null
      if (!row) return fail('not_found')
      const versions = await findVersions(space, id, withdrawnDocuments)
      return ok({
        ...toWithdrawn(row),
        versions: versions.map(({ step: _step, ...version }) => toLine(version)),
      })
    },
  )
}

export type FoundDocument =
  | { readonly kind: 'document'; readonly document: OpenedDocument }
  | { readonly kind: 'withdrawn'; readonly remains: Remains }
  | { readonly kind: 'aside'; readonly approached: ApproachedDocument }

/** What the address of a document leads to: the document, what is left of it, or what is said before it. Each is a reading of its own, with its trace. */
export async function openDocument(
  requester: Requester,
  id: string,
): Promise<Result<FoundDocument, GateCode>> {
  const read = await readDocument(requester, id)
  if (read.ok) return ok({ kind: 'document', document: read.data })
  if (read.error.code === 'aside') {
    const approached = await approachDocument(requester, id)
    return approached.ok ? ok({ kind: 'aside', approached: approached.data }) : approached
  }
  if (read.error.code !== 'withdrawn') return fail(read.error.code)
  const left = await readWithdrawn(requester, id)
  return left.ok ? ok({ kind: 'withdrawn', remains: left.data }) : left
}
