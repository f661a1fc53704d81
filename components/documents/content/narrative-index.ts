import type { NarrativeNode, NarrativeRow, Section } from '@/lib/interop/cda/schema'

/**
 * What has to be known of a whole document before one word of it is drawn: which ids exist (a document may repeat one,
 * a page may not), how footnotes and tables are numbered, and who refers to what.
 */

type TableNode = Extract<NarrativeNode, { kind: 'table' }>
export type FootnoteNode = Extract<NarrativeNode, { kind: 'footnote' }>
type ReferenceNode = Extract<NarrativeNode, { kind: 'footnoteRef' }>

export type Footnote = {
  readonly node: FootnoteNode
  readonly number: number
  /** Id of the note at the end of its section. */
  readonly anchor: string
  /** Id of the first mark that leads to it; null when nothing in the text does. */
  readonly back: string | null
}

/** The nodes directly inside a node: captions, items, cells, in reading order. */
export function childrenOf(node: NarrativeNode): readonly NarrativeNode[] {
  switch (node.kind) {
    case 'text':
    case 'break':
    case 'footnoteRef':
      return []
    case 'list':
      return [...node.caption, ...node.items.flatMap(item => [...item.caption, ...item.children])]
    case 'table':
      return [...node.caption, ...rowsOf(node).flatMap(row => row.cells.flatMap(cell => cell.children))]
    case 'paragraph':
      return [...node.caption, ...node.children]
    case 'media':
      return node.caption
    default:
      return node.children
  }
}

export function rowsOf(table: TableNode): readonly NarrativeRow[] {
  return [...table.head, ...table.body, ...table.foot]
}

/** A node and everything under it, in reading order. */
function walk(node: NarrativeNode, visit: (node: NarrativeNode) => void): void {
  visit(node)
  for (const child of childrenOf(node)) walk(child, visit)
}

function walkSections(sections: readonly Section[], visit: (section: Section) => void): void {
  for (const section of sections) {
    visit(section)
    walkSections(section.sections, visit)
  }
}

/** Everything that carries an id inside a node (rows, cells and items are no nodes). */
function owners(node: NarrativeNode): readonly { readonly id: string | null }[] {
  if (node.kind === 'list') return [node, ...node.items]
  if (node.kind === 'table') return [node, ...rowsOf(node).flatMap(row => [row, ...row.cells])]
  return 'id' in node && node.kind !== 'footnote' ? [node] : []
}

const textOf = (nodes: readonly NarrativeNode[]): string =>
  nodes.map(node => (node.kind === 'text' ? node.text : textOf(childrenOf(node)))).join(' ')

/** The words of some nodes on one line, for a label. */
export function plainText(nodes: readonly NarrativeNode[]): string {
  return textOf(nodes).replace(/\s+/g, ' ').trim()
}

/** True when nothing at all would be seen. */
export function saysNothing(nodes: readonly NarrativeNode[]): boolean {
  let seen = false
  for (const node of nodes) walk(node, inner => (seen ||= inner.kind === 'media'))
  return !seen && plainText(nodes) === ''
}

const safe = (id: string) => id.replace(/[^\w-]/g, character => `.${character.codePointAt(0)?.toString(16)}`)

export class NarrativeIndex {
  private readonly anchors = new Map<string, object>()
  private readonly notes = new Map<FootnoteNode, Footnote>()
  private readonly marks = new Map<ReferenceNode, string>()
  private readonly tables = new Map<TableNode, number>()
  private readonly shown = new Set<string>()
  private readonly prefix: string

  constructor(documentId: string, sections: readonly Section[]) {
    this.prefix = `doc-${documentId.slice(-8)}-`
    const nodes: NarrativeNode[] = []
    walkSections(sections, section => {
      this.claim(section.id, section)
      for (const node of section.narrative) walk(node, inner => nodes.push(inner))
    })
    for (const node of nodes) this.register(node)
    this.number(nodes)
  }

  private claim(id: string | null, owner: object): void {
    if (id !== null && !this.anchors.has(id)) this.anchors.set(id, owner)
  }

  private register(node: NarrativeNode): void {
    for (const owner of owners(node)) this.claim(owner.id, owner)
    if (node.kind === 'table') this.tables.set(node, this.tables.size + 1)
    if (node.kind === 'media') for (const target of node.targets) this.shown.add(target)
  }

  private number(nodes: readonly NarrativeNode[]): void {
    const references = nodes.filter(node => node.kind === 'footnoteRef')
    for (const [i, mark] of references.entries()) this.marks.set(mark, `${this.prefix}appel-${i + 1}`)
    for (const node of nodes) {
      if (node.kind !== 'footnote') continue
      const number = this.notes.size + 1
      const first = node.id === null ? undefined : references.find(mark => mark.target === node.id)
      this.notes.set(node, {
        node,
        number,
        anchor: `${this.prefix}note-${number}`,
        back: first ? (this.marks.get(first) ?? null) : `${this.prefix}renvoi-${number}`,
      })
    }
  }

  /** The HTML id of an element, for the first one of the document that has this id. */
  idOf(owner: { readonly id: string | null }): string | undefined {
    if (owner.id === null || this.anchors.get(owner.id) !== owner) return undefined
    return this.prefix + safe(owner.id)
  }

  /** Where `#id` leads, or null when the document has no such place. */
  target(id: string): string | null {
    const note = this.noteOf(id)
    if (note) return note.anchor
    return this.anchors.has(id) ? this.prefix + safe(id) : null
  }

  private noteOf(id: string): Footnote | null {
    for (const note of this.notes.values()) if (note.node.id === id) return note
    return null
  }

  footnote(node: FootnoteNode): Footnote | null {
    return this.notes.get(node) ?? null
  }

  /** The note a mark leads to, and the id of the mark itself. */
  reference(mark: ReferenceNode): { readonly note: Footnote; readonly id: string | undefined } | null {
    const note = this.noteOf(mark.target)
    return note ? { note, id: this.marks.get(mark) } : null
  }

  /** True when a mark elsewhere leads to this note: it then needs no mark where it stands. */
  isReferred(node: FootnoteNode): boolean {
    return [...this.marks.keys()].some(mark => mark.target === node.id)
  }

  footnotesOf(nodes: readonly NarrativeNode[]): readonly Footnote[] {
    const found: Footnote[] = []
    for (const node of nodes) {
      walk(node, inner => {
        const note = inner.kind === 'footnote' ? this.notes.get(inner) : undefined
        if (note) found.push(note)
      })
    }
    return found
  }

  tableNumber(table: TableNode): number {
    return this.tables.get(table) ?? 0
  }

  /** Ids of the parts that the text itself shows or links to. */
  isShown(partId: string): boolean {
    return this.shown.has(partId)
  }

  /** An id of our own inside this document. */
  own(name: string): string {
    return `${this.prefix}${name}`
  }

  /** A stable id of our own for a section, for the table of contents. */
  sectionAnchor(section: Section, path: string): string {
    return this.idOf(section) ?? this.own(`partie-${path}`)
  }
}
