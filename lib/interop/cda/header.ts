import { at, attr, child, children, textOf, trimmedAttr, type XmlElement } from '@/lib/interop/xml/tree'
import { codedOf, identifierOf, type Reading, uniqueIdOf } from './coded'
import { authorOf, organizationOf, participantOf, partyOf, signatureOf } from './parties'
import { patientOf } from './patient'
import type { ClinicalDocument, Encounter, RelatedDocument, ServiceEvent } from './schema'
import { periodOf, timeOf } from './time'

/** CI-SIS « Volet Structuration minimale de documents de santé » §3.5, the header elements in their order. */
export type Header = Omit<
  ClinicalDocument,
  'body' | 'parts' | 'results' | 'immunizations' | 'medications' | 'selfRendering'
>

const RELATIONS: ReadonlyMap<string, RelatedDocument['type']> = new Map<string, RelatedDocument['type']>([
  ['RPLC', 'replaces'],
  ['APND', 'appends'],
  ['XFRM', 'transforms'],
])

function versionOf(parent: XmlElement | null): number | null {
  const value = trimmedAttr(child(parent, 'versionNumber'), 'value')
  return value && /^\d{1,9}$/.test(value) ? Number(value) : null
}

function relatedOf(element: XmlElement): RelatedDocument | null {
  const parent = child(element, 'parentDocument')
  if (!parent) return null
  return {
    type: RELATIONS.get(attr(element, 'typeCode') ?? '') ?? 'other',
    uniqueId: uniqueIdOf(child(parent, 'id')),
    setId: uniqueIdOf(child(parent, 'setId')),
    version: versionOf(parent),
  }
}

function serviceEventOf(element: XmlElement, reading: Reading): ServiceEvent | null {
  const event = child(element, 'serviceEvent')
  if (!event) return null
  return {
    id: identifierOf(child(event, 'id')),
    code: codedOf(child(event, 'code'), reading),
    period: periodOf(child(event, 'effectiveTime')),
    performer: partyOf(at(event, ['performer', 'assignedEntity']), reading),
  }
}

function encounterOf(document: XmlElement, reading: Reading): Encounter | null {
  const encounter = at(document, ['componentOf', 'encompassingEncounter'])
  if (!encounter) return null
  const facility = at(encounter, ['location', 'healthCareFacility'])
  return {
    id: identifierOf(child(encounter, 'id')),
    code: codedOf(child(encounter, 'code'), reading),
    period: periodOf(child(encounter, 'effectiveTime')),
    facilityType: codedOf(child(facility, 'code'), reading),
    facilityName: textOf(at(facility, ['location', 'name'])),
    responsible: partyOf(at(encounter, ['responsibleParty', 'assignedEntity']), reading),
  }
}

function each<T>(parent: XmlElement, name: string, read: (element: XmlElement) => T | null): T[] {
  return children(parent, name)
    .map(read)
    .filter(value => value !== null)
}

export function headerOf(document: XmlElement, reading: Reading): Header {
  return {
    uniqueId: uniqueIdOf(child(document, 'id')),
    setId: uniqueIdOf(child(document, 'setId')),
    version: versionOf(document),
    related: each(document, 'relatedDocument', relatedOf),
    templateIds: each(document, 'templateId', element => trimmedAttr(element, 'root')),
    code: codedOf(child(document, 'code'), reading),
    title: textOf(child(document, 'title')),
    effectiveTime: timeOf(child(document, 'effectiveTime')),
    confidentiality: each(document, 'confidentialityCode', element => codedOf(element, reading)),
    languageCode: trimmedAttr(child(document, 'languageCode'), 'code'),
    patient: patientOf(document),
    authors: each(document, 'author', element => authorOf(element, reading)),
    custodian: organizationOf(
      at(document, ['custodian', 'assignedCustodian', 'representedCustodianOrganization']),
      reading,
    ),
    legalAuthenticator: signatureOf(child(document, 'legalAuthenticator'), reading),
    authenticators: each(document, 'authenticator', element => signatureOf(element, reading)),
    participants: each(document, 'participant', element => participantOf(element, reading)),
    recipients: each(document, 'informationRecipient', element =>
      partyOf(child(element, 'intendedRecipient'), reading),
    ),
    serviceEvents: each(document, 'documentationOf', element => serviceEventOf(element, reading)),
    encounter: encounterOf(document, reading),
  }
}
