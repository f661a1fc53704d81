import { type Decoded, decoded, refused } from '@/lib/interop/decoded'
import { parseXml } from '@/lib/interop/xml/parse'
import {
  attr,
  child,
  children,
  descendants,
  elements,
  textOf,
  trimmedAttr,
  type XmlElement,
} from '@/lib/interop/xml/tree'
import { codedOf, NarrativeIndex, type Reading } from './coded'
import { headerOf } from './header'
import { nodesOf } from './narrative'
import { fileBodyOf, partsOf } from './parts'
import { resultsOf } from './results'
import type { CdaErrorCode, ClinicalDocument, NarrativeNode, Section } from './schema'
import { treatmentsOf } from './treatments'

/**
 * HL7 CDA R2 as the CI-SIS uses it (volets « Structuration minimale », « Modèles de contenus CDA », CR-BIO, TROD, VAC, eP-MED,
 * IPS-FR): strict on what could harm, tolerant on what senders get wrong (missing parts, schemes, formats).
 */
const HL7 = 'urn:hl7-org:v3'

/** « Auto-présentable » documents: a stylesheet that contains the document. The stylesheet is never executed. */
function clinicalDocumentOf(root: XmlElement): XmlElement | null {
  if (root.name === 'ClinicalDocument' && root.ns === HL7) return root
  for (const inner of descendants(root, 'ClinicalDocument', HL7)) return inner
  return null
}

function indexOf(body: XmlElement | null): NarrativeIndex {
  const index = new NarrativeIndex()
  if (!body) return index
  for (const section of descendants(body, 'section')) {
    for (const text of children(section, 'text')) index.add(text)
  }
  return index
}

/** A whole file in place of a narrative is shown as the part it becomes. */
function narrativeOf(section: XmlElement): NarrativeNode[] {
  return children(section, 'text').flatMap((text): NarrativeNode[] => {
    if (attr(text, 'representation') !== 'B64') return nodesOf(text)
    const target = trimmedAttr(text, 'ID')
    return [{ kind: 'media', targets: target ? [target] : [], caption: [] }]
  })
}

function sectionOf(section: XmlElement, reading: Reading): Section {
  return {
    id: trimmedAttr(section, 'ID') ?? trimmedAttr(child(section, 'id'), 'root'),
    code: codedOf(child(section, 'code'), reading),
    title: textOf(child(section, 'title')),
    templateIds: children(section, 'templateId').map(template => attr(template, 'root') ?? ''),
    narrative: narrativeOf(section),
    sections: sectionsOf(section, reading),
  }
}

function sectionsOf(parent: XmlElement, reading: Reading): Section[] {
  return children(parent, 'component')
    .flatMap(component => children(component, 'section'))
    .map(section => sectionOf(section, reading))
}

type Content = Pick<ClinicalDocument, 'body' | 'parts' | 'results' | 'immunizations' | 'medications'>

const NOTHING: Content = {
  body: { kind: 'none' },
  parts: [],
  results: [],
  immunizations: [],
  medications: [],
}

function contentOf(document: XmlElement, reading: Reading): Content {
  const component = children(document, 'component')
  const file = component.map(part => child(part, 'nonXMLBody')).find(body => body !== null)
  if (file) return { ...NOTHING, body: fileBodyOf(file) }
  const structured = structuredBodyOf(document)
  if (!structured) return NOTHING
  return {
    body: { kind: 'structured', sections: sectionsOf(structured, reading) },
    parts: partsOf(structured),
    results: resultsOf(structured, reading),
    ...treatmentsOf(structured, reading),
  }
}

function structuredBodyOf(document: XmlElement): XmlElement | null {
  const bodies = children(document, 'component').map(part => child(part, 'structuredBody'))
  return bodies.find(body => body !== null) ?? null
}

/** Already parsed XML, for a caller that looked at the root to know what it had. */
export function readCda(root: XmlElement): Decoded<ClinicalDocument, CdaErrorCode> {
  const document = clinicalDocumentOf(root)
  if (!document) return refused('not_a_cda', 'no ClinicalDocument in urn:hl7-org:v3')
  if (elements(document).length === 0) return refused('not_a_cda', 'empty ClinicalDocument')
  const reading: Reading = { narrative: indexOf(structuredBodyOf(document)) }
  return decoded({
    ...headerOf(document, reading),
    ...contentOf(document, reading),
    selfRendering: document !== root,
  })
}

export function parseCda(bytes: Uint8Array): Decoded<ClinicalDocument, CdaErrorCode> {
  const xml = parseXml(bytes)
  return xml.ok ? readCda(xml.data) : xml
}
