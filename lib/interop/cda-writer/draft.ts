/**
 * What a document says, before it is XML. The shapes follow the French header (CI-SIS, « structuration minimale »)
 * and the body of the documents that French software really sends.
 */

/** A `Date` is an instant (written in Paris time); a text is a day, a month or a year: `2025-03-01`, `2025-03`, `2025`. */
export type CdaTime = Date | string

export type Coded = {
  readonly code: string
  readonly system: string
  readonly display: string
  readonly systemName?: string
}

export type Identifier = { readonly root: string; readonly extension?: string }

export type Address = { readonly street?: string; readonly postalCode?: string; readonly city?: string }

export type PatientDraft = {
  readonly ins: { readonly matricule: string; readonly oid: string }
  readonly birthName: string
  readonly usedName?: string
  /** All the given names of the birth certificate, separated by spaces. */
  readonly givenNames: string
  readonly firstGivenName: string
  readonly usedGivenName?: string
  readonly sex: 'F' | 'M'
  readonly birthDate: string
  readonly birthPlace: { readonly code: string; readonly name?: string }
  readonly address?: Address
  readonly phone?: string
}

export type OrganizationDraft = {
  readonly id: Identifier
  readonly name: string
  readonly phone?: string
  readonly address?: Address
  /** Where care is given: hospital, out of hospital (list A01). */
  readonly setting?: Coded
}

export type PersonName = {
  readonly family: string
  readonly given?: string
  readonly prefix?: string
  readonly suffix?: string
}

export type ProfessionalDraft = {
  readonly id: Identifier
  readonly specialty: Coded
  readonly organization: OrganizationDraft
  readonly phone?: string
  /** A person, or a software that writes alone (the reimbursements of the health insurance). */
  readonly by:
    | ({ readonly kind: 'person' } & PersonName)
    | { readonly kind: 'software'; readonly name: string; readonly model: string }
}

/** The citizen writing for himself: his matricule is the author's identifier. */
export type AuthorDraft =
  | { readonly kind: 'professional'; readonly professional: ProfessionalDraft; readonly time: CdaTime }
  | { readonly kind: 'patient'; readonly time: CdaTime }

export type ParticipantDraft = {
  readonly typeCode: 'REF' | 'PRF' | 'INF' | 'CON'
  readonly function?: Coded
  readonly time?: CdaTime
  readonly professional: ProfessionalDraft
}

export type ServiceEventDraft = {
  readonly id?: Identifier
  readonly code?: Coded
  readonly low: CdaTime
  readonly high?: CdaTime
  readonly performer?: ProfessionalDraft
}

export type EncounterDraft = {
  readonly id?: Identifier
  readonly code?: Coded
  readonly low?: CdaTime
  readonly high?: CdaTime
  readonly facility: Coded
  readonly placeName?: string
}

export type CdaDraft = {
  readonly templates: readonly Identifier[]
  readonly id: Identifier
  readonly code: Coded
  readonly title: string
  readonly effectiveTime: CdaTime
  /** Normal, restricted, very restricted; `flags` are the French visibility codes added to it. */
  readonly confidentiality?: { readonly level: 'N' | 'R' | 'V'; readonly flags?: readonly Coded[] }
  readonly language?: string
  readonly setId: Identifier
  readonly version: number
  readonly patient: PatientDraft
  readonly authors: readonly AuthorDraft[]
  readonly custodian: OrganizationDraft
  readonly legalAuthenticator?: { readonly professional: ProfessionalDraft; readonly time: CdaTime }
  readonly participants?: readonly ParticipantDraft[]
  readonly orders?: readonly Identifier[]
  readonly serviceEvents: readonly ServiceEventDraft[]
  /** The document that this one replaces. */
  readonly replaces?: Identifier
  readonly encounter: EncounterDraft
  readonly body: BodyDraft
}

export type BodyDraft =
  | { readonly kind: 'unstructured'; readonly mediaType: string; readonly bytes: Uint8Array }
  | { readonly kind: 'structured'; readonly sections: readonly SectionDraft[] }

export type SectionDraft = {
  readonly templates?: readonly Identifier[]
  readonly id?: Identifier
  readonly code?: Coded
  readonly title: string
  readonly blocks: readonly Block[]
  readonly entries?: readonly EntryDraft[]
  readonly sections?: readonly SectionDraft[]
}

export type Inline =
  | string
  | { readonly text: string; readonly bold?: true; readonly italic?: true; readonly id?: string }
  | { readonly lineBreak: true }
  | { readonly footnote: string }

export type Content = string | readonly Inline[]

export type Block =
  | { readonly kind: 'paragraph'; readonly caption?: string; readonly content: Content }
  | {
      readonly kind: 'list'
      readonly ordered?: true
      readonly caption?: string
      readonly items: readonly Content[]
    }
  | {
      readonly kind: 'table'
      readonly caption?: string
      readonly head: readonly string[]
      readonly rows: readonly (readonly Content[])[]
    }
  /** `id` is the one a `{ footnote }` of the text points at. */
  | { readonly kind: 'footnote'; readonly id: string; readonly content: Content }
  | {
      readonly kind: 'image'
      readonly id: string
      readonly mediaType: string
      readonly bytes: Uint8Array
      readonly caption?: string
    }

export type Interpretation = 'N' | 'H' | 'L' | 'HH' | 'LL' | 'A' | 'POS' | 'NEG'

export type ResultValue =
  /** `value` keeps the digits of the laboratory, with a point: `0.90` is not `0.9`. */
  | { readonly kind: 'quantity'; readonly value: string; readonly unit: string; readonly unitLabel?: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'coded'; readonly coded: Coded }

export type ResultDraft = {
  readonly label: string
  readonly code: Coded
  readonly time: CdaTime
  readonly value: ResultValue
  readonly range?: { readonly low?: string; readonly high?: string; readonly text?: string }
  readonly interpretation?: Interpretation
  readonly method?: { readonly label: string; readonly code?: Coded }
  readonly previous?: readonly { readonly time: CdaTime; readonly value: ResultValue }[]
  readonly comment?: string
}

export type ImmunisationDraft = {
  readonly id: Identifier
  readonly label: string
  readonly date: CdaTime
  readonly kind?: 'INITIMMUNIZ' | 'BOOSTER' | 'IMMUNIZ'
  readonly vaccine: { readonly code?: Coded; readonly name: string; readonly atc?: Coded }
  readonly lot?: string
  readonly rank?: number
  readonly route?: Coded
  readonly site?: string
  readonly performer?: ProfessionalDraft
  readonly comment?: string
}

export type MedicationDraft = {
  readonly id: Identifier
  readonly label: string
  readonly code?: Coded
  readonly atc?: Coded
  /** Prescribed (`INT`) or given out (`EVN`). */
  readonly mood: 'INT' | 'EVN'
  readonly low?: CdaTime
  readonly high?: CdaTime
  readonly dosage: string
  readonly repeats?: number
}

/**
 * Structured facts. The narrative of the facts is written from them, so that the text and the entries can never
 * disagree: a section with facts shows its blocks, then one table per group of facts.
 */
export type EntryDraft =
  | {
      readonly kind: 'biology'
      readonly code: Coded
      readonly groups: readonly {
        readonly code?: Coded
        readonly label?: string
        readonly results: readonly ResultDraft[]
      }[]
    }
  | { readonly kind: 'immunisations'; readonly items: readonly ImmunisationDraft[] }
  | { readonly kind: 'medications'; readonly items: readonly MedicationDraft[] }
