import type { Refusal } from '@/lib/interop/decoded'
import { attributeKey, type ExpandedName, Namespaces } from './namespaces'
import { ASCII_QNAME, DECLARATION, FORBIDDEN, QNAME, SPECIAL } from './patterns'
import { resolveReferences } from './references'
import type { XmlElement, XmlNode } from './tree'

/**
 * A non-validating, namespace-aware XML 1.0 reader for files without DTD. It exists because it is about ten times
 * faster than a character by character one on documents that are mostly base64, and accepts nothing that `saxes`
 * refuses: `scan.test.ts` compares the two on thousands of altered files. Every search is linear.
 */
export type XmlErrorCode = 'too_large' | 'xml_unsafe' | 'xml_invalid'

export type XmlLimits = {
  readonly bytes: number
  readonly depth: number
  readonly elements: number
  readonly attributes: number
  readonly attributeLength: number
  readonly prefixes: number
}

/** Leaves the reader at once; never leaves this folder. */
export class Stop extends Error {
  constructor(readonly refusal: Refusal<XmlErrorCode>) {
    super(refusal.code)
  }
}

type Building = {
  readonly name: string
  readonly ns: string
  readonly attrs: ReadonlyMap<string, string>
  readonly children: XmlNode[]
}
type Open = { readonly element: Building; readonly qname: string; readonly scope: Namespaces }
type Attribute = { readonly qname: string; readonly value: string }

const BREAKS = /[\t\n]/
const BLANK = /^[ \t\n]*$/
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map()

/** The prefix an attribute declares (`''` for the default namespace), null when it declares none. */
function declaredPrefix(qname: string): string | null {
  if (!qname.startsWith('xmlns')) return null
  if (qname === 'xmlns') return ''
  return qname.startsWith('xmlns:') ? qname.slice(6) : null
}

/**
 * `text`: characters. `bytes`: a UTF-8 file with one character for each byte, which is much faster made and searched;
 * each piece of it is decoded when it is kept. Names must then be ASCII: a file refused as bytes may be sound as text.
 */
export type Source = { readonly kind: 'text' | 'bytes'; readonly content: string }

export class Scanner {
  private position = 0
  private readonly names: RegExp
  private readonly isBytes: boolean
  private readonly open: Open[] = []
  private count = 0
  private root: XmlElement | null = null
  private readonly source: string

  constructor(
    { kind, content }: Source,
    private readonly limits: XmlLimits,
  ) {
    this.isBytes = kind === 'bytes'
    this.names = this.isBytes ? ASCII_QNAME : QNAME
    // §2.11: one line end. Blanks before the declaration are an error, and common in mailed packages: forgiven.
    this.source = (content.includes('\r') ? content.replace(/\r\n?/g, '\n') : content).trimStart()
  }

  /** The root element. Throws `Stop` and nothing else. */
  read(): XmlElement {
    if (/^<\?xml[ \t\n]/.test(this.source) && !this.match(DECLARATION)) this.invalid('declaration')
    while (this.position < this.source.length) this.step()
    const last = this.open[this.open.length - 1]
    if (last || !this.root) this.invalid('truncated')
    return this.root as XmlElement
  }

  private step(): void {
    const next = this.source.indexOf('<', this.position)
    const end = next < 0 ? this.source.length : next
    if (end > this.position) this.text(this.source.slice(this.position, end))
    this.position = end
    if (next < 0) return
    const mark = this.source[next + 1]
    if (mark === '/') this.close()
    else if (mark === '!') this.declaration()
    else if (mark === '?') this.instruction()
    else this.start()
  }

  private text(raw: string): void {
    if (this.open.length === 0) {
      if (!BLANK.test(raw)) this.invalid('text outside the root')
      return
    }
    if (raw.includes(']]>')) this.invalid(']]> in text')
    this.append(resolveReferences(this.decoded(raw)) ?? this.invalid('reference'))
  }

  /** A piece of the source as its characters, all of them allowed. */
  private decoded(raw: string): string {
    if (!SPECIAL.test(raw)) return raw
    const text = this.isBytes ? Buffer.from(raw, 'latin1').toString('utf8') : raw
    if (FORBIDDEN.test(text)) this.invalid('forbidden character')
    return text
  }

  /** Comments and CDATA cut a text in pieces: sew them together. */
  private append(text: string): void {
    const siblings = this.open[this.open.length - 1]?.element.children
    if (!siblings) throw this.refusal('text outside the root')
    const last = siblings[siblings.length - 1]
    if (typeof last === 'string') siblings[siblings.length - 1] = last + text
    else if (text !== '') siblings.push(text)
  }

  private start(): void {
    this.position += 1
    const qname = this.name() ?? this.invalid('tag')
    if (this.root && this.open.length === 0) this.invalid('second root')
    if (this.open.length >= this.limits.depth) this.unsafe(`deeper than ${this.limits.depth}`)
    if (++this.count > this.limits.elements) this.unsafe(`more than ${this.limits.elements} elements`)
    const attributes = this.attributes()
    const isEmpty = this.took('/')
    if (!this.took('>')) this.invalid('tag')
    const scope = this.scope(attributes)
    const { name, ns } = this.expand(qname, scope)
    const element: Building = { name, ns, attrs: this.attrs(attributes, scope), children: [] }
    const parent = this.open[this.open.length - 1]
    if (parent) parent.element.children.push(element)
    else this.root = element
    if (!isEmpty) this.open.push({ element, qname, scope })
  }

  /** The name that stands here, and past it; null when there is none. */
  private name(): string | null {
    const from = this.position
    this.names.lastIndex = from
    if (!this.names.test(this.source)) return null
    this.position = this.names.lastIndex
    return this.source.slice(from, this.position)
  }

  /** Past the blanks that stand here. @returns whether there were any */
  private blanks(): boolean {
    const from = this.position
    let code = this.source.charCodeAt(from)
    while (code === 0x20 || code === 0x0a || code === 0x09) code = this.source.charCodeAt(++this.position)
    return this.position > from
  }

  private took(mark: string): boolean {
    if (this.source[this.position] !== mark) return false
    this.position += 1
    return true
  }

  /** Past the blanks that follow the last one. */
  private attributes(): Attribute[] {
    const found: Attribute[] = []
    while (this.blanks()) {
      const qname = this.name()
      if (qname === null) break
      if (found.length >= this.limits.attributes)
        this.unsafe(`more than ${this.limits.attributes} attributes`)
      this.blanks()
      if (!this.took('=')) this.invalid('tag')
      this.blanks()
      found.push({ qname, value: this.quoted() })
    }
    return found
  }

  private quoted(): string {
    const quote = this.source[this.position]
    if (quote !== '"' && quote !== "'") this.invalid('tag')
    const from = this.position + 1
    const end = this.source.indexOf(quote, from)
    if (end < 0) this.invalid('truncated')
    if (end - from > this.limits.attributeLength) this.unsafe('attribute too long')
    const raw = this.decoded(this.source.slice(from, end))
    if (raw.includes('<')) this.invalid('tag')
    this.position = end + 1
    return (
      resolveReferences(BREAKS.test(raw) ? raw.replace(/[\t\n]/g, ' ') : raw) ?? this.invalid('reference')
    )
  }

  private scope(attributes: readonly Attribute[]): Namespaces {
    let scope = this.open[this.open.length - 1]?.scope ?? Namespaces.initial
    let seen: Set<string> | null = null
    for (const { qname, value } of attributes) {
      const prefix = declaredPrefix(qname)
      if (prefix === null) continue
      seen ??= new Set()
      if (seen.has(prefix)) this.invalid('duplicate attribute')
      seen.add(prefix)
      scope = scope.declare(prefix, value.trim()) ?? this.invalid('namespace declaration')
      if (scope.size > this.limits.prefixes) this.unsafe(`more than ${this.limits.prefixes} prefixes`)
    }
    return scope
  }

  private attrs(attributes: readonly Attribute[], scope: Namespaces): ReadonlyMap<string, string> {
    let attrs: Map<string, string> | null = null
    for (const { qname, value } of attributes) {
      if (declaredPrefix(qname) !== null) continue
      const { ns, name } = qname.includes(':') ? this.expand(qname, scope) : { ns: '', name: qname }
      const key = attributeKey(ns, name)
      attrs ??= new Map()
      if (attrs.has(key)) this.invalid('duplicate attribute')
      attrs.set(key, value)
    }
    return attrs ?? NO_ATTRIBUTES
  }

  private expand(qname: string, scope: Namespaces): ExpandedName {
    return scope.expand(qname) ?? this.invalid('unbound prefix')
  }

  private close(): void {
    const name = this.open.pop()?.qname
    if (name === undefined || !this.source.startsWith(name, this.position + 2)) this.invalid('closing tag')
    this.position += 2 + name.length
    this.blanks()
    if (!this.took('>')) this.invalid('closing tag')
  }

  private declaration(): void {
    if (this.source.startsWith('<!--', this.position)) {
      const body = this.until('-->', 4)
      if (body.includes('--') || body.endsWith('-')) this.invalid('comment')
    } else if (this.source.startsWith('<![CDATA[', this.position)) {
      this.append(this.until(']]>', 9))
    } else if (this.source.startsWith('<!DOCTYPE', this.position)) {
      this.unsafe('DOCTYPE refused')
    } else {
      this.invalid('markup declaration')
    }
  }

  /** Stylesheets and editors' instructions are dropped. */
  private instruction(): void {
    const from = this.position
    this.position += 2
    const target = this.name() ?? this.invalid('instruction')
    const named = !target.includes(':') && target.toLowerCase() !== 'xml'
    if (!named || !(this.blanks() || this.took('?'))) this.invalid('instruction')
    this.position = from
    this.until('?>', 2)
  }

  private until(end: string, skip: number): string {
    const from = this.position + skip
    const stop = this.source.indexOf(end, from)
    if (stop < 0) this.invalid('truncated')
    this.position = stop + end.length
    return this.decoded(this.source.slice(from, stop))
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.position
    const found = pattern.exec(this.source)
    if (found) this.position = pattern.lastIndex
    return found
  }

  private invalid(what: string): never {
    throw this.refusal(what)
  }

  private refusal(what: string): Stop {
    return new Stop({ code: 'xml_invalid', detail: `${what} at ${this.position}` })
  }

  private unsafe(what: string): never {
    throw new Stop({ code: 'xml_unsafe', detail: what })
  }
}
