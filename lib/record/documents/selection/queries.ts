import 'server-only'
import type { Requester } from '@/lib/control/access/actor'
import { type GateCode, withSpace } from '@/lib/control/access/gate'
import { isId } from '@/lib/platform/ids'
import { ok, type Result } from '@/lib/platform/result'
import { findFolders } from '@/lib/record/documents/organising/folder-store'
import { rightsOf } from '@/lib/record/documents/rights-rules'
import type { DocumentLine, NamedFolder } from '@/lib/record/documents/schema'
import { selectionAtMost } from '@/lib/record/documents/selection/rules'
import { findChosen } from '@/lib/record/documents/selection/store'
import { toLine } from '@/lib/record/documents/within'

export type ChosenDocument = { readonly line: DocumentLine; readonly own: boolean; readonly size: number }

export type ChosenDocuments = {
  /** In the order of the list. */
  readonly documents: readonly ChosenDocument[]
  /** How many of those asked for are not here, or not for this reader. */
  readonly missing: number
  /** How many were asked for beyond what is done at once: left out. */
  readonly tooMany: number
  readonly folders: readonly NamedFolder[]
}

/** The documents that a person ticked, as lines of their list, before something is done with them. */
export async function listChosen(
  requester: Requester,
  ids: readonly string[],
): Promise<Result<ChosenDocuments, GateCode>> {
  const asked = ids.slice(0, selectionAtMost)
  return withSpace({ ...requester, action: 'document.list' }, async space => {
    const rows = await findChosen(space, asked.filter(isId))
    return ok({
      documents: rows.map(row => ({ line: toLine(row), own: rightsOf(row).own, size: row.size })),
      missing: asked.length - rows.length,
      tooMany: ids.length - asked.length,
      folders: await findFolders(space),
    })
  })
}
