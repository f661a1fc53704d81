export const XSI = 'http://www.w3.org/2001/XMLSchema-instance'
const XML = 'http://www.w3.org/XML/1998/namespace'
const XMLNS = 'http://www.w3.org/2000/xmlns/'

export type ExpandedName = { readonly name: string; readonly ns: string }

const MEMORY = 512

/** The prefixes an element sees. Immutable: a new scope is made only where a declaration changes something. */
export class Namespaces {
  static readonly initial = new Namespaces(new Map([['xml', XML]]))

  /** Names already resolved in this scope: a document repeats a few dozen of them thousands of times. */
  private readonly names = new Map<string, ExpandedName>()

  private constructor(private readonly uris: ReadonlyMap<string, string>) {}

  get size(): number {
    return this.uris.size
  }

  /** `''` is the default namespace. */
  private resolve(prefix: string): string | null {
    return this.uris.get(prefix) ?? (prefix === '' ? '' : null)
  }

  /** Null when the prefix is not declared. */
  expand(qname: string): ExpandedName | null {
    const known = this.names.get(qname)
    if (known) return known
    const colon = qname.indexOf(':')
    const ns = this.resolve(colon < 0 ? '' : qname.slice(0, colon))
    if (ns === null) return null
    const expanded = { name: qname.slice(colon + 1), ns }
    if (this.names.size < MEMORY) this.names.set(qname, expanded)
    return expanded
  }

  /** Null when Namespaces in XML 1.0 §3 forbids the declaration. */
  declare(prefix: string, uri: string): Namespaces | null {
    if (this.uris.get(prefix) === uri) return this
    const reserved = prefix === 'xml' || prefix === 'xmlns' || uri === XML || uri === XMLNS
    if (reserved || (prefix !== '' && uri === '')) return null
    return new Namespaces(new Map(this.uris).set(prefix, uri))
  }
}

/** Key of an attribute in `XmlElement.attrs`. */
export function attributeKey(uri: string, local: string): string {
  if (uri === '') return local
  if (uri === XSI) return `xsi:${local}`
  return uri === XML ? `xml:${local}` : `{${uri}}${local}`
}
