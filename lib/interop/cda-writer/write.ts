import { biologyBlocks, biologyEntries } from './biology'
import { codedEl, idEl, templateEl } from './codes'
import type { Block, BodyDraft, CdaDraft, EntryDraft, SectionDraft } from './draft'
import { headerElements } from './header'
import { type Element, el, serialise } from './markup'
import { base64, blockEl, mediaEntries } from './narrative'
import { immunisationBlocks, immunisationEntries, medicationBlocks, medicationEntries } from './treatments'

/** A group of facts has an id prefix of its own, unique in the document. */
type Facts = { readonly blocks: readonly Block[]; readonly entries: readonly Element[] }

function facts(entry: EntryDraft, prefix: string): Facts {
  switch (entry.kind) {
    case 'biology':
      return { blocks: biologyBlocks(entry, prefix), entries: biologyEntries(entry, prefix) }
    case 'immunisations':
      return { blocks: immunisationBlocks(entry, prefix), entries: immunisationEntries(entry, prefix) }
    case 'medications':
      return { blocks: medicationBlocks(entry, prefix), entries: medicationEntries(entry, prefix) }
  }
}

function sectionEl(section: SectionDraft, path: string): Element {
  const all = (section.entries ?? []).map((entry, index) => facts(entry, `fait-${path}-${index + 1}`))
  const blocks = [...section.blocks, ...all.flatMap(one => one.blocks)]
  return el('component', {}, [
    el('section', {}, [
      ...(section.templates ?? []).map(templateEl),
      section.id ? idEl(section.id) : undefined,
      section.code ? codedEl('code', section.code) : undefined,
      el('title', {}, [section.title]),
      blocks.length > 0 ? el('text', {}, blocks.map(blockEl)) : undefined,
      ...mediaEntries(section.blocks),
      ...all.flatMap(one => one.entries),
      ...(section.sections ?? []).map((child, index) => sectionEl(child, `${path}-${index + 1}`)),
    ]),
  ])
}

function bodyEl(body: BodyDraft): Element {
  if (body.kind === 'unstructured') {
    const text = el('text', { mediaType: body.mediaType, representation: 'B64' }, [base64(body.bytes)])
    return el('component', {}, [el('nonXMLBody', {}, [text])])
  }
  return el('component', {}, [
    el(
      'structuredBody',
      {},
      body.sections.map((section, index) => sectionEl(section, String(index + 1))),
    ),
  ])
}

/** The draft as a CDA R2 document, in UTF-8. The same draft always gives the same bytes. */
export function writeCda(draft: CdaDraft): Uint8Array {
  const root = el(
    'ClinicalDocument',
    {
      xmlns: 'urn:hl7-org:v3',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    [...headerElements(draft), bodyEl(draft.body)],
  )
  return new TextEncoder().encode(serialise(root))
}
