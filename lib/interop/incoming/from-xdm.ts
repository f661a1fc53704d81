import { INS_OIDS } from '@/lib/interop/cda/patient'
import type { ClinicalDocument } from '@/lib/interop/cda/schema'
import { parseTime } from '@/lib/interop/cda/time'
import { classLabel, confidentialityCode, formatLabel, typeLabel } from '@/lib/interop/terminology/documents'
import { facilityLabel, practiceSettingLabel, specialtyLabel } from '@/lib/interop/terminology/people'
import type {
  XdmAuthor,
  XdmCode,
  XdmDocument,
  XdmIdentifier,
  XdmOrganization,
  XdmPerson,
  XdmSubmissionSet,
} from '@/lib/interop/xdm/schema'
import { type Described, describeCda, relationsOf, traitsOf } from './from-cda'
import type { Code, IncomingAuthor, IncomingOrganization, IncomingPatient, IncomingTime } from './schema'

/** XDS metadata of a package. They win over the CDA header, which fills what they do not say. */

type Labels = (code: string) => string | null

function codeOf(code: XdmCode | null, labels: Labels): Code | null {
  return code
    ? { code: code.code, system: code.system, label: code.label ?? labels(code.code) ?? code.code }
    : null
}

/** XDS dates and times are UTC (IHE ITI TF-3 §4.2.3.1.7, DTM). */
function timeOf(dtm: string | null): IncomingTime | null {
  const time = parseTime(dtm && /^\d{9,}$/.test(dtm) ? `${dtm}Z` : dtm)
  return time ? { iso: time.iso, precision: time.precision } : null
}

/** Some senders copy the local time of the header without converting it: the header, which has a zone, is then right. */
function agreed(dtm: string | null, header: IncomingTime | null): IncomingTime | null {
  const local = header?.iso.slice(0, 19).replace(/\D/g, '')
  if (header && dtm && local?.length === dtm.length && local === dtm && /T.*[+-]/.test(header.iso))
    return header
  return timeOf(dtm) ?? header
}

function organizationOf(organization: XdmOrganization | null): IncomingOrganization | null {
  const name = organization?.name ?? organization?.id
  return organization && name ? { id: organization.id, idSystem: organization.authority, name } : null
}

/** TRE_A00 producers that are not people; RI is the XCN type of a resource identifier. */
const DEVICES = new Set(['ALIM_AM', 'AUTOMATE', 'DISPOSITIF', 'SNR'])

function fullName(person: XdmPerson | null): string | null {
  // Machines are sometimes given « . » for a first name.
  const parts = [...new Set([person?.givenName, person?.familyName])].filter(
    part => part && /[\p{L}\p{N}]/u.test(part),
  )
  return parts.join(' ') || null
}

function personOf(person: XdmPerson | null) {
  return {
    id: person?.id ?? null,
    idSystem: person?.authority ?? null,
    familyName: person?.familyName ?? null,
    givenName: person?.givenName ?? null,
  }
}

function authorOf(author: XdmAuthor): IncomingAuthor {
  const organization = organizationOf(author.institutions[0] ?? null)
  const specialty = codeOf(author.specialties[0] ?? null, specialtyLabel)
  const name = fullName(author.person)
  const device = DEVICES.has(specialty?.code ?? '') || author.person?.idType === 'RI'
  return {
    ...personOf(author.person),
    displayName: name ?? organization?.name ?? specialty?.label ?? '',
    role: author.roles[0] ?? null,
    specialty,
    organization,
    kind: device ? 'device' : name ? 'person' : 'organization',
  }
}

function signatoryOf(person: XdmPerson | null): IncomingAuthor | null {
  const name = fullName(person)
  if (!name) return null
  return {
    ...personOf(person),
    displayName: name,
    role: null,
    specialty: null,
    organization: null,
    kind: 'person',
  }
}

function isIns(id: XdmIdentifier | null): id is XdmIdentifier & { readonly authority: string } {
  return id?.authority != null && INS_OIDS.some(oid => oid === id.authority)
}

/** Everything that names the patient names the same one: set, document entry, CDA header. */
export function samePatient(
  document: XdmDocument,
  set: XdmSubmissionSet,
  cda: ClinicalDocument | null,
): boolean {
  const mine = document.patientId
  if (!isIns(mine)) return true
  const other = set.patientId
  if (isIns(other) && (other.value !== mine.value || other.authority !== mine.authority)) return false
  const ins = cda?.patient?.ids.filter(id => INS_OIDS.some(oid => oid === id.root)) ?? []
  const matricule = (text: string | null) => text?.replace(/\s/g, '').toUpperCase()
  return (
    ins.length === 0 ||
    ins.some(id => id.root === mine.authority && matricule(id.extension) === matricule(mine.value))
  )
}

function patientOf(document: XdmDocument, cda: ClinicalDocument | null): IncomingPatient | null {
  const id = document.patientId
  const header = traitsOf(cda?.patient ?? null)
  const info = document.patientInfo
  const traits: IncomingPatient['traits'] = {
    birthName: info.birthName ?? header.birthName,
    usedName: info.usedName ?? header.usedName,
    givenNames: info.givenNames ?? header.givenNames,
    firstGivenName: info.firstGivenName ?? header.firstGivenName,
    sex: info.sex ?? header.sex,
    birthDate: info.birthDate ?? header.birthDate,
    birthPlace: info.birthPlace ?? header.birthPlace,
  }
  if (isIns(id)) return { matricule: id.value.replace(/\s/g, '').toUpperCase(), oid: id.authority, traits }
  return cda?.patient?.ins ? { ...cda.patient.ins, traits } : null
}

type Classified = Pick<
  Described,
  'type' | 'class' | 'format' | 'confidentiality' | 'events' | 'facilityType' | 'practiceSetting'
>

function classified(document: XdmDocument, header: Described | null): Classified {
  const confidentiality = [...new Set(document.confidentiality.map(({ code }) => confidentialityCode(code)))]
  return {
    type: codeOf(document.type, typeLabel) ?? header?.type ?? null,
    class: codeOf(document.class, classLabel) ?? header?.class ?? null,
    format: codeOf(document.format, formatLabel) ?? header?.format ?? null,
    confidentiality: confidentiality.length > 0 ? confidentiality : (header?.confidentiality ?? []),
    events: document.events.length > 0 ? codesOf(document.events) : (header?.events ?? []),
    facilityType: codeOf(document.facilityType, facilityLabel) ?? header?.facilityType ?? null,
    practiceSetting:
      codeOf(document.practiceSetting, practiceSettingLabel) ?? header?.practiceSetting ?? null,
  }
}

function codesOf(codes: readonly XdmCode[]): Code[] {
  return codes.map(code => codeOf(code, () => null)).filter(code => code !== null)
}

/** What a package says by association and what the header says are the same act: a deletion replaces nothing. */
function replacedBy(document: XdmDocument, cda: ClinicalDocument | null): string[] {
  if (document.action === 'delete') return []
  return [...new Set([...document.replaces, ...relationsOf(cda, 'replaces')])]
}

function actionOf(document: XdmDocument, replaces: readonly string[]): Described['action'] {
  if (document.action === 'delete') return 'delete'
  return replaces.length > 0 ? 'replace' : 'store'
}

type Dated = Pick<Described, 'creation' | 'serviceStart' | 'serviceStop'>

function dated(document: XdmDocument, header: Described | null): Dated {
  return {
    creation: agreed(document.creationTime, header?.creation ?? null),
    serviceStart: agreed(document.serviceStartTime, header?.serviceStart ?? null),
    serviceStop: agreed(document.serviceStopTime, header?.serviceStop ?? null),
  }
}

export function describeXdm(
  document: XdmDocument,
  set: XdmSubmissionSet,
  cda: ClinicalDocument | null,
): Described {
  const header = cda ? describeCda(cda) : null
  const replaces = replacedBy(document, cda)
  return {
    ...classified(document, header),
    ...dated(document, header),
    action: actionOf(document, replaces),
    uniqueId: document.uniqueId,
    entryUuid: document.entryUuid,
    setId: header?.setId ?? null,
    version: header?.version ?? document.version,
    replaces,
    appends: [...new Set([...document.appends, ...(header?.appends ?? [])])],
    patient: patientOf(document, cda),
    title: document.title ?? header?.title ?? null,
    comments: document.comments,
    authors: document.authors.length > 0 ? document.authors.map(authorOf) : (header?.authors ?? []),
    custodian: header?.custodian ?? null,
    legalAuthenticator: signatoryOf(document.legalAuthenticator) ?? header?.legalAuthenticator ?? null,
    languageCode: document.languageCode ?? header?.languageCode ?? null,
    submissionSetId: set.uniqueId,
    submittedAt: timeOf(set.submissionTime),
  }
}
