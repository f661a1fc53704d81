import 'server-only'
import type { Requester } from '@/lib/control/access/actor'
import type { GateCode } from '@/lib/control/access/gate'
import { logger } from '@/lib/platform/logger'
import { fail, ok, type Result } from '@/lib/platform/result'
import { binDocument, restoreDocument } from '@/lib/record/documents/bin/commands'
import { hideDocument, showDocument } from '@/lib/record/documents/hiding/commands'
import { moveDocument, pinDocument, unpinDocument } from '@/lib/record/documents/organising/folder-commands'
import type { Chosen, NotDoneCode, Selection, SelectionAccount } from '@/lib/record/documents/selection/rules'
import type { Way } from '@/lib/record/documents/selection/ways-rules'

/** What to send to take it back; null when it was so already. */
type Back = Result<string | null, GateCode | 'not_own' | 'too_late'>
type One = { readonly chosen: Chosen; readonly folder: string }

function backOf<Data, Code extends string>(
  result: Result<Data, Code>,
  back: (data: Data) => string | null,
): Result<string | null, Code> {
  return result.ok ? ok(back(result.data)) : result
}

/** The command of one document, for each way: the same rule, the same trace, as from its own page. */
const commands: Readonly<Record<Way, (requester: Requester, one: One) => Promise<Back>>> = {
  ranger: async (requester, { chosen: { id }, folder }) =>
    backOf(await moveDocument(requester, { id, dossier: folder }), ({ before }) =>
      (before ?? '') === folder ? null : `${id}:${before ?? ''}`,
    ),
  cacher: async (requester, { chosen: { id } }) =>
    backOf(await hideDocument(requester, { id }), ({ changed }) => (changed ? id : null)),
  montrer: async (requester, { chosen: { id } }) =>
    backOf(await showDocument(requester, { id }), ({ changed }) => (changed ? id : null)),
  epingler: async (requester, { chosen: { id } }) =>
    backOf(await pinDocument(requester, { id }), ({ changed }) => (changed ? id : null)),
  desepingler: async (requester, { chosen: { id } }) =>
    backOf(await unpinDocument(requester, { id }), ({ changed }) => (changed ? id : null)),
  supprimer: async (requester, { chosen: { id } }) => backOf(await binDocument(requester, { id }), () => id),
  remettre: async (requester, { chosen: { id } }) =>
    backOf(await restoreDocument(requester, { id }), () => id),
}

/**
 * Does one thing to several documents, one after the other, each in its own transaction with its own event: the
 * history says which, a refusal stops none of the others, and a failure is told with what was done before it.
 */
export async function changeChosen(
  requester: Requester,
  { choix, faire: way, dossier, annuler }: Selection,
): Promise<Result<SelectionAccount, never>> {
  const done: Array<SelectionAccount['done'][number]> = []
  const notDone: Array<{ id: string; code: NotDoneCode }> = []
  let failed = false
  for (const chosen of choix) {
    const { id } = chosen
    const one = { chosen, folder: chosen.folder ?? dossier }
    // What broke once breaks again, and the person waits: the rest is not tried.
    const result: Result<string | null, NotDoneCode> = failed
      ? fail('unavailable')
      : await attempted(commands[way](requester, one))
    if (result.ok) done.push({ id, back: result.data })
    else {
      failed ||= result.error.code === 'unavailable'
      notDone.push({ id, code: result.error.code })
    }
  }
  return ok({ way, done, notDone, isUndoing: annuler === 'oui' })
}

async function attempted(work: Promise<Back>): Promise<Result<string | null, NotDoneCode>> {
  return work.catch((error: unknown) => {
    logger().error({ err: error }, 'One of the documents chosen could not be changed')
    return fail('unavailable')
  })
}
