import { codedEl, idEl, nationalProfessionalOid, producerOid, timestamp } from './codes'
import type {
  Address,
  AuthorDraft,
  CdaTime,
  OrganizationDraft,
  ParticipantDraft,
  PatientDraft,
  PersonName,
  ProfessionalDraft,
} from './draft'
import { type Element, el, textEl } from './markup'

/** People and structures of the header, in the order that the CDA schema asks. */

function addressEl(address: Address | undefined, use?: string): Element {
  if (!address) return el('addr', { nullFlavor: 'NASK' })
  return el('addr', { use }, [
    textEl('streetName', address.street),
    textEl('postalCode', address.postalCode),
    textEl('city', address.city),
  ])
}

function telecomEl(phone: string | undefined, use: string): Element {
  return phone ? el('telecom', { value: `tel:${phone}`, use }) : el('telecom', { nullFlavor: 'NASK' })
}

function nameEl(name: PersonName): Element {
  return el('name', {}, [
    textEl('prefix', name.prefix),
    textEl('given', name.given),
    textEl('family', name.family),
    textEl('suffix', name.suffix),
  ])
}

/** Traits of the identity: `BR` is the name of birth, `CL` the one in use (CI-SIS, « structuration minimale »). */
function patientNameEl(patient: PatientDraft): Element {
  return el('name', {}, [
    el('family', { qualifier: 'BR' }, [patient.birthName]),
    el('given', {}, [patient.givenNames]),
    el('given', { qualifier: 'BR' }, [patient.firstGivenName]),
    el('family', { qualifier: 'CL' }, [patient.usedName ?? patient.birthName]),
    el('given', { qualifier: 'CL' }, [patient.usedGivenName ?? patient.firstGivenName]),
  ])
}

export function recordTargetEl(patient: PatientDraft): Element {
  const sexName = patient.sex === 'F' ? 'Féminin' : 'Masculin'
  return el('recordTarget', {}, [
    el('patientRole', { classCode: 'PAT' }, [
      el('id', { extension: patient.ins.matricule, root: patient.ins.oid }),
      addressEl(patient.address, 'H'),
      telecomEl(patient.phone, 'H'),
      el('patient', { classCode: 'PSN' }, [
        patientNameEl(patient),
        el('administrativeGenderCode', {
          code: patient.sex,
          displayName: sexName,
          codeSystem: '2.16.840.1.113883.5.1',
        }),
        el('birthTime', { value: timestamp(patient.birthDate) }),
        el('birthplace', {}, [
          el('place', {}, [
            el('addr', {}, [
              el('county', {}, [patient.birthPlace.code]),
              textEl('city', patient.birthPlace.name),
            ]),
          ]),
        ]),
      ]),
    ]),
  ])
}

type OrganizationTag = 'representedOrganization' | 'representedCustodianOrganization' | 'scopingOrganization'

export function organizationEl(tag: OrganizationTag, organization: OrganizationDraft): Element {
  const setting =
    tag === 'representedOrganization' && organization.setting
      ? codedEl('standardIndustryClassCode', organization.setting)
      : undefined
  return el(tag, {}, [
    idEl(organization.id),
    el('name', {}, [organization.name]),
    telecomEl(organization.phone, 'WP'),
    addressEl(organization.address),
    setting,
  ])
}

function whoEl(tag: string, professional: ProfessionalDraft): Element {
  return professional.by.kind === 'software'
    ? el('assignedAuthoringDevice', {}, [
        el('manufacturerModelName', {}, [professional.by.model]),
        el('softwareName', {}, [professional.by.name]),
      ])
    : el(tag, {}, [nameEl(professional.by)])
}

export function assignedEntityEl(professional: ProfessionalDraft): Element {
  const person =
    professional.by.kind === 'person'
      ? el('assignedPerson', {}, [nameEl(professional.by)])
      : el('assignedPerson', {}, [el('name', {}, [el('family', {}, [professional.by.name])])])
  return el('assignedEntity', {}, [
    idEl(professional.id),
    codedEl('code', professional.specialty),
    addressEl(professional.organization.address),
    telecomEl(professional.phone ?? professional.organization.phone, 'WP'),
    person,
    organizationEl('representedOrganization', professional.organization),
  ])
}

function assignedAuthorEl(professional: ProfessionalDraft): Element {
  return el('assignedAuthor', { classCode: 'ASSIGNED' }, [
    idEl(professional.id),
    codedEl('code', professional.specialty),
    addressEl(professional.organization.address),
    telecomEl(professional.phone ?? professional.organization.phone, 'WP'),
    whoEl('assignedPerson', professional),
    organizationEl('representedOrganization', professional.organization),
  ])
}

/** A citizen who writes is identified by his matricule and by the producer code of the patient. */
function patientAuthorEl(patient: PatientDraft): Element {
  const name = {
    family: patient.usedName ?? patient.birthName,
    given: patient.usedGivenName ?? patient.firstGivenName,
  }
  return el('assignedAuthor', { classCode: 'ASSIGNED' }, [
    el('id', { root: patient.ins.oid, extension: patient.ins.matricule }),
    codedEl('code', {
      code: 'EXP_PATIENT',
      display: 'Expression personnelle du patient',
      system: producerOid,
    }),
    addressEl(patient.address),
    telecomEl(patient.phone, 'H'),
    el('assignedPerson', {}, [nameEl(name)]),
  ])
}

export function authorEl(author: AuthorDraft, patient: PatientDraft): Element {
  return el('author', {}, [
    el('time', { value: timestamp(author.time) }),
    author.kind === 'professional' ? assignedAuthorEl(author.professional) : patientAuthorEl(patient),
  ])
}

export function custodianEl(organization: OrganizationDraft): Element {
  return el('custodian', {}, [
    el('assignedCustodian', {}, [organizationEl('representedCustodianOrganization', organization)]),
  ])
}

export function legalAuthenticatorEl(signature: { professional: ProfessionalDraft; time: CdaTime }): Element {
  return el('legalAuthenticator', {}, [
    el('time', { value: timestamp(signature.time) }),
    el('signatureCode', { code: 'S' }),
    assignedEntityEl(signature.professional),
  ])
}

export function participantEl(participant: ParticipantDraft): Element {
  const { professional } = participant
  const time = participant.time
    ? el('time', { 'xsi:type': 'IVL_TS' }, [el('high', { value: timestamp(participant.time) })])
    : el('time', { nullFlavor: 'NA' })
  const person =
    professional.by.kind === 'person' ? el('associatedPerson', {}, [nameEl(professional.by)]) : undefined
  return el('participant', { typeCode: participant.typeCode }, [
    participant.function ? codedEl('functionCode', participant.function) : undefined,
    time,
    el('associatedEntity', { classCode: 'PROV' }, [
      idEl(professional.id),
      codedEl('code', professional.specialty),
      addressEl(professional.organization.address),
      telecomEl(professional.phone ?? professional.organization.phone, 'WP'),
      person,
      organizationEl('scopingOrganization', professional.organization),
    ]),
  ])
}

/** A professional of the national register, from the number of the register. */
export function nationalId(extension: string): { root: string; extension: string } {
  return { root: nationalProfessionalOid, extension }
}
