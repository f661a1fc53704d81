import { type Element, el, serialise } from '@/lib/interop/cda-writer/markup'
import {
  ACTION_SLOT,
  APPENDS,
  HAS_MEMBER,
  IDENTIFIERS,
  LCM,
  REPLACES,
  RIM,
  SCHEMES,
  STABLE_DOCUMENT,
  SUBMISSION_SET_NODE,
} from './ebrim'
import { escaped } from './hl7'

import type {
  XdmAuthor,
  XdmCode,
  XdmDocument,
  XdmIdentifier,
  XdmOrganization,
  XdmPatientInfo,
  XdmPerson,
  XdmSubmissionSet,
} from './schema'

/** What the caller says of a document; hash, size and name are computed. Absent means unknown. */
export type XdmDocumentDraft = Pick<
  XdmDocument,
  'entryUuid' | 'uniqueId' | 'bytes' | 'mimeType' | 'patientId'
> &
  Partial<
    Omit<
      XdmDocument,
      'entryUuid' | 'uniqueId' | 'bytes' | 'mimeType' | 'patientId' | 'hash' | 'size' | 'uri' | 'path'
    >
  >

export type XdmSetDraft = Pick<XdmSubmissionSet, 'entryUuid' | 'uniqueId' | 'sourceId' | 'patientId'> &
  Partial<Pick<XdmSubmissionSet, 'title' | 'comments' | 'contentType' | 'authors' | 'submissionTime'>> & {
    readonly documents: readonly XdmDocumentDraft[]
  }

type Part = Element | null

function some(parts: readonly Part[]): Element[] {
  return parts.filter(part => part !== null)
}

function slot(name: string, values: readonly (string | null | undefined)[]): Part {
  const kept = values
    .filter(value => value !== null && value !== undefined && value !== '')
    .map(value => value ?? '')
  if (kept.length === 0) return null
  return el('rim:Slot', { name }, [
    el(
      'rim:ValueList',
      {},
      kept.map(value => el('rim:Value', {}, [value])),
    ),
  ])
}

function localized(name: 'rim:Name' | 'rim:Description', text: string | null | undefined): Part {
  if (!text) return null
  return el(name, {}, [el('rim:LocalizedString', { 'xml:lang': 'FR', charset: 'UTF-8', value: text })])
}

export function cx({ value, authority, type }: XdmIdentifier): string {
  return `${escaped(value)}^^^&${escaped(authority)}&ISO^${escaped(type)}`
}

export function xcn(person: XdmPerson): string {
  const { id, familyName, givenName, authority, idType } = person
  const issuer = authority ? `&${escaped(authority)}&ISO` : ''
  return `${escaped(id)}^${escaped(familyName)}^${escaped(givenName)}^^^^^^${issuer}^D^^^${escaped(idType)}`
}

export function xon({ name, id, authority, idType }: XdmOrganization): string {
  const issuer = authority ? `&${escaped(authority)}&ISO` : ''
  return `${escaped(name)}^^^^^${issuer}^${escaped(idType)}^^^${escaped(id)}`
}

function ce({ code, label, system }: XdmCode): string {
  return `${escaped(code)}^${escaped(label)}^${escaped(system)}`
}

function pid(info: XdmPatientInfo): string[] {
  const legal = `PID-5|${escaped(info.birthName)}^${escaped(info.firstGivenName)}^${escaped(info.givenNames)}^^^^L`
  const used = info.usedName ? `PID-5|${escaped(info.usedName)}^${escaped(info.firstGivenName)}^^^^^D` : ''
  return [
    info.birthName ? legal : '',
    used,
    info.birthDate ? `PID-7|${info.birthDate.replaceAll('-', '')}` : '',
    info.sex ? `PID-8|${escaped(info.sex)}` : '',
    info.birthPlace ? `PID-11|^^^^^^BDL^^${escaped(info.birthPlace)}` : '',
  ]
}

/** Classifications and identifiers of one registry object need ids of their own: numbered within it. */
class ObjectWriter {
  private count = 0

  constructor(private readonly id: string) {}

  private next(): string {
    return `${this.id}-${++this.count}`
  }

  code(scheme: string, code: XdmCode | null | undefined): Part {
    if (!code) return null
    return el(
      'rim:Classification',
      {
        id: this.next(),
        classificationScheme: scheme,
        classifiedObject: this.id,
        nodeRepresentation: code.code,
      },
      some([slot('codingScheme', [code.system]), localized('rim:Name', code.label)]),
    )
  }

  codes(scheme: string, codes: readonly XdmCode[] | undefined): Part[] {
    return (codes ?? []).map(code => this.code(scheme, code))
  }

  authors(scheme: string, authors: readonly XdmAuthor[] | undefined): Part[] {
    return (authors ?? []).map(author =>
      el(
        'rim:Classification',
        { id: this.next(), classificationScheme: scheme, classifiedObject: this.id, nodeRepresentation: '' },
        some([
          slot('authorInstitution', author.institutions.map(xon)),
          slot('authorPerson', [author.person ? xcn(author.person) : null]),
          slot('authorRole', author.roles.map(escaped)),
          slot('authorSpecialty', author.specialties.map(ce)),
        ]),
      ),
    )
  }

  identifier(scheme: string, name: string, value: string | null | undefined): Part {
    if (!value) return null
    return el(
      'rim:ExternalIdentifier',
      { id: this.next(), identificationScheme: scheme, registryObject: this.id, value },
      some([localized('rim:Name', name)]),
    )
  }
}

function documentObject(draft: XdmDocumentDraft, file: WrittenFile): Element {
  const id = draft.entryUuid ?? `urn:uuid:${file.name}`
  const writer = new ObjectWriter(id)
  const action = draft.action === 'delete' ? 'D' : draft.action === 'create' ? 'C' : null
  return el(
    'rim:ExtrinsicObject',
    {
      id,
      mimeType: draft.mimeType ?? 'application/octet-stream',
      objectType: STABLE_DOCUMENT,
      status: draft.status ?? 'urn:oasis:names:tc:ebxml-regrep:StatusType:Approved',
    },
    some([
      slot(ACTION_SLOT, [action]),
      slot('hash', [file.sha1]),
      slot('size', [String(draft.bytes.length)]),
      slot('URI', [file.name]),
      slot('creationTime', [draft.creationTime]),
      slot('languageCode', [draft.languageCode ?? 'fr-FR']),
      slot('legalAuthenticator', [draft.legalAuthenticator ? xcn(draft.legalAuthenticator) : null]),
      slot('serviceStartTime', [draft.serviceStartTime]),
      slot('serviceStopTime', [draft.serviceStopTime]),
      slot('sourcePatientId', [draft.sourcePatientId ? cx(draft.sourcePatientId) : null]),
      slot('sourcePatientInfo', draft.patientInfo ? pid(draft.patientInfo) : []),
      slot('repositoryUniqueId', [draft.repositoryUniqueId]),
      slot('urn:ihe:iti:xds:2013:referenceIdList', draft.referenceIds ?? []),
      localized('rim:Name', draft.title),
      localized('rim:Description', draft.comments),
      ...writer.authors(SCHEMES.author, draft.authors),
      ...writer.codes(SCHEMES.event, draft.events),
      ...writer.codes(SCHEMES.confidentiality, draft.confidentiality),
      writer.code(SCHEMES.class, draft.class),
      writer.code(SCHEMES.format, draft.format),
      writer.code(SCHEMES.facility, draft.facilityType),
      writer.code(SCHEMES.practice, draft.practiceSetting),
      writer.code(SCHEMES.type, draft.type),
      writer.identifier(
        IDENTIFIERS.patientId,
        'XDSDocumentEntry.patientId',
        draft.patientId ? cx(draft.patientId) : null,
      ),
      writer.identifier(IDENTIFIERS.uniqueId, 'XDSDocumentEntry.uniqueId', draft.uniqueId),
    ]),
  )
}

function setObject(set: XdmSetDraft, id: string): Element {
  const writer = new ObjectWriter(id)
  const node = el('rim:Classification', {
    id: `${id}-node`,
    classificationNode: SUBMISSION_SET_NODE,
    classifiedObject: id,
  })
  return el(
    'rim:RegistryPackage',
    { id, status: 'urn:oasis:names:tc:ebxml-regrep:StatusType:Approved' },
    some([
      slot('submissionTime', [set.submissionTime]),
      localized('rim:Name', set.title),
      localized('rim:Description', set.comments),
      node,
      ...writer.authors(SCHEMES.setAuthor, set.authors),
      writer.code(SCHEMES.setContentType, set.contentType),
      writer.identifier(
        IDENTIFIERS.setPatientId,
        'XDSSubmissionSet.patientId',
        set.patientId ? cx(set.patientId) : null,
      ),
      writer.identifier(IDENTIFIERS.setSourceId, 'XDSSubmissionSet.sourceId', set.sourceId),
      writer.identifier(IDENTIFIERS.setUniqueId, 'XDSSubmissionSet.uniqueId', set.uniqueId),
    ]),
  )
}

function association(type: string, source: string, target: string): Element {
  const attributes = {
    id: `${source}-${target}`,
    associationType: type,
    sourceObject: source,
    targetObject: target,
  }
  return el(
    'rim:Association',
    attributes,
    some([type === HAS_MEMBER ? slot('SubmissionSetStatus', ['Original']) : null]),
  )
}

export type WrittenFile = { readonly name: string; readonly sha1: string }

/** METADATA.XML of one submission set: one registry package, one object for each document, and the links between them. */
export function metadataOf(set: XdmSetDraft, files: readonly WrittenFile[]): string {
  const setId = set.entryUuid ?? 'urn:uuid:SubmissionSet01'
  const objects = set.documents.flatMap((draft, i): Element[] => {
    const file = files[i]
    if (!file) return []
    const id = draft.entryUuid ?? `urn:uuid:${file.name}`
    return [
      documentObject(draft, file),
      association(HAS_MEMBER, setId, id),
      ...(draft.replaces ?? []).map(target => association(REPLACES, id, target)),
      ...(draft.appends ?? []).map(target => association(APPENDS, id, target)),
    ]
  })
  const list = el('rim:RegistryObjectList', {}, [setObject(set, setId), ...objects])
  return serialise(el('lcm:SubmitObjectsRequest', { 'xmlns:lcm': LCM, 'xmlns:rim': RIM }, [list]))
}
