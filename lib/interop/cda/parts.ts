import { detectMediaType } from '@/lib/interop/files/detect'
import { attr, child, children, rawText, textOf, trimmedAttr, type XmlElement } from '@/lib/interop/xml/tree'
import { fromBase64 } from './bytes'
import type { CdaBody, EmbeddedPart } from './schema'

/**
 * Files inside a document: `observationMedia` (CI-SIS entries « FR-Image-illustrative » and « FR-Document-attache ») and any other ED that is
 * base64. Types come from the bytes; the declared one is kept to explain.
 */
type Place = { readonly owner: string | null; readonly title: string | null }

function textFormOf(element: XmlElement): Uint8Array | null {
  if (element.children.length === 0) return null
  if (attr(element, 'representation') === 'B64') return fromBase64(rawText(element))
  return null
}

/** In an organizer, the observation beside the file says what it is. */
function organizerTitle(organizer: XmlElement): string | null {
  for (const component of children(organizer, 'component')) {
    const title = trimmedAttr(child(child(component, 'observation'), 'value'), 'displayName')
    if (title) return title
  }
  return null
}

function placeWithin(element: XmlElement, place: Place): Place {
  const owner = element.attrs.size > 0 ? (trimmedAttr(element, 'ID') ?? place.owner) : place.owner
  if (element.name === 'section') return { owner, title: textOf(child(element, 'title')) ?? place.title }
  if (element.name === 'organizer') return { owner, title: organizerTitle(element) ?? place.title }
  return owner === place.owner ? place : { ...place, owner }
}

class PartCollector {
  readonly parts: EmbeddedPart[] = []
  private readonly ids = new Set<string>()

  walk(element: XmlElement, outer: Place): void {
    const place = placeWithin(element, outer)
    const bytes = this.bytesOf(element)
    if (bytes && bytes.length > 0) this.add(element, bytes, place)
    else for (const node of element.children) if (typeof node !== 'string') this.walk(node, place)
  }

  private bytesOf(element: XmlElement): Uint8Array | null {
    return element.attrs.has('representation') ? textFormOf(element) : null
  }

  private add(element: XmlElement, bytes: Uint8Array, { owner, title }: Place): void {
    let id = owner ?? `part-${this.parts.length + 1}`
    while (this.ids.has(id)) id = `${id}-${this.parts.length + 1}`
    this.ids.add(id)
    const declaredMediaType = trimmedAttr(element, 'mediaType')
    this.parts.push({ id, declaredMediaType, mediaType: detectMediaType(bytes), title, bytes })
  }
}

export function partsOf(structuredBody: XmlElement): EmbeddedPart[] {
  const collector = new PartCollector()
  collector.walk(structuredBody, { owner: null, title: null })
  return collector.parts
}

/** CDA level 1 (CI-SIS « document non structuré »): one file, in base64 or as text. */
export function fileBodyOf(nonXmlBody: XmlElement): CdaBody {
  const text = child(nonXmlBody, 'text')
  const bytes = text
    ? (textFormOf(text) ?? new TextEncoder().encode(rawText(text).trim()))
    : new Uint8Array(0)
  return {
    kind: 'file',
    declaredMediaType: trimmedAttr(text, 'mediaType'),
    mediaType: detectMediaType(bytes),
    bytes,
  }
}
