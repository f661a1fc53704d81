import 'server-only'
import type { Requester } from '@/lib/control/access/actor'
import { type GateCode, withSpace } from '@/lib/control/access/gate'
import { showsHiddenInEmergency } from '@/lib/people/spaces/within'
import { isId } from '@/lib/platform/ids'
import { fail, ok, type Result } from '@/lib/platform/result'
import { daysLeft } from '@/lib/record/documents/bin/rules'
import { findBinned } from '@/lib/record/documents/bin/store'
import { findFolders } from '@/lib/record/documents/organising/folder-store'
import { type DocumentRights, rightsOf } from '@/lib/record/documents/rights-rules'
import { facetsOf, withCounts } from '@/lib/record/documents/rules'
import type { DocumentLine, DocumentList, Facets } from '@/lib/record/documents/schema'
import { countByFacet, findDocument } from '@/lib/record/documents/store'
import { toLine } from '@/lib/record/documents/within'

export type ConsideredDocument = {
  readonly line: DocumentLine
  readonly rights: DocumentRights
  readonly comments: string | null
  /** Known by a national identifier: they still see it once it is hidden. */
  readonly authorStillSees: boolean
  /** The person's own choice for emergencies. */
  readonly shownInEmergency: boolean
}

/** What a person needs to decide something about a document, without opening it: nothing of what it says is read. */
export async function considerDocument(
  requester: Requester,
  id: string,
): Promise<Result<ConsideredDocument, GateCode>> {
  return withSpace(
    { ...requester, action: 'document.consider', object: { kind: 'document', id } },
    async space => {
      const row = isId(id) ? await findDocument(space, id, null) : null
      if (!row) return fail('not_found')
      return ok({
        line: toLine(row),
        rights: rightsOf(row),
        comments: row.aside ? null : row.comments,
        authorStillSees: row.authorIds.length > 0,
        shownInEmergency: await showsHiddenInEmergency(space),
      })
    },
  )
}

export type BinnedDocument = { readonly line: DocumentLine; readonly daysLeft: number }

/** What the person deleted and may still put back, last deleted first. */
export async function listBin(requester: Requester): Promise<Result<readonly BinnedDocument[], GateCode>> {
  return withSpace({ ...requester, action: 'bin.list' }, async space => {
    const rows = await findBinned(space)
    return ok(rows.map(row => ({ line: toLine(row), daysLeft: daysLeft(row.binnedAt, space.at) })))
  })
}

/** The person's folders, with how many documents each holds. */
export async function listFolders(requester: Requester): Promise<Result<DocumentList['folders'], GateCode>> {
  return withSpace({ ...requester, action: 'folder.list' }, async space =>
    ok(withCounts(await findFolders(space), await countByFacet(space, null))),
  )
}

/** How many documents of each kind the person has. */
export async function countCategories(requester: Requester): Promise<Result<Facets['categories'], GateCode>> {
  return withSpace({ ...requester, action: 'document.list' }, async space =>
    ok(facetsOf(await countByFacet(space, null)).categories),
  )
}

/** One of them, to rename or remove. */
export async function readFolder(
  requester: Requester,
  id: string,
): Promise<Result<DocumentList['folders'][number], GateCode>> {
  return withSpace({ ...requester, action: 'folder.list', object: { kind: 'folder', id } }, async space => {
    const folders = withCounts(await findFolders(space), await countByFacet(space, null))
    const folder = folders.find(one => one.id === id)
    return folder ? ok(folder) : fail('not_found')
  })
}
