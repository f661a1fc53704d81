import { type Decoded, decoded, refused } from '@/lib/interop/decoded'
import { child, trimmedAttr, type XmlElement } from '@/lib/interop/xml/tree'
import {
  ACTION_SLOT,
  HAS_MEMBER,
  IDENTIFIERS,
  type RegistryObject,
  registryObjects,
  SCHEMES,
  SUBMISSION_SET_NODE,
} from './ebrim'
import { ceOf, cxOf, patientInfoOf, xcnOf, xonOf } from './hl7'
import type { XdmAuthor, XdmDocument, XdmErrorCode, XdmSubmissionSet } from './schema'

/** METADATA.XML: what the sender says of each document, before the documents themselves are read. */
export type DocumentEntry = Omit<XdmDocument, 'bytes' | 'path'>
export type SetEntry = Omit<XdmSubmissionSet, 'documents'> & { readonly documents: readonly DocumentEntry[] }

function present<T>(values: readonly (T | null)[]): T[] {
  return values.filter(value => value !== null)
}

/** A role is a word, or a coded `code^words^system`. */
function roleText(value: string): string | null {
  return value.includes('^') ? (ceOf(value)?.label ?? ceOf(value)?.code ?? null) : value
}

function authorsOf(object: RegistryObject, scheme: string): XdmAuthor[] {
  return object.classifications(scheme).map(author => ({
    person: xcnOf(author.slotValue('authorPerson')),
    institutions: present(author.slot('authorInstitution').map(xonOf)),
    roles: present(author.slot('authorRole').map(roleText)),
    specialties: present(author.slot('authorSpecialty').map(ceOf)),
  }))
}

function integer(text: string | null): number | null {
  return text && /^\d{1,12}$/.test(text) ? Number(text) : null
}

function actionOf(object: RegistryObject): XdmDocument['action'] {
  const flag = object.slotValue(ACTION_SLOT)?.toUpperCase()
  if (flag === 'D') return 'delete'
  return flag === 'C' ? 'create' : null
}

type Links = { readonly replaces: readonly string[]; readonly appends: readonly string[] }

function codesOf(object: RegistryObject) {
  const one = (scheme: string) => object.codes(scheme)[0] ?? null
  return {
    type: one(SCHEMES.type),
    class: one(SCHEMES.class),
    format: one(SCHEMES.format),
    confidentiality: object.codes(SCHEMES.confidentiality),
    events: object.codes(SCHEMES.event),
    facilityType: one(SCHEMES.facility),
    practiceSetting: one(SCHEMES.practice),
  }
}

function documentOf(object: RegistryObject, uniqueId: string, links: Links): DocumentEntry {
  return {
    entryUuid: object.id,
    uniqueId,
    logicalId: trimmedAttr(object.element, 'lid'),
    version: integer(trimmedAttr(child(object.element, 'VersionInfo'), 'versionName')),
    status: trimmedAttr(object.element, 'status'),
    mimeType: trimmedAttr(object.element, 'mimeType'),
    title: object.text('Name'),
    comments: object.text('Description'),
    ...codesOf(object),
    authors: authorsOf(object, SCHEMES.author),
    legalAuthenticator: xcnOf(object.slotValue('legalAuthenticator')),
    languageCode: object.slotValue('languageCode'),
    creationTime: object.slotValue('creationTime'),
    serviceStartTime: object.slotValue('serviceStartTime'),
    serviceStopTime: object.slotValue('serviceStopTime'),
    patientId: cxOf(object.identifier(IDENTIFIERS.patientId)),
    sourcePatientId: cxOf(object.slotValue('sourcePatientId')),
    patientInfo: patientInfoOf(object.slot('sourcePatientInfo')),
    hash: object.slotValue('hash')?.toLowerCase() ?? null,
    size: integer(object.slotValue('size')),
    uri: object.slotValue('URI'),
    repositoryUniqueId: object.slotValue('repositoryUniqueId'),
    referenceIds: object.slot('urn:ihe:iti:xds:2013:referenceIdList'),
    action: actionOf(object),
    ...links,
  }
}

class Associations {
  private readonly all: readonly { type: string; source: string; target: string }[]

  constructor(root: XmlElement) {
    this.all = registryObjects(root, 'Association').map(({ element }) => ({
      type: trimmedAttr(element, 'associationType') ?? '',
      source: trimmedAttr(element, 'sourceObject') ?? '',
      target: trimmedAttr(element, 'targetObject') ?? '',
    }))
  }

  from(source: string | null, type: RegExp): string[] {
    return this.all
      .filter(link => link.source === source && type.test(link.type) && link.target !== '')
      .map(link => link.target)
  }

  members(set: string | null): ReadonlySet<string> {
    return new Set(
      this.all.filter(link => link.source === set && link.type === HAS_MEMBER).map(link => link.target),
    )
  }
}

function setOf(object: RegistryObject): Omit<SetEntry, 'documents'> {
  return {
    entryUuid: object.id,
    uniqueId: object.identifier(IDENTIFIERS.setUniqueId),
    sourceId: object.identifier(IDENTIFIERS.setSourceId),
    patientId: cxOf(object.identifier(IDENTIFIERS.setPatientId)),
    title: object.text('Name'),
    comments: object.text('Description'),
    contentType: object.codes(SCHEMES.setContentType)[0] ?? null,
    authors: authorsOf(object, SCHEMES.setAuthor),
    submissionTime: object.slotValue('submissionTime'),
  }
}

/** Folders are packages too: only submission sets are kept. */
function isSubmissionSet(object: RegistryObject): boolean {
  return object.isClassifiedAs(SUBMISSION_SET_NODE) || object.identifier(IDENTIFIERS.setUniqueId) !== null
}

const MOST_SETS = 50
const MOST_DOCUMENTS = 500

export function readMetadata(root: XmlElement): Decoded<readonly SetEntry[], XdmErrorCode> {
  const sets = registryObjects(root, 'RegistryPackage').filter(isSubmissionSet)
  const objects = registryObjects(root, 'ExtrinsicObject')
  if (sets.length === 0) return refused('metadata_invalid', 'no submission set')
  if (objects.length === 0) return refused('metadata_invalid', 'no document')
  if (sets.length > MOST_SETS) return refused('metadata_invalid', 'too many submission sets')
  if (objects.length > MOST_DOCUMENTS) return refused('metadata_invalid', 'too many documents')
  const associations = new Associations(root)
  const ids = new Map(objects.map(object => [object.id, object.identifier(IDENTIFIERS.uniqueId)]))
  // A link may point to a document of the same package by its symbolic id: say its real one.
  const named = (targets: readonly string[]) => targets.map(target => ids.get(target) ?? target)
  const documents: DocumentEntry[] = []
  for (const object of objects) {
    const uniqueId = object.identifier(IDENTIFIERS.uniqueId)
    if (!uniqueId) return refused('metadata_invalid', 'document without uniqueId')
    documents.push(
      documentOf(object, uniqueId, {
        replaces: named(associations.from(object.id, /:(?:XFRM_)?RPLC$/)),
        appends: named(associations.from(object.id, /:APND$/)),
      }),
    )
  }
  return decoded(distribute(sets, documents, associations))
}

/** A document belongs to the set that has it as a member; to the first one when no association says. */
function distribute(
  sets: readonly RegistryObject[],
  documents: readonly DocumentEntry[],
  associations: Associations,
): SetEntry[] {
  const claimed = sets.map(set => associations.members(set.id))
  const ownerOf = (document: DocumentEntry) =>
    Math.max(
      0,
      claimed.findIndex(members => members.has(document.entryUuid ?? '')),
    )
  return sets.map((set, i) => ({
    ...setOf(set),
    documents: documents.filter(document => ownerOf(document) === i),
  }))
}
