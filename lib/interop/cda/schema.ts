/**
 * A CDA R2 document (HL7 Clinical Document Architecture) as France uses it: CI-SIS « Volet Structuration minimale de
 * documents de santé » for the header, level 1 (`nonXMLBody`) and level 3 (`structuredBody`) bodies.
 * Plain data; everything but `bytes` survives JSON. Absent parts are `null` or `[]`, never `undefined`.
 */
import type { CdaPeriod, CdaTime, Coded, Identifier, Organization, Party } from './schema-common'
import type { LabResult } from './schema-results'
import type { ImmunizationEntry, MedicationEntry } from './schema-treatments'

export type {
  CdaPeriod,
  CdaTime,
  Coded,
  CodeTranslation,
  Identifier,
  Organization,
  Party,
  PersonName,
  TimePrecision,
} from './schema-common'

export type CdaErrorCode = 'too_large' | 'xml_unsafe' | 'xml_invalid' | 'not_a_cda'

export type Author = Party & { readonly time: CdaTime | null; readonly role: Coded | null }

export type Signature = Party & { readonly time: CdaTime | null }

export type Participant = Party & {
  readonly typeCode: string | null
  readonly classCode: string | null
  readonly role: Coded | null
  readonly time: CdaPeriod | null
}

/** The traits of the INS (CI-SIS: BR = birth, CL = used) and every identifier of the patient. */
export type CdaPatient = {
  readonly ids: readonly Identifier[]
  /** The INS among `ids` (real, temporary, test or demonstration OID), when there is one. */
  readonly ins: { readonly matricule: string; readonly oid: string } | null
  readonly birthName: string | null
  readonly usedName: string | null
  /** First birth given name. */
  readonly birthGivenName: string | null
  /** All birth given names, in order, as written on the birth certificate. */
  readonly givenNames: string | null
  readonly usedGivenName: string | null
  readonly sex: string | null
  readonly birthTime: CdaTime | null
  /** INSEE code (COG) of the place of birth. */
  readonly birthPlaceCode: string | null
  readonly birthCity: string | null
}

export type ServiceEvent = {
  readonly id: Identifier | null
  readonly code: Coded | null
  readonly period: CdaPeriod
  readonly performer: Party | null
}

export type Encounter = {
  readonly id: Identifier | null
  readonly code: Coded | null
  readonly period: CdaPeriod
  readonly facilityType: Coded | null
  readonly facilityName: string | null
  readonly responsible: Party | null
}

export type RelatedDocument = {
  readonly type: 'replaces' | 'appends' | 'transforms' | 'other'
  readonly uniqueId: string | null
  readonly setId: string | null
  readonly version: number | null
}

/* ---- Narrative: a closed tree. A renderer that handles these kinds has handled every document. ---- */

export type NarrativeStyle = 'bold' | 'italic' | 'underline' | 'strike' | 'highlight'

export type NarrativeRow = {
  readonly id: string | null
  readonly styles: readonly NarrativeStyle[]
  readonly cells: readonly NarrativeCell[]
}

export type NarrativeCell = {
  readonly id: string | null
  readonly header: boolean
  readonly scope: 'row' | 'col' | 'rowgroup' | 'colgroup' | null
  readonly colSpan: number
  readonly rowSpan: number
  readonly align: 'left' | 'center' | 'right' | null
  readonly styles: readonly NarrativeStyle[]
  readonly children: readonly NarrativeNode[]
}

export type NarrativeNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | {
      readonly kind: 'paragraph'
      readonly id: string | null
      readonly styles: readonly NarrativeStyle[]
      readonly caption: readonly NarrativeNode[]
      readonly children: readonly NarrativeNode[]
    }
  | {
      readonly kind: 'content'
      readonly id: string | null
      readonly styles: readonly NarrativeStyle[]
      /** `revised="delete"` is text that the author removed. */
      readonly revised: 'insert' | 'delete' | null
      readonly children: readonly NarrativeNode[]
    }
  | { readonly kind: 'sub'; readonly children: readonly NarrativeNode[] }
  | { readonly kind: 'sup'; readonly children: readonly NarrativeNode[] }
  | {
      readonly kind: 'list'
      readonly id: string | null
      readonly ordered: boolean
      readonly caption: readonly NarrativeNode[]
      readonly items: readonly NarrativeItem[]
    }
  | {
      readonly kind: 'table'
      readonly id: string | null
      readonly caption: readonly NarrativeNode[]
      readonly head: readonly NarrativeRow[]
      readonly body: readonly NarrativeRow[]
      readonly foot: readonly NarrativeRow[]
    }
  /** `href` is `#id` of this document, `https://…` or `mailto:…`: nothing else ever becomes a link. */
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly NarrativeNode[] }
  | { readonly kind: 'footnote'; readonly id: string | null; readonly children: readonly NarrativeNode[] }
  | { readonly kind: 'footnoteRef'; readonly target: string }
  /** `targets` are ids of `parts`; a target may be missing from the document. */
  | {
      readonly kind: 'media'
      readonly targets: readonly string[]
      readonly caption: readonly NarrativeNode[]
    }

export type NarrativeItem = {
  readonly id: string | null
  readonly caption: readonly NarrativeNode[]
  readonly children: readonly NarrativeNode[]
}

export type Section = {
  readonly id: string | null
  readonly code: Coded | null
  readonly title: string | null
  readonly templateIds: readonly string[]
  readonly narrative: readonly NarrativeNode[]
  readonly sections: readonly Section[]
}

/** A file inside the document (image of an electrophoresis, PDF copy …). */
export type EmbeddedPart = {
  readonly id: string
  readonly declaredMediaType: string | null
  /** From the bytes themselves, or null when they are none of the kinds we know. */
  readonly mediaType: string | null
  readonly title: string | null
  readonly bytes: Uint8Array
}

export type CdaBody =
  | {
      readonly kind: 'file'
      readonly declaredMediaType: string | null
      readonly mediaType: string | null
      readonly bytes: Uint8Array
    }
  | { readonly kind: 'structured'; readonly sections: readonly Section[] }
  | { readonly kind: 'none' }

export type ClinicalDocument = {
  /** `root^extension`, or `root` when there is no extension (the form XDS uses). */
  readonly uniqueId: string | null
  readonly setId: string | null
  readonly version: number | null
  readonly related: readonly RelatedDocument[]
  readonly templateIds: readonly string[]
  readonly code: Coded | null
  readonly title: string | null
  readonly effectiveTime: CdaTime | null
  readonly confidentiality: readonly Coded[]
  readonly languageCode: string | null
  readonly patient: CdaPatient | null
  readonly authors: readonly Author[]
  readonly custodian: Organization | null
  readonly legalAuthenticator: Signature | null
  readonly authenticators: readonly Signature[]
  readonly participants: readonly Participant[]
  readonly recipients: readonly Party[]
  readonly serviceEvents: readonly ServiceEvent[]
  readonly encounter: Encounter | null
  readonly body: CdaBody
  readonly parts: readonly EmbeddedPart[]
  readonly results: readonly LabResult[]
  readonly immunizations: readonly ImmunizationEntry[]
  readonly medications: readonly MedicationEntry[]
  /** True when the file wrapped the document in an `xsl:stylesheet` (never executed). */
  readonly selfRendering: boolean
}
