import type { Block, BodyDraft, ResultDraft } from '@/lib/interop/cda-writer/draft'

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
  | 'insurance'

/**
 * One document of the story. Every text may hold `{d:2025-11-14}` (a day, shifted like the story and written
 * in French), `{m:2025-11-14}` (its month) or `{y:2025-11-14}` (its year).
 */
export type StoryDocument = {
  /** Stable for ever: the identifiers of the document derive from it. */
  readonly n: number
  readonly type: TypeKey
  readonly title: string
  readonly author: ProfessionalKey | 'self'
  /** Day of the document. It moves with the story, unless `still`: a birth or a childhood vaccine does not move. */
  readonly on: string
  readonly at?: string
  readonly still?: true
  /** Days between the document and its arrival. */
  readonly arrivesAfter?: number
  readonly body: StoryBody
  readonly visibility?: 'MASQUE_PS' | 'INVISIBLE_PATIENT' | 'INVISIBLE_REPRESENTANTS_LEGAUX'
  /** The number of the document this one replaces. */
  readonly replaces?: number
  /** Documents that stay in the same set share a number and count their versions. */
  readonly version?: number
  /** Stay in hospital, or a visit. */
  readonly stay?: { readonly from: string; readonly to: string }
  readonly act?: { readonly code: string; readonly display: string; readonly system: 'LOINC' | 'CCAM' }
}

export type StoryBody =
  | { readonly kind: 'cda'; readonly body: BodyDraft }
  | { readonly kind: 'letter'; readonly lines: readonly string[]; readonly wrapped: boolean }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'png'; readonly image: ImageKey }

export type ImageKey = 'knee' | 'wrist' | 'booklet' | 'electrocardiogram'

export type TypeKey = string

export type Section = {
  readonly title: string
  readonly code?: { readonly code: string; readonly display: string }
  readonly blocks: readonly Block[]
}

export type BiologyReport = { readonly on: string; readonly values: Readonly<Record<string, string>> }

export type { ResultDraft }
