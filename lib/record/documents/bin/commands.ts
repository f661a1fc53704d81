import 'server-only'
import type { Requester, SystemActor } from '@/lib/control/access/actor'
import { type GateCode, withSpace } from '@/lib/control/access/gate'
import { type Clock, systemClock } from '@/lib/platform/clock'
import { isId } from '@/lib/platform/ids'
import { fail, ok, type Result } from '@/lib/platform/result'
import { erasedAfter } from '@/lib/record/documents/bin/rules'
import { findBinnedAt, markBinned, markErased, markRestored } from '@/lib/record/documents/bin/store'
import { rightsOf } from '@/lib/record/documents/rights-rules'
import type { DocumentChoice } from '@/lib/record/documents/schema'
import { findDocument } from '@/lib/record/documents/store'

/** Puts a document of one's own in the bin: out of sight of everyone at once, destroyed in thirty days. */
export async function binDocument(
  requester: Requester,
  { id }: DocumentChoice,
): Promise<Result<null, GateCode | 'not_own'>> {
  return withSpace(
    { ...requester, action: 'document.delete', object: { kind: 'document', id } },
    async space => {
      const row = isId(id) ? await findDocument(space, id, null) : null
      if (!row) return fail('not_found')
      if (!rightsOf(row).own) return fail('not_own')
      return (await markBinned(space, id)) ? ok(null) : fail('not_found')
    },
  )
}

/** Takes it out again, as it was. */
export async function restoreDocument(
  requester: Requester,
  { id }: DocumentChoice,
): Promise<Result<null, GateCode | 'too_late'>> {
  return withSpace(
    { ...requester, action: 'document.restore', object: { kind: 'document', id } },
    async space => {
      const binnedAt = isId(id) ? await findBinnedAt(space, id) : null
      if (!binnedAt) return fail('not_found')
      if (erasedAfter(binnedAt) <= space.at) return fail('too_late')
      await markRestored(space, id)
      return ok(null)
    },
  )
}

/** The words of the history: « La corbeille a détruit pour toujours… ». */
const bin: SystemActor = { kind: 'system', id: 'bin', name: 'La corbeille' }

export type ToErase = { readonly spaceId: string; readonly documentId: string; readonly clock?: Clock }

/**
 * Destroys what has been in the bin for its time. Asked twice, or too early, it changes nothing.
 * @returns what happened, for the log
 */
export async function eraseDocument({
  spaceId,
  documentId,
  clock = systemClock,
}: ToErase): Promise<Result<null, GateCode | 'unchanged'>> {
  return withSpace(
    {
      actor: bin,
      channel: 'background',
      clock,
      spaceId,
      action: 'document.erase',
      object: { kind: 'document', id: documentId },
    },
    async space => {
      const binnedAt = await findBinnedAt(space, documentId)
      if (!binnedAt || erasedAfter(binnedAt) > space.at) return fail('unchanged')
      await markErased(space, documentId)
      return ok(null)
    },
  )
}
