/**
 * Everything that can be done with a person's record. An action that is not a row here cannot be asked of the
 * gate; its French label, which the citizen reads in the history, is `history.actions.<name>` in lib/content.
 *
 * group: the three groups of the history (general life of the space · documents · connected services)
 * kind:  what it does to the record
 * states: in which states of the space it is possible
 * snapshot: its reads must all speak of one instant (repeatable read)
 * alone: one at a time on one space; it decides from what is there, and two at once would each miss the other
 * upkeep: the service's own chores: in the history as all else, told together there, and no passage of anyone
 */
type ActionRow = {
  readonly group: 'general' | 'documents' | 'services'
  readonly kind: 'read' | 'write'
  readonly states: ReadonlyArray<'known' | 'open' | 'opposed' | 'closed'>
  readonly snapshot?: true
  readonly alone?: true
  readonly upkeep?: true
}

const rows = {
  'session.start': { group: 'general', kind: 'write', states: ['known', 'open', 'opposed', 'closed'] },
  'session.end': { group: 'general', kind: 'write', states: ['known', 'open', 'opposed', 'closed'] },
  'space.register': { group: 'general', kind: 'write', states: ['known'] },
  'space.consider': { group: 'general', kind: 'read', states: ['known', 'open', 'opposed', 'closed'] },
  'space.open': { group: 'general', kind: 'write', states: ['known', 'opposed'], alone: true },
  'space.oppose': { group: 'general', kind: 'write', states: ['known'], alone: true },
  'home.read': { group: 'general', kind: 'read', states: ['open'] },
  'identity.read': { group: 'general', kind: 'read', states: ['open'] },
  'document.list': { group: 'documents', kind: 'read', states: ['open'] },
  'document.read': { group: 'documents', kind: 'read', states: ['open'] },
  'document.compare': { group: 'documents', kind: 'read', states: ['open'] },
  'document.download': { group: 'documents', kind: 'read', states: ['open'] },
  'document.copy': { group: 'documents', kind: 'read', states: ['open'] },
  'document.print': { group: 'documents', kind: 'read', states: ['open'] },
  'taking.silence': { group: 'documents', kind: 'write', states: ['open'] },
  'taking.warn': { group: 'documents', kind: 'write', states: ['open'] },
  'document.original': { group: 'documents', kind: 'read', states: ['open'] },
  'images.read': { group: 'documents', kind: 'read', states: ['open'] },
  'document.add': { group: 'documents', kind: 'write', states: ['open'], alone: true },
  'document.receive': { group: 'documents', kind: 'write', states: ['known', 'open'], alone: true },
  'document.withdraw': { group: 'documents', kind: 'write', states: ['known', 'open'], alone: true },
  'document.consider': { group: 'documents', kind: 'read', states: ['open'] },
  'document.hide': { group: 'documents', kind: 'write', states: ['open'], alone: true },
  'document.show': { group: 'documents', kind: 'write', states: ['open'], alone: true },
  'default.consider': { group: 'documents', kind: 'read', states: ['open'] },
  'default.hide': { group: 'documents', kind: 'write', states: ['open'], alone: true },
  'default.show': { group: 'documents', kind: 'write', states: ['open'], alone: true },
  'own_default.hide': { group: 'documents', kind: 'write', states: ['open'], alone: true },
  'own_default.show': { group: 'documents', kind: 'write', states: ['open'], alone: true },
  'document.hide_all': { group: 'documents', kind: 'write', states: ['open'], alone: true },
  'document.show_all': { group: 'documents', kind: 'write', states: ['open'], alone: true },
  'document.index': { group: 'documents', kind: 'write', states: ['known', 'open'], upkeep: true },
  'document.draw': { group: 'documents', kind: 'write', states: ['known', 'open'], upkeep: true },
  'results.list': { group: 'documents', kind: 'read', states: ['open'] },
  'results.read': { group: 'documents', kind: 'read', states: ['open'] },
  'results.index': { group: 'documents', kind: 'write', states: ['known', 'open'], upkeep: true },
  'document.edit': { group: 'documents', kind: 'write', states: ['open'], alone: true },
  'document.delete': { group: 'documents', kind: 'write', states: ['open'], alone: true },
  'document.restore': { group: 'documents', kind: 'write', states: ['open'], alone: true },
  // What was promised to be destroyed is, whatever became of the space since.
  'document.erase': {
    group: 'documents',
    kind: 'write',
    states: ['known', 'open', 'opposed', 'closed'],
    alone: true,
  },
  'bin.list': { group: 'documents', kind: 'read', states: ['open'] },
  'withdrawn.list': { group: 'documents', kind: 'read', states: ['open'] },
  'withdrawn.read': { group: 'documents', kind: 'read', states: ['open'] },
  'document.pin': { group: 'documents', kind: 'write', states: ['open'] },
  'document.unpin': { group: 'documents', kind: 'write', states: ['open'] },
  'document.move': { group: 'documents', kind: 'write', states: ['open'], alone: true },
  'document.settle': { group: 'documents', kind: 'write', states: ['open'] },
  'document.approach': { group: 'documents', kind: 'read', states: ['open'] },
  'document.uncover': { group: 'documents', kind: 'write', states: ['open'] },
  'document.reserve': { group: 'documents', kind: 'write', states: ['open'] },
  'reading.consider': { group: 'documents', kind: 'read', states: ['open'] },
  'reading.choose': { group: 'documents', kind: 'write', states: ['open'] },
  'folder.list': { group: 'documents', kind: 'read', states: ['open'] },
  'folder.create': { group: 'documents', kind: 'write', states: ['open'], alone: true },
  'folder.rename': { group: 'documents', kind: 'write', states: ['open'], alone: true },
  'folder.delete': { group: 'documents', kind: 'write', states: ['open'], alone: true },
  'history.read': { group: 'general', kind: 'read', states: ['open'] },
  'history.verify': { group: 'general', kind: 'read', states: ['open'], snapshot: true },
} as const satisfies Record<string, ActionRow>

export type RecordAction = keyof typeof rows
export type ActionGroup = ActionRow['group']

export const recordActions: Readonly<Record<RecordAction, ActionRow>> = rows
export const recordActionNames = Object.keys(rows) as RecordAction[]

export function isRecordAction(name: string): name is RecordAction {
  return Object.hasOwn(rows, name)
}
