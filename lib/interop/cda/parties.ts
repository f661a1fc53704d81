import { child, children, textOf, trimmedAttr, type XmlElement } from '@/lib/interop/xml/tree'
import { codedOf, identifiersOf, type Reading } from './coded'
import type { Author, Organization, Participant, Party, PersonName, Signature } from './schema'
import { periodOf, timeOf } from './time'

/* CI-SIS « Volet Structuration minimale » §3.5: every party is an entity with ids, a profession, a person, an organisation. */

const PERSONS = ['assignedPerson', 'associatedPerson', 'informationRecipient', 'playingEntity']
const ORGANIZATIONS = ['representedOrganization', 'scopingOrganization', 'receivedOrganization']

function firstOf(parent: XmlElement | null, names: readonly string[]): XmlElement | null {
  for (const name of names) {
    const found = child(parent, name)
    if (found) return found
  }
  return null
}

function joined(parent: XmlElement, name: string): string | null {
  return (
    children(parent, name)
      .map(textOf)
      .filter(text => text !== null)
      .join(' ') || null
  )
}

export function personNameOf(name: XmlElement | null): PersonName | null {
  const text = textOf(name)
  if (!name || !text) return null
  const given = joined(name, 'given')
  const family = joined(name, 'family')
  const full = [given, family].filter(part => part !== null).join(' ') || text
  return { full, given, family, prefix: joined(name, 'prefix'), suffix: joined(name, 'suffix') }
}

export function organizationOf(element: XmlElement | null, reading: Reading): Organization | null {
  if (!element) return null
  const organization: Organization = {
    ids: identifiersOf(element),
    name: textOf(child(element, 'name')),
    practiceSetting: codedOf(child(element, 'standardIndustryClassCode'), reading),
    city: textOf(child(child(element, 'addr'), 'city')),
  }
  return organization.name || organization.ids.length > 0 ? organization : null
}

function deviceOf(entity: XmlElement): Party['device'] {
  const device = child(entity, 'assignedAuthoringDevice') ?? child(entity, 'playingDevice')
  if (!device) return null
  return {
    manufacturer: textOf(child(device, 'manufacturerModelName')),
    software: textOf(child(device, 'softwareName')),
  }
}

export function partyOf(entity: XmlElement | null, reading: Reading): Party | null {
  if (!entity) return null
  return {
    ids: identifiersOf(entity),
    name: personNameOf(child(firstOf(entity, PERSONS), 'name')),
    specialty: codedOf(child(entity, 'code'), reading),
    organization: organizationOf(firstOf(entity, ORGANIZATIONS), reading),
    device: deviceOf(entity),
  }
}

export function authorOf(element: XmlElement, reading: Reading): Author | null {
  const party = partyOf(child(element, 'assignedAuthor'), reading)
  if (!party) return null
  return {
    ...party,
    time: timeOf(child(element, 'time')),
    role: codedOf(child(element, 'functionCode'), reading),
  }
}

export function signatureOf(element: XmlElement | null, reading: Reading): Signature | null {
  const party = partyOf(child(element, 'assignedEntity'), reading)
  return party ? { ...party, time: timeOf(child(element, 'time')) } : null
}

export function participantOf(element: XmlElement, reading: Reading): Participant | null {
  const entity = child(element, 'associatedEntity')
  const party = partyOf(entity, reading)
  if (!party) return null
  const time = child(element, 'time')
  return {
    ...party,
    typeCode: trimmedAttr(element, 'typeCode'),
    classCode: trimmedAttr(entity, 'classCode'),
    role: codedOf(child(element, 'functionCode'), reading),
    time: time ? periodOf(time) : null,
  }
}
