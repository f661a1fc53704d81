import 'server-only'
import { isRecordAction } from '@/lib/control/access/actions'
import { channels, modes } from '@/lib/control/access/actor'
import type { Space } from '@/lib/control/access/gate'
import type { HistoryLine } from '@/lib/control/audit/schema'
import type { EventLine } from '@/lib/control/audit/store'
import { isId } from '@/lib/platform/ids'
import { namedDocuments } from '@/lib/record/documents/within'

/**
 * Events as the lines of a history, with the names of the documents that this viewer may see. What happens to a
 * document that is not for them yet (« consultation d’annonce ») is told once it is; the chain holds it all along.
 */
export async function inWords(space: Space, events: readonly EventLine[]): Promise<HistoryLine[]> {
  // Someone may have asked for a document by something that is no id: the history tells it, the record cannot look it up.
  const ids = events.flatMap(event =>
    event.objectKind === 'document' && event.objectId && isId(event.objectId) ? [event.objectId] : [],
  )
  const { titles, withheld } = await namedDocuments(space, [...new Set(ids)])
  const told = events.filter(event => event.objectId === null || !withheld.has(event.objectId))
  return told.map(event => {
    const documentId = event.objectKind === 'document' ? event.objectId : null
    const documentTitle = documentId ? (titles.get(documentId) ?? null) : null
    return {
      id: event.id,
      at: event.at,
      action: isRecordAction(event.action) ? event.action : null,
      result: event.result,
      reason: event.reason,
      byMe: event.actorKind === 'citizen' && event.actorId === space.actor.id,
      actorKind: event.actorKind,
      actorName: event.actorName,
      mode: modes.find(known => known === event.mode) ?? 'none',
      channel: channels.find(known => known === event.channel) ?? null,
      // A document one may no longer see has no name here, and no way to it.
      documentId: documentTitle ? documentId : null,
      documentTitle,
      sealed: event.seq !== null,
    }
  })
}
