import type { Block } from '@/lib/interop/cda-writer/draft'
import type { PdfBlock } from '@/lib/interop/pdf/write'
import type { AnalyteKey } from './analytes'
import type { TypeKey } from './types'

/** The types of the demonstration: who, by whom, when, what. Everything here is invented. */

export type PersonKey =
  | 'camille'
  | 'jeanne'
  | 'hugo'
  | 'ines'
  | 'ousmane'
  | 'marie-claire'
  | 'marie-sophie'
  | 'paul'
  | 'zoe'
  | 'dominique'
  | 'isabelle'
  | 'ruth'

export type DemonstrationPerson = {
  readonly key: PersonKey
  /** Fifteen characters: thirteen, and their key. */
  readonly matricule: string
  readonly oid: string
  readonly birthName: string
  readonly usedName?: string
  /** The given names of the birth certificate, in order, separated by spaces. */
  readonly givenNames: string
  readonly firstGivenName: string
  readonly usedGivenName?: string
  readonly sex: 'F' | 'M'
  /** The strict trait, always a full date: `1962-01-01`. */
  readonly birthDate: string
  /** What the certificate really says when it is not a full date: `1962-00-00`. */
  readonly civilBirthDate?: string
  /** Geographic code of the place of birth: five characters, 99xxx abroad. */
  readonly birthPlace: string
  readonly birthPlaceName: string
  /** `open`: the space exists, with documents. `known`: known to the health insurance, never opened. */
  readonly spaceState: 'open' | 'known'
}

export type Professional = {
  readonly id: string
  readonly family: string
  readonly given: string
  readonly prefix: 'M' | 'MME'
  readonly suffix?: 'DR'
  readonly specialty: { readonly code: string; readonly display: string }
  readonly organization: OrganizationKey
}

export type Organization = {
  readonly id: string
  readonly name: string
  readonly phone: string
  readonly street: string
  readonly postalCode: string
  readonly city: string
  readonly facility: { readonly code: string; readonly display: string }
  readonly setting: { readonly code: string; readonly display: string }
}

export type OrganizationKey =
  | 'villebrume'
  | 'grandSaule'
  | 'troisFontaines'
  | 'vieuxTilleul'
  | 'lavoir'
  | 'hopital'
  | 'maternite'
  | 'dentaire'
  | 'vision'
  | 'kine'
  | 'psychologie'
  | 'depistage'
  | 'assurance'
  | 'infirmieres'
  | 'pediatrie'
  | 'laboHopital'
  | 'laboCanal'

export type ProfessionalKey =
  | 'aubepine'
  | 'noisetier'
  | 'muguet'
  | 'fougere'
  | 'sureau'
  | 'fenouil'
  | 'pervenche'
  | 'bruyere'
  | 'capucine'
  | 'genet'
  | 'lierre'
  | 'mimosa'
  | 'cerisier'
  | 'olivier'
  | 'violette'
  | 'tremble'
  | 'erable'
  | 'bouleau'
  | 'houblon'
  | 'verveine'
  | 'insurance'

export type Visibility = 'MASQUE_PS' | 'INVISIBLE_PATIENT' | 'INVISIBLE_REPRESENTANTS_LEGAUX'

/**
 * One document of the story. Every text may hold `{d:2025-11-14}` (a day, moved with the story and written in
 * French), `{m:2025-11-14}` (its month) or `{y:2025-11-14}` (its year).
 */
export type StoryDocument = {
  /** Stable for ever: the identifiers of the document derive from it. */
  readonly n: number
  readonly type: TypeKey
  readonly title: string
  readonly by: ProfessionalKey | 'self'
  /** Day of the document. It moves with the story, unless `still`: a birth or a childhood vaccine does not move. */
  readonly on: string
  readonly at?: string
  readonly still?: true
  /** Days between the document and its arrival. */
  readonly arrivesAfter?: number
  readonly body: StoryBody
  readonly visibility?: Visibility
  /** The number of the document this one replaces. */
  readonly replaces?: number
  /** First day of a stay; the document is written on the last one. */
  readonly stayFrom?: string
  readonly referredBy?: ProfessionalKey
}

export type StoryBody =
  | { readonly kind: 'sections'; readonly sections: readonly StorySection[] }
  | { readonly kind: 'biology'; readonly values: BiologyValues; readonly remarks?: readonly string[] }
  /** `wrapped` in a level 1 document, as a professional sends it; otherwise the bare file of a citizen. */
  | { readonly kind: 'letter'; readonly wrapped: boolean; readonly lines: readonly PdfBlock[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'photo'; readonly image: ImageKey }
  /** Sections of a knee, as the disc of an imaging centre holds them. */
  | { readonly kind: 'images'; readonly sections: number }

export type BiologyValues = Partial<Readonly<Record<AnalyteKey, string>>>

export type ImageKey = 'knee' | 'wrist' | 'booklet' | 'electrocardiogram'

export type StorySection = {
  readonly title: string
  readonly blocks: readonly Block[]
  readonly medicines?: readonly Medicine[]
  /** Given out by a pharmacist rather than prescribed. */
  readonly dispensed?: true
  readonly vaccines?: readonly Vaccine[]
  readonly image?: { readonly key: ImageKey; readonly caption: string }
}

export type Medicine = {
  readonly name: string
  readonly dosage: string
  readonly atc: readonly [code: string, name: string]
  /** Length of the treatment, from the day of the document. */
  readonly days?: number
  readonly repeats?: number
}

export type Vaccine = {
  readonly name: string
  readonly atc: readonly [code: string, name: string]
  readonly on: string
  /** The day belongs to a childhood or to a campaign: it does not move. */
  readonly still?: true
  readonly lot?: string
  readonly rank?: number
  readonly kind?: 'INITIMMUNIZ' | 'BOOSTER' | 'IMMUNIZ'
  readonly by?: ProfessionalKey
  readonly comment?: string
}
