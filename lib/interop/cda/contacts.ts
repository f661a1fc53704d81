import { parseXml } from '@/lib/interop/xml/parse'
import {
  at,
  child,
  children,
  descendants,
  textOf,
  trimmedAttr,
  type XmlElement,
} from '@/lib/interop/xml/tree'
import { personNameOf } from './parties'

/** Whom a document says one may call: its authors' structures first, then its authors, then who keeps it. */
export type Contact = { readonly name: string | null; readonly phone: string }

const HL7 = 'urn:hl7-org:v3'

/** A French or international number as it is written, and nothing else: it becomes a link that calls. */
const callable = /^\+?[\d ().-]{2,24}$/

function phoneOf(entity: XmlElement | null): string | null {
  if (!entity) return null
  for (const telecom of children(entity, 'telecom')) {
    const [, number = ''] = /^tel:(.*)$/i.exec(trimmedAttr(telecom, 'value') ?? '') ?? []
    const written = number.trim()
    if (callable.test(written) && written.replace(/\D/g, '').length >= 4) return written
  }
  return null
}

function contactOf(entity: XmlElement | null, name: string | null): Contact[] {
  const phone = phoneOf(entity)
  return phone === null ? [] : [{ name, phone }]
}

function ofAuthor(author: XmlElement): Contact[] {
  const assigned = child(author, 'assignedAuthor')
  // A patient who wrote needs no telephone number of their own.
  const organization = child(assigned, 'representedOrganization')
  if (!organization) return []
  return [
    ...contactOf(organization, textOf(child(organization, 'name'))),
    ...contactOf(assigned, personNameOf(child(child(assigned, 'assignedPerson'), 'name'))?.full ?? null),
  ]
}

/** Never throws: a document that cannot be read names nobody. */
export function contactsOf(bytes: Uint8Array): Contact[] {
  const xml = parseXml(bytes)
  if (!xml.ok) return []
  const root =
    xml.data.name === 'ClinicalDocument' ? xml.data : [...descendants(xml.data, 'ClinicalDocument', HL7)][0]
  if (!root) return []
  const custodian = at(root, ['custodian', 'assignedCustodian', 'representedCustodianOrganization'])
  const all = [
    ...children(root, 'author').flatMap(ofAuthor),
    ...contactOf(custodian, textOf(child(custodian, 'name'))),
  ]
  const digits = ({ phone }: Contact) => phone.replace(/\D/g, '')
  return all.filter((one, place) => all.findIndex(other => digits(other) === digits(one)) === place)
}
