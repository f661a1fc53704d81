import { attr, child, children, descendants, trimmedAttr, type XmlElement } from '@/lib/interop/xml/tree'
import type { XdmCode } from './schema'

/** ebRIM 3.0 vocabulary of XDS (IHE ITI TF-3 §4.2.5). */
export const RIM = 'urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0'
export const LCM = 'urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0'

export const STABLE_DOCUMENT = 'urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1'
export const SUBMISSION_SET_NODE = 'urn:uuid:a54d6aa5-d40d-43f9-88c5-b4633d873bdd'

export const SCHEMES = {
  author: 'urn:uuid:93606bcf-9494-43ec-9b4e-a7748d1a838d',
  class: 'urn:uuid:41a5887f-8865-4c09-adf7-e362475b143a',
  confidentiality: 'urn:uuid:f4f85eac-e6cb-4883-b524-f2705394840f',
  event: 'urn:uuid:2c6b8cb7-8b2a-4051-b291-b1ae6a575ef4',
  format: 'urn:uuid:a09d5840-386c-46f2-b5ad-9c3699a4309d',
  facility: 'urn:uuid:f33fb8ac-18af-42cc-ae0e-ed0b0bdb91e1',
  practice: 'urn:uuid:cccf5598-8b07-4b77-a05e-ae952c785ead',
  type: 'urn:uuid:f0306f51-975f-434e-a61c-c59651d33983',
  setAuthor: 'urn:uuid:a7058bb9-b4e4-4307-ba5b-e3f0ab85e12d',
  setContentType: 'urn:uuid:aa543740-bdda-424e-8c96-df4873be8500',
} as const

export const IDENTIFIERS = {
  patientId: 'urn:uuid:58a6f841-87b3-4a3e-92fd-a8ffeff98427',
  uniqueId: 'urn:uuid:2e82c1f6-a085-4c72-9da3-8640a32e42ab',
  setPatientId: 'urn:uuid:6b5aea1a-874d-4603-a4bc-96a0a7b38446',
  setSourceId: 'urn:uuid:554ac39e-e3fe-47fe-b233-965d2a147832',
  setUniqueId: 'urn:uuid:96fdda7c-d067-4183-912e-bf5ee74998a8',
} as const

export const HAS_MEMBER = 'urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember'
export const REPLACES = 'urn:ihe:iti:2007:AssociationType:RPLC'
export const APPENDS = 'urn:ihe:iti:2007:AssociationType:APND'
/** MSSanté: C creates or updates, D deletes. */
export const ACTION_SLOT = 'urn:action:extraMetadataSlot'

const same = (a: string | null, b: string): boolean => a?.trim().toLowerCase() === b

/** A registry object (package, document, classification) and the questions XDS asks it. */
export class RegistryObject {
  constructor(readonly element: XmlElement) {}

  get id(): string | null {
    return trimmedAttr(this.element, 'id')
  }

  slot(name: string): string[] {
    const slot = children(this.element, 'Slot').find(candidate => trimmedAttr(candidate, 'name') === name)
    return children(child(slot ?? null, 'ValueList'), 'Value')
      .map(value =>
        value.children
          .filter(node => typeof node === 'string')
          .join('')
          .trim(),
      )
      .filter(value => value !== '')
  }

  slotValue(name: string): string | null {
    return this.slot(name)[0] ?? null
  }

  /** French first, when several languages are given. */
  text(name: 'Name' | 'Description'): string | null {
    const strings = children(child(this.element, name), 'LocalizedString')
    const french = strings.find(text => (attr(text, 'xml:lang') ?? '').toLowerCase().startsWith('fr'))
    return trimmedAttr(french ?? strings[0] ?? null, 'value')
  }

  classifications(scheme: string): RegistryObject[] {
    return children(this.element, 'Classification')
      .filter(classification => same(attr(classification, 'classificationScheme'), scheme))
      .map(classification => new RegistryObject(classification))
  }

  isClassifiedAs(node: string): boolean {
    return children(this.element, 'Classification').some(c => same(attr(c, 'classificationNode'), node))
  }

  codes(scheme: string): XdmCode[] {
    return this.classifications(scheme)
      .map(classification => {
        const code = trimmedAttr(classification.element, 'nodeRepresentation')
        return code
          ? { code, system: classification.slotValue('codingScheme'), label: classification.text('Name') }
          : null
      })
      .filter(code => code !== null)
  }

  identifier(scheme: string): string | null {
    const found = children(this.element, 'ExternalIdentifier').find(e =>
      same(attr(e, 'identificationScheme'), scheme),
    )
    return trimmedAttr(found ?? null, 'value')
  }
}

export function registryObjects(root: XmlElement, name: string): RegistryObject[] {
  return [...descendants(root, name, RIM)].map(element => new RegistryObject(element))
}
