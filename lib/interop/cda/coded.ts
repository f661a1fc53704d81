import {
  attr,
  child,
  children,
  descendants,
  textOf,
  trimmedAttr,
  type XmlElement,
} from '@/lib/interop/xml/tree'
import type { Coded, CodeTranslation, Identifier } from './schema'

/** No label or comment is longer; the narrative itself keeps everything. */
const LONGEST = 10_000
/** All that the entries of one document may draw from its narrative: thousands of pointers to one huge text must not multiply it. */
const BUDGET = 8 * 1024 * 1024

function collect(narrative: XmlElement, found: Map<string, XmlElement>): void {
  const id = attr(narrative, 'ID') ?? attr(narrative, 'id')
  if (id && !found.has(id)) found.set(id, narrative)
  for (const node of narrative.children) if (typeof node !== 'string') collect(node, found)
}

/** Text of the narrative by the ID of its elements: entries point to it. Indexed when the first of them does. */
export class NarrativeIndex {
  private elements: ReadonlyMap<string, XmlElement> | null = null
  private readonly texts = new Map<string, string | null>()
  private left = BUDGET

  constructor(private readonly body: XmlElement | null) {}

  private indexed(): ReadonlyMap<string, XmlElement> {
    const found = new Map<string, XmlElement>()
    for (const section of this.body ? descendants(this.body, 'section') : [])
      for (const text of children(section, 'text')) collect(text, found)
    return found
  }

  /** `#id`, or `id`: both are found in the wild. */
  text(reference: string | null): string | null {
    const id = reference?.replace(/^#/, '')
    if (!id || this.left <= 0) return null
    const text = this.known(id)
    this.left -= text?.length ?? 0
    return text
  }

  private known(id: string): string | null {
    const known = this.texts.get(id)
    if (known !== undefined) return known
    this.elements ??= this.indexed()
    const text = textOf(this.elements.get(id) ?? null)?.slice(0, LONGEST) ?? null
    this.texts.set(id, text)
    return text
  }
}

/** A reader of coded values and references inside one document. */
export type Reading = { readonly narrative: NarrativeIndex }

/** What an ED says: the narrative it points to, and the words it holds. */
export function words(element: XmlElement | null, { narrative }: Reading): string | null {
  if (!element || attr(element, 'representation') === 'B64') return null
  const pointed = narrative.text(trimmedAttr(child(element, 'reference'), 'value'))
  const own = textOf(element)?.slice(0, LONGEST) ?? null
  if (!pointed || !own || pointed.includes(own)) return pointed ?? own
  return `${pointed} ${own}`
}

/** A reference often points to the whole cell, or to the result itself: such a text is no name for a concept. */
function isName(text: string | null): text is string {
  return (
    text !== null && text.length <= 120 && /\p{L}{2}/u.test(text) && !/^[<>≤≥=]?\s*[\d.,]+(\s|$)/.test(text)
  )
}

function translationOf(element: XmlElement): CodeTranslation | null {
  const code = trimmedAttr(element, 'code')
  if (!code) return null
  return { code, system: trimmedAttr(element, 'codeSystem'), label: trimmedAttr(element, 'displayName') }
}

export function codedOf(element: XmlElement | null, reading: Reading): Coded | null {
  if (!element) return null
  const translations = children(element, 'translation')
    .map(translationOf)
    .filter(translation => translation !== null)
  const originalText = words(child(element, 'originalText'), reading)
  const displayName = trimmedAttr(element, 'displayName')
  const code = trimmedAttr(element, 'code')
  if (!code && !displayName && !originalText && translations.length === 0) return null
  const translated = translations.find(translation => translation.label)?.label ?? null
  return {
    code,
    system: trimmedAttr(element, 'codeSystem'),
    systemName: trimmedAttr(element, 'codeSystemName'),
    displayName,
    originalText,
    label: isName(originalText) ? originalText : (displayName ?? translated ?? originalText),
    translations,
  }
}

export function codedAll(elements: readonly XmlElement[], reading: Reading): Coded[] {
  return elements.map(element => codedOf(element, reading)).filter(coded => coded !== null)
}

export function identifierOf(element: XmlElement | null): Identifier | null {
  const root = trimmedAttr(element, 'root')
  return root ? { root, extension: trimmedAttr(element, 'extension') } : null
}

export function identifiersOf(parent: XmlElement | null): Identifier[] {
  return children(parent, 'id')
    .map(identifierOf)
    .filter(id => id !== null)
}

/** The form XDS gives to a CDA id: `root^extension`, or `root` alone. */
export function uniqueIdOf(element: XmlElement | null): string | null {
  const id = identifierOf(element)
  if (!id) return null
  return id.extension ? `${id.root}^${id.extension}` : id.root
}
