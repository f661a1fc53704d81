import type { Mode } from '@/lib/control/access/actor'
import type { Prisma } from '@/lib/platform/db/generated/client'

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

type Flag = Exclude<keyof DocumentVisibility, 'status'>

/** What closes a document to each mode; `null`: this mode sees no document at all. */
const closedBy: Readonly<Record<Mode, readonly Flag[] | null>> = {
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

/** The rule, on one document in memory: used to explain. */
export function seesDocument(mode: Mode, document: DocumentVisibility): boolean {
  const flags = closedBy[mode]
  if (!flags) return false
  if (mode !== 'system' && document.status === 'deleted') return false
  return flags.every(flag => !document[flag])
}

/** The same rule as a condition: every find of the store starts from it. */
export function visibleDocuments(mode: Mode): Prisma.DocumentWhereInput {
  const flags = closedBy[mode]
  if (!flags) return { id: { in: [] } }
  const open = Object.fromEntries(flags.map(flag => [flag, false]))
  return mode === 'system' ? open : { ...open, status: { not: 'deleted' } }
}

/** False for a document closed to this mode by one of its flags, whatever has become of it since. */
export function toldTo(mode: Mode, document: Omit<DocumentVisibility, 'status'>): boolean {
  return closedBy[mode]?.every(flag => !document[flag]) ?? false
}

/** The contrary, as a condition. */
export function neverToldTo(mode: Mode): Prisma.DocumentWhereInput {
  const flags = closedBy[mode]
  return flags ? { OR: flags.map(flag => ({ [flag]: true })) } : {}
}
