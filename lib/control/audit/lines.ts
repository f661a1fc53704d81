import 'server-only'
import { isRecordAction, recordActions } from '@/lib/control/access/actions'
import { channels, modes } from '@/lib/control/access/actor'
import type { Space } from '@/lib/control/access/gate'
import type { HistoryLine } from '@/lib/control/audit/schema'
import type { EventLine } from '@/lib/control/audit/store'
import { namedDocuments } from '@/lib/record/documents/within'

type AboutDocument = EventLine & { readonly objectId: string }

function isAboutDocument(event: EventLine): event is AboutDocument {
  return event.objectId !== null && event.objectKind?.startsWith('document') === true
}

/**
 * Events as the lines of a history, with the names of the documents that this viewer may see. What happens to a
 * document that is not for them yet (« consultation d’annonce ») is told once it is; the chain holds it all along.
 */
export async function inWords(space: Space, events: readonly EventLine[]): Promise<HistoryLine[]> {
  const keys = events.flatMap(event => (isAboutDocument(event) ? [event.objectId] : []))
  const { names, withheld } = await namedDocuments(space, [...new Set(keys)])
  const told = events.filter(event => event.objectId === null || !withheld.has(event.objectId))
  return told.map(event => {
    const named = isAboutDocument(event) ? names.get(event.objectId) : undefined
    const action = isRecordAction(event.action) ? event.action : null
    return {
      id: event.id,
      at: event.at,
      action,
      upkeep: action !== null && recordActions[action].upkeep === true,
      result: event.result,
      reason: event.reason,
      byMe: event.actorKind === 'citizen' && event.actorId === space.actor.id,
      actorKind: event.actorKind,
      actorName: event.actorName,
      mode: modes.find(known => known === event.mode) ?? 'none',
      channel: channels.find(known => known === event.channel) ?? null,
      documentId: named?.id ?? null,
      documentTitle: named?.title ?? null,
      sealed: event.seq !== null,
    }
  })
}
