/**
 * What every door (import, mail, API) receives, once read: one document, its metadata in XDS terms (CI-SIS « Volet
 * Partage de documents de santé ») and the exact bytes to store.
 */
import type { CdaErrorCode, CdaTime, ClinicalDocument } from '@/lib/interop/cda/schema'
import type { Decoded } from '@/lib/interop/decoded'
import type { XdmErrorCode } from '@/lib/interop/xdm/schema'

export type IncomingErrorCode =
  | XdmErrorCode
  | CdaErrorCode
  | 'empty'
  | 'unsupported_type'
  | 'patient_mismatch'

/** The label is never empty: the sender's, else the French one of our tables, else the code itself. */
export type Code = { readonly code: string; readonly system: string | null; readonly label: string }

export type IncomingOrganization = {
  /** National identifier (FINESS, SIRET …) with its key digit, as sent. */
  readonly id: string | null
  readonly idSystem: string | null
  readonly name: string
}

export type IncomingAuthor = {
  /** RPPS, ADELI, INS of the patient … as sent; with the OID of who issued it. */
  readonly id: string | null
  readonly idSystem: string | null
  readonly familyName: string | null
  readonly givenName: string | null
  /** A name to show: person, else device, else organisation. */
  readonly displayName: string
  readonly role: string | null
  readonly specialty: Code | null
  readonly organization: IncomingOrganization | null
  readonly kind: 'person' | 'device' | 'organization'
}

export type IncomingPatient = {
  readonly matricule: string
  readonly oid: string
  readonly traits: {
    readonly birthName: string | null
    readonly usedName: string | null
    readonly givenNames: string | null
    readonly firstGivenName: string | null
    readonly sex: string | null
    /** YYYY-MM-DD, or shorter when that is all the source says. */
    readonly birthDate: string | null
    /** INSEE code (COG). */
    readonly birthPlace: string | null
  }
}

/** An instant or a partial date: never invent the precision the source does not have. */
export type IncomingTime = Pick<CdaTime, 'iso' | 'precision'>

export type IncomingDocument = {
  readonly action: 'store' | 'replace' | 'delete'
  readonly uniqueId: string | null
  readonly entryUuid: string | null
  readonly setId: string | null
  readonly version: number | null
  /** uniqueId or entryUUID (`urn:uuid:…`) of the documents that this one replaces. */
  readonly replaces: readonly string[]
  /** Same for documents to which this one is an addition. */
  readonly appends: readonly string[]
  readonly patient: IncomingPatient | null
  readonly type: Code | null
  readonly class: Code | null
  readonly format: Code | null
  /** Closed vocabulary: N R V MASQUE_PS INVISIBLE_PATIENT INVISIBLE_REPRESENTANTS_LEGAUX (unknown codes are kept). */
  readonly confidentiality: readonly string[]
  readonly events: readonly Code[]
  readonly facilityType: Code | null
  readonly practiceSetting: Code | null
  readonly title: string
  readonly comments: string | null
  readonly authors: readonly IncomingAuthor[]
  readonly custodian: IncomingOrganization | null
  readonly legalAuthenticator: IncomingAuthor | null
  readonly languageCode: string | null
  readonly creation: IncomingTime | null
  readonly serviceStart: IncomingTime | null
  readonly serviceStop: IncomingTime | null
  readonly submissionSetId: string | null
  readonly submittedAt: IncomingTime | null
  /** Of the stored bytes, from the bytes: `application/xml` for a CDA. */
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly sha1: string
  readonly sha256: string
  readonly size: number
  readonly fileName: string
  /** The parsed document when the bytes are a CDA, so that nobody parses it twice. */
  readonly cda: ClinicalDocument | null
}

export type IncomingResult = Decoded<readonly IncomingDocument[], IncomingErrorCode>
