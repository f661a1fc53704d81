import type { CdaPatient, ClinicalDocument, Coded, Organization, Party } from '@/lib/interop/cda/schema'
import {
  CLASS_SYSTEM,
  classLabel,
  classOfType,
  confidentialityCode,
  FORMAT_SYSTEM,
  formatLabel,
  formatOfMedia,
  formatOfTemplates,
  typeLabel,
  UNLISTED_FORMAT,
  VISIBILITY_SYSTEM,
} from '@/lib/interop/terminology/documents'
import { facilityLabel, practiceSettingLabel, specialtyLabel } from '@/lib/interop/terminology/people'
import type { Code, IncomingAuthor, IncomingDocument, IncomingOrganization, IncomingPatient } from './schema'

/**
 * XDS metadata from a CDA header: CI-SIS « Volet Partage de documents de santé », annex « Sources des métadonnées XDS ». Class and format
 * come from the code lists, since the header does not hold them.
 */
export type Described = Omit<
  IncomingDocument,
  'mediaType' | 'bytes' | 'sha1' | 'sha256' | 'size' | 'fileName' | 'cda' | 'title'
> & { readonly title: string | null }

type Labels = (code: string) => string | null

export function codeOf(coded: Coded | null, labels: Labels): Code | null {
  if (!coded?.code) return null
  return { code: coded.code, system: coded.system, label: coded.label ?? labels(coded.code) ?? coded.code }
}

/** A code of our own tables. */
export function listed(code: string | null, system: string, labels: Labels): Code | null {
  return code ? { code, system, label: labels(code) ?? code } : null
}

export function organizationOf(organization: Organization | null): IncomingOrganization | null {
  const [id = null] = organization?.ids ?? []
  const name = organization?.name ?? id?.extension ?? null
  return name ? { id: id?.extension ?? null, idSystem: id?.root ?? null, name } : null
}

function kindOf(party: Party): IncomingAuthor['kind'] {
  if (party.device) return 'device'
  return party.name ? 'person' : 'organization'
}

export function authorOf(party: Party, role: string | null): IncomingAuthor {
  const [id = null] = party.ids
  const organization = organizationOf(party.organization)
  const device = party.device?.software ?? party.device?.manufacturer ?? null
  return {
    id: id?.extension ?? null,
    idSystem: id?.root ?? null,
    familyName: party.name?.family ?? null,
    givenName: party.name?.given ?? null,
    displayName: party.name?.full ?? device ?? organization?.name ?? party.specialty?.label ?? '',
    role,
    specialty: codeOf(party.specialty, specialtyLabel),
    organization,
    kind: kindOf(party),
  }
}

export function traitsOf(patient: CdaPatient | null): IncomingPatient['traits'] {
  return {
    birthName: patient?.birthName ?? null,
    usedName: patient?.usedName ?? null,
    givenNames: patient?.givenNames ?? null,
    firstGivenName: patient?.birthGivenName ?? null,
    sex: patient?.sex ?? null,
    birthDate: patient?.birthTime?.iso.slice(0, 10) ?? null,
    birthPlace: patient?.birthPlaceCode ?? null,
  }
}

function patientOf(patient: CdaPatient | null): IncomingPatient | null {
  return patient?.ins ? { ...patient.ins, traits: traitsOf(patient) } : null
}

function formatOf(cda: ClinicalDocument): Code | null {
  const { body, templateIds } = cda
  const code =
    body.kind === 'file'
      ? formatOfMedia(body.mediaType ?? body.declaredMediaType ?? '')
      : (formatOfTemplates(templateIds) ?? UNLISTED_FORMAT)
  return listed(code, FORMAT_SYSTEM, formatLabel)
}

/** The act documented by the document is the one that says who did it and in what setting. */
function mainEvent(cda: ClinicalDocument) {
  return cda.serviceEvents.find(event => event.performer !== null) ?? cda.serviceEvents[0] ?? null
}

function practiceSettingOf(cda: ClinicalDocument): Coded | null {
  const organizations = [
    mainEvent(cda)?.performer?.organization,
    cda.authors[0]?.organization,
    cda.legalAuthenticator?.organization,
  ]
  return organizations.find(organization => organization?.practiceSetting)?.practiceSetting ?? null
}

function eventsOf(cda: ClinicalDocument): Code[] {
  const events: Code[] = []
  for (const { code } of cda.serviceEvents) {
    const main = codeOf(code, () => null)
    if (main) events.push(main)
    for (const other of code?.translations ?? []) events.push({ ...other, label: other.label ?? other.code })
  }
  return events
}

export function relationsOf(cda: ClinicalDocument | null, type: 'replaces' | 'appends'): string[] {
  return (cda?.related ?? [])
    .filter(related => related.type === type)
    .map(related => related.uniqueId)
    .filter(uniqueId => uniqueId !== null)
}

/** The header has room for one code (N, R, V); those of visibility, when present, are its translations. */
function confidentialityOf(cda: ClinicalDocument): string[] {
  const codes = cda.confidentiality.flatMap(({ code, translations }) => [
    code ?? 'N',
    ...translations.filter(({ system }) => system === VISIBILITY_SYSTEM).map(translation => translation.code),
  ])
  return [...new Set(codes.map(confidentialityCode))]
}

export function describeCda(cda: ClinicalDocument): Described {
  const replaces = relationsOf(cda, 'replaces')
  const type = cda.code?.code ?? null
  return {
    action: replaces.length > 0 ? 'replace' : 'store',
    uniqueId: cda.uniqueId,
    entryUuid: null,
    setId: cda.setId,
    version: cda.version,
    replaces,
    appends: relationsOf(cda, 'appends'),
    patient: patientOf(cda.patient),
    type: codeOf(cda.code, typeLabel),
    class: listed(type ? classOfType(type) : null, CLASS_SYSTEM, classLabel),
    format: formatOf(cda),
    confidentiality: confidentialityOf(cda),
    events: eventsOf(cda),
    facilityType: codeOf(cda.encounter?.facilityType ?? null, facilityLabel),
    practiceSetting: codeOf(practiceSettingOf(cda), practiceSettingLabel),
    title: cda.title,
    comments: null,
    authors: cda.authors.map(author => authorOf(author, author.role?.label ?? null)),
    custodian: organizationOf(cda.custodian),
    legalAuthenticator: cda.legalAuthenticator ? authorOf(cda.legalAuthenticator, null) : null,
    languageCode: cda.languageCode,
    creation: cda.effectiveTime,
    serviceStart: mainEvent(cda)?.period.start ?? null,
    serviceStop: mainEvent(cda)?.period.end ?? null,
    submissionSetId: null,
    submittedAt: null,
  }
}
