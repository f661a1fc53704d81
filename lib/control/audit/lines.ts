import 'server-only'
import { isRecordAction } from '@/lib/control/access/actions'
import { channels, modes } from '@/lib/control/access/actor'
import type { Space } from '@/lib/control/access/gate'
import type { HistoryLine } from '@/lib/control/audit/schema'
import type { EventLine } from '@/lib/control/audit/store'
import { documentTitles } from '@/lib/record/documents/within'

/** Events as the lines of a history: with the names of documents that this viewer may see. */
export async function inWords(space: Space, events: readonly EventLine[]): Promise<HistoryLine[]> {
  const ids = events.flatMap(event =>
    event.objectKind === 'document' && event.objectId ? [event.objectId] : [],
  )
  const titles = await documentTitles(space, [...new Set(ids)])
  return events.map(event => {
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
