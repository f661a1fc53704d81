/**
 * An IHE_XDM.zip (IHE ITI XDM, CI-SIS « Volet Échange de documents de santé »): documents with their XDS metadata (ebRIM 3.0), as a
 * professional's software mails them.
 */
export type XdmErrorCode =
  | 'not_a_zip'
  | 'zip_unsafe'
  | 'too_large'
  | 'metadata_missing'
  | 'metadata_invalid'
  | 'document_missing'
  | 'hash_mismatch'
  | 'size_mismatch'
  | 'xml_unsafe'
  | 'xml_invalid'

export type XdmCode = {
  readonly code: string
  readonly system: string | null
  readonly label: string | null
}

/** HL7 v2 CX: `value^^^&oid&ISO^type`. */
export type XdmIdentifier = {
  readonly value: string
  readonly authority: string | null
  readonly type: string | null
}

/** HL7 v2 XCN, with the fields France fills. */
export type XdmPerson = {
  readonly id: string | null
  readonly authority: string | null
  readonly familyName: string | null
  readonly givenName: string | null
  readonly idType: string | null
}

/** HL7 v2 XON. */
export type XdmOrganization = {
  readonly name: string | null
  readonly id: string | null
  readonly authority: string | null
  readonly idType: string | null
}

export type XdmAuthor = {
  readonly person: XdmPerson | null
  readonly institutions: readonly XdmOrganization[]
  readonly roles: readonly string[]
  readonly specialties: readonly XdmCode[]
}

/** Fields PID-3, PID-5, PID-7, PID-8 and PID-11 of sourcePatientInfo. */
export type XdmPatientInfo = {
  readonly birthName: string | null
  readonly usedName: string | null
  readonly givenNames: string | null
  readonly firstGivenName: string | null
  readonly birthDate: string | null
  readonly sex: string | null
  readonly birthPlace: string | null
}

export type XdmDocument = {
  readonly entryUuid: string | null
  readonly uniqueId: string
  readonly logicalId: string | null
  readonly version: number | null
  readonly status: string | null
  readonly mimeType: string | null
  readonly title: string | null
  readonly comments: string | null
  readonly type: XdmCode | null
  readonly class: XdmCode | null
  readonly format: XdmCode | null
  readonly confidentiality: readonly XdmCode[]
  readonly events: readonly XdmCode[]
  readonly facilityType: XdmCode | null
  readonly practiceSetting: XdmCode | null
  readonly authors: readonly XdmAuthor[]
  readonly legalAuthenticator: XdmPerson | null
  readonly languageCode: string | null
  /** XDS DTM, UTC: `20200317161100`. */
  readonly creationTime: string | null
  readonly serviceStartTime: string | null
  readonly serviceStopTime: string | null
  readonly patientId: XdmIdentifier | null
  readonly sourcePatientId: XdmIdentifier | null
  readonly patientInfo: XdmPatientInfo
  readonly hash: string | null
  readonly size: number | null
  readonly uri: string | null
  readonly repositoryUniqueId: string | null
  readonly referenceIds: readonly string[]
  /** Slot `urn:action:extraMetadataSlot`: C creates or updates, D deletes. */
  readonly action: 'create' | 'delete' | null
  /** uniqueId or entryUUID of what the associations RPLC / XFRM_RPLC and APND point to. */
  readonly replaces: readonly string[]
  readonly appends: readonly string[]
  /** Name of the file inside the archive. */
  readonly path: string
  readonly bytes: Uint8Array
}

export type XdmSubmissionSet = {
  readonly entryUuid: string | null
  readonly uniqueId: string | null
  readonly sourceId: string | null
  readonly patientId: XdmIdentifier | null
  readonly title: string | null
  readonly comments: string | null
  readonly contentType: XdmCode | null
  readonly authors: readonly XdmAuthor[]
  readonly submissionTime: string | null
  readonly documents: readonly XdmDocument[]
}

export type XdmPackage = { readonly submissionSets: readonly XdmSubmissionSet[] }
