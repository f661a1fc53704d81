import { biology, INS } from '@/lib/interop/cda/fixtures/documents'
import type { XdmDocumentDraft, XdmSetDraft } from './write-metadata'

/** A submission set written for the tests: one biology report of an invented person. */
const PATIENT = { value: INS.matricule, authority: INS.oid, type: 'NH' }

const AUTHOR = {
  person: {
    id: '801000000017',
    authority: '1.2.250.1.71.4.2.1',
    familyName: 'ANCOLIE',
    givenName: 'Violette',
    idType: 'IDNPS',
  },
  institutions: [
    { name: 'Laboratoire & Fils', id: '1990000017', authority: '1.2.250.1.71.4.2.2', idType: 'IDNST' },
  ],
  roles: ['Biologiste responsable'],
  specialties: [
    { code: 'G15_10/SM03', label: 'Médecin - Biologie médicale (SM)', system: '1.2.250.1.213.1.1.4.5' },
  ],
}

const code = (value: string, system: string, label: string) => ({ code: value, system, label })

export function documentDraft(change: Partial<XdmDocumentDraft> = {}): XdmDocumentDraft {
  return {
    entryUuid: 'urn:uuid:11111111-1111-4111-8111-111111111111',
    uniqueId: '1.2.250.1.999.1^BIO-42-2',
    mimeType: 'text/xml',
    bytes: biology(),
    patientId: PATIENT,
    title: 'Bilan de juin <bis>',
    comments: 'À lire « vite »',
    type: code('11502-2', '2.16.840.1.113883.6.1', 'CR d’examens biologiques'),
    class: code('10', '1.2.250.1.213.1.1.4.1', 'Compte rendu'),
    format: code('urn:ihe:lab:xd-lab:2008', '1.3.6.1.4.1.19376.1.2.3', 'Biologie'),
    confidentiality: [
      code('N', '2.16.840.1.113883.5.25', 'Normal'),
      code('INVISIBLE_REP_LEGAUX', '1.2.250.1.213.1.1.4.13', 'Non visible'),
    ],
    events: [code('18719-5', '2.16.840.1.113883.6.1', 'Biochimie')],
    facilityType: code('SA25', '1.2.250.1.71.4.2.4', 'Laboratoire'),
    practiceSetting: code('AMBULATOIRE', '1.2.250.1.213.1.1.4.9', 'Ambulatoire'),
    authors: [AUTHOR],
    legalAuthenticator: AUTHOR.person,
    languageCode: 'fr-FR',
    creationTime: '20250612154500',
    serviceStartTime: '202506120530',
    serviceStopTime: '20250612150000',
    sourcePatientId: { value: 'IPP-9', authority: '1.2.3.4', type: 'PI' },
    patientInfo: {
      birthName: 'TRÉMIÈRE',
      usedName: 'GUIMAUVE',
      givenNames: 'ROSE ALIX INÈS',
      firstGivenName: 'ROSE',
      birthDate: '1985-04-12',
      sex: 'F',
      birthPlace: '75056',
    },
    repositoryUniqueId: '1.2.3.4.5',
    referenceIds: ['A-1^^^&1.2.3&ISO^urn:ihe:iti:xds:2013:accession'],
    action: null,
    replaces: [],
    appends: [],
    ...change,
  }
}

export function setDraft(documents: readonly XdmDocumentDraft[] = [documentDraft()]): XdmSetDraft {
  return {
    entryUuid: 'urn:uuid:99999999-9999-4999-8999-999999999999',
    uniqueId: '1.2.250.1.999.7',
    sourceId: '1.2.250.1.999.8',
    patientId: PATIENT,
    title: 'Envoi',
    comments: null,
    contentType: code('04', '1.2.250.1.213.2.2', 'Hospitalisation'),
    authors: [AUTHOR],
    submissionTime: '20250612160000',
    documents,
  }
}

export const SENDER = { name: 'Laboratoire <Fils> & Cie', application: 'Essais 1.0' } as const
