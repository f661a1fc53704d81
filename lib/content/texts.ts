import 'server-only'
import { createTranslator, type Messages, type NamespaceKeys, type NestedKeyOf } from 'next-intl'
import { messages } from '@/lib/content/messages'
import { franceZone } from '@/lib/platform/france-time'

/** One language today; adding one is adding a folder beside `fr` and choosing here. */
const settings = { locale: 'fr', timeZone: franceZone, messages } as const

type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>

/** The sentences of one room, for the pages drawn by the server. */
export type Texts<Room extends Namespace = never> = ReturnType<typeof createTranslator<Messages, Room>>

// A translator keeps the forms of the sentences it has already read: one per room and per process, not per request.
const known = new Map<string, unknown>()

/** `texts('documents')('title')`; without a room, every sentence by its whole path. */
export function texts<const Room extends Namespace = never>(room?: Room): Texts<Room> {
  const key = room ?? ''
  if (!known.has(key))
    known.set(key, createTranslator<Messages, Room>({ ...settings, ...(room ? { namespace: room } : {}) }))
  return known.get(key) as Texts<Room>
}
