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

const NO_TREATMENT = { immunizations: [], medications: [] }

/** « Auto-présentable » documents: a stylesheet that contains the document. The stylesheet is never executed. */
function clinicalDocumentOf(root: XmlElement): XmlElement | null {
  if (root.name === 'ClinicalDocument' && root.ns === HL7) return root
  for (const inner of descendants(root, 'ClinicalDocument', HL7)) return inner
  return null
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

function once<T>(read: () => T): () => T {
  let kept: { readonly value: T } | undefined
  return () => {
    kept ??= { value: read() }
    return kept.value
  }
}

function bodyOf(document: XmlElement, reading: Reading): ClinicalDocument['body'] {
  const component = children(document, 'component')
  const file = component.map(part => child(part, 'nonXMLBody')).find(body => body !== null)
  if (file) return fileBodyOf(file)
  const structured = structuredBodyOf(document)
  if (!structured) return { kind: 'none' }
  const sections = once(() => sectionsOf(structured, reading))
  return {
    kind: 'structured',
    get sections() {
      return sections()
    },
  }
}

function structuredBodyOf(document: XmlElement): XmlElement | null {
  const bodies = children(document, 'component').map(part => child(part, 'structuredBody'))
  return bodies.find(body => body !== null) ?? null
}

/**
 * Already parsed XML, for a caller that looked at the root to know what it had. The header is read at once; the rest
 * when it is first asked for, since whoever receives a document only needs its header. Nothing in the rest is refused.
 */
export function readCda(root: XmlElement): Decoded<ClinicalDocument, CdaErrorCode> {
  const document = clinicalDocumentOf(root)
  if (!document) return refused('not_a_cda', 'no ClinicalDocument in urn:hl7-org:v3')
  if (elements(document).length === 0) return refused('not_a_cda', 'empty ClinicalDocument')
  const structured = structuredBodyOf(document)
  const reading: Reading = { narrative: new NarrativeIndex(structured) }
  const body = bodyOf(document, reading)
  const entries = body.kind === 'structured' ? structured : null
  const parts = once(() => (entries ? partsOf(entries) : []))
  const results = once(() => (entries ? resultsOf(entries, reading) : []))
  const treatments = once(() => (entries ? treatmentsOf(entries, reading) : NO_TREATMENT))
  return decoded({
    ...headerOf(document, reading),
    selfRendering: document !== root,
    body,
    get parts() {
      return parts()
    },
    get results() {
      return results()
    },
    get immunizations() {
      return treatments().immunizations
    },
    get medications() {
      return treatments().medications
    },
  })
}

export function parseCda(bytes: Uint8Array): Decoded<ClinicalDocument, CdaErrorCode> {
  const xml = parseXml(bytes)
  return xml.ok ? readCda(xml.data) : xml
}
