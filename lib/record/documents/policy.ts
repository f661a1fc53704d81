import type { Mode } from '@/lib/control/access/actor'

export const documentsPolicy = {
  'document.list': ['holder', 'guardian', 'carer', 'care_team'],
  'document.read': ['holder', 'guardian', 'carer', 'care_team'],
  'document.download': ['holder', 'guardian', 'carer', 'care_team'],
  'document.receive': ['system', 'care_team'],
  'document.withdraw': ['system', 'care_team'],
} as const

/** The flags of a document that decide who sees it (JDV_J08: MASQUE_PS, INVISIBLE_PATIENT, INVISIBLE_REPRESENTANTS_LEGAUX). */
export type DocumentVisibility = {
  readonly status: 'approved' | 'deprecated' | 'archived' | 'deleted'
  readonly hiddenFromProfessionals: boolean
  readonly notYetAnnounced: boolean
  readonly hiddenFromGuardians: boolean
}

export type Flag = Exclude<keyof DocumentVisibility, 'status'>

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

/** The rule, on one document in memory: used to explain. Its twin that enforces is visibility.ts. */
export function seesDocument(mode: Mode, document: DocumentVisibility): boolean {
  const flags = closedBy[mode]
  if (!flags) return false
  if (mode !== 'system' && document.status === 'deleted') return false
  return flags.every(flag => !document[flag])
}

/** False for a document closed to this mode by one of its flags, whatever has become of it since. */
export function toldTo(mode: Mode, document: Omit<DocumentVisibility, 'status'>): boolean {
  return closedBy[mode]?.every(flag => !document[flag]) ?? false
}
