import type { Mode } from '@/lib/control/access/actor'

export const documentsPolicy = {
  'document.list': ['holder', 'guardian', 'carer', 'care_team'],
  'document.read': ['holder', 'guardian', 'carer', 'care_team'],
  'document.compare': ['holder', 'guardian', 'carer', 'care_team'],
  'document.download': ['holder', 'guardian', 'carer', 'care_team'],
  'document.copy': ['holder', 'guardian', 'carer', 'care_team'],
  'document.print': ['holder', 'guardian', 'carer', 'care_team'],
  // Each reader's own wish.
  'taking.silence': ['holder', 'guardian', 'carer'],
  'taking.warn': ['holder', 'guardian', 'carer'],
  // What a photograph says of where and when it was taken is for who took it.
  'document.original': ['holder'],
  'images.read': ['holder', 'guardian', 'carer', 'care_team'],
  'document.add': ['holder'],
  'document.receive': ['system', 'care_team'],
  'document.withdraw': ['system', 'care_team'],
  // Neither a representative nor a carer decides who else sees: the holder alone (CSP R1111-38, R1111-49).
  'document.consider': ['holder'],
  'document.hide': ['holder'],
  'document.show': ['holder'],
  'default.consider': ['holder'],
  'document.hide_all': ['holder'],
  'document.show_all': ['holder'],
  'document.index': ['system'],
  'document.draw': ['system'],
  'document.edit': ['holder'],
  'document.delete': ['holder'],
  'document.restore': ['holder'],
  'document.erase': ['system'],
  'bin.list': ['holder'],
  'withdrawn.list': ['holder', 'guardian', 'carer'],
  'withdrawn.read': ['holder', 'guardian', 'carer', 'care_team'],
  // Each reader's own marks; the folders are the holder's order in their own papers.
  'document.pin': ['holder', 'guardian', 'carer'],
  'document.unpin': ['holder', 'guardian', 'carer'],
  'document.move': ['holder'],
  'document.settle': ['holder', 'guardian', 'carer'],
  // Each reader's own choices about what they read and when: no right is given or taken by them.
  'document.approach': ['holder', 'guardian', 'carer'],
  'document.uncover': ['holder', 'guardian', 'carer'],
  'document.reserve': ['holder', 'guardian', 'carer'],
  'reading.consider': ['holder', 'guardian', 'carer'],
  'reading.choose': ['holder', 'guardian', 'carer'],
  'folder.list': ['holder'],
  'folder.create': ['holder'],
  'folder.rename': ['holder'],
  'folder.delete': ['holder'],
} as const

/** The flags of a document that decide who sees it (JDV_J08: MASQUE_PS, INVISIBLE_PATIENT, INVISIBLE_REPRESENTANTS_LEGAUX). */
export type DocumentVisibility = {
  readonly status: 'approved' | 'deprecated' | 'archived' | 'deleted'
  readonly binnedAt: Date | null
  readonly hiddenFromProfessionals: boolean
  readonly notYetAnnounced: boolean
  readonly hiddenFromGuardians: boolean
  /** National identifiers of the professionals who wrote it. */
  readonly authorIds: readonly string[]
}

/** Who looks: in what capacity and, for a professional, under which national identifier (RPPS, ADELI …). */
export type Viewer = { readonly mode: Mode; readonly nationalId: string | null }

export type Flag = 'hiddenFromProfessionals' | 'notYetAnnounced' | 'hiddenFromGuardians'

/** What closes a document to each mode; `null`: this mode sees no document at all. */
export const closedBy: Readonly<Record<Mode, readonly Flag[] | null>> = {
  holder: ['notYetAnnounced'],
  guardian: ['notYetAnnounced', 'hiddenFromGuardians'],
  carer: ['notYetAnnounced'],
  care_team: ['hiddenFromProfessionals'],
  emergency: ['hiddenFromProfessionals'],
  regulation: ['hiddenFromProfessionals'],
  consented_app: null,
  share_link: null,
  system: [],
}

/** What does not close it to the professional who wrote it: hidden, it stays in sight of its author (CSP R1111-49). */
export const openToAuthor: Readonly<Partial<Record<Mode, readonly Flag[]>>> = {
  care_team: ['hiddenFromProfessionals'],
}

function opensToAuthor({ mode, nationalId }: Viewer, flag: Flag, authorIds: readonly string[]): boolean {
  return (
    nationalId !== null && authorIds.includes(nationalId) && (openToAuthor[mode]?.includes(flag) ?? false)
  )
}

/** The rule, on one document in memory: used to explain. Its twin that enforces is visibility.ts. */
export function seesDocument(viewer: Viewer, document: DocumentVisibility): boolean {
  const gone = document.status === 'deleted' || document.binnedAt !== null
  if (gone && viewer.mode !== 'system') return false
  return toldTo(viewer, document)
}

/** Withdrawn by its author, and not closed to this viewer otherwise: that it was is told, and nothing of what it said. */
export function toldWithdrawn(viewer: Viewer, document: DocumentVisibility): boolean {
  return document.status === 'deleted' && document.binnedAt === null && toldTo(viewer, document)
}

/** Whether its address leads this viewer to something: to it, or to what is left of it. */
export function hasPage(viewer: Viewer, document: DocumentVisibility): boolean {
  return seesDocument(viewer, document) || toldWithdrawn(viewer, document)
}

/** False for a document closed to this viewer by one of its flags, whatever has become of it since. */
export function toldTo(viewer: Viewer, document: Omit<DocumentVisibility, 'status' | 'binnedAt'>): boolean {
  const flags = closedBy[viewer.mode]
  return flags?.every(flag => !document[flag] || opensToAuthor(viewer, flag, document.authorIds)) ?? false
}
