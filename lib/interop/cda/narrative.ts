import { attr, elements, rawText, type XmlElement } from '@/lib/interop/xml/tree'
import type { NarrativeCell, NarrativeItem, NarrativeNode, NarrativeRow, NarrativeStyle } from './schema'

/**
 * CDA R2 §4.3.5 narrative block to the closed tree of `schema.ts`. Markup we do not know becomes its children, and text
 * where none is allowed is kept beside: nothing a professional wrote is lost.
 */

const STYLES: ReadonlyMap<string, readonly NarrativeStyle[]> = new Map<string, readonly NarrativeStyle[]>([
  ['bold', ['bold']],
  ['strong', ['bold']],
  ['italics', ['italic']],
  ['italic', ['italic']],
  ['emphasis', ['italic']],
  ['bolditalics', ['bold', 'italic']],
  ['underline', ['underline']],
  ['underlined', ['underline']],
  ['strikethrough', ['strike']],
  ['highlight', ['highlight']],
  ['xhighlight', ['highlight']],
])

/** The few HTML elements found where CDA ones should be. */
const HTML_STYLES: ReadonlyMap<string, NarrativeStyle> = new Map<string, NarrativeStyle>([
  ['b', 'bold'],
  ['strong', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
  ['u', 'underline'],
])

function stylesOf(element: XmlElement): NarrativeStyle[] {
  const found = (attr(element, 'styleCode') ?? '').toLowerCase().split(/\s+/)
  return [...new Set(found.flatMap(style => STYLES.get(style) ?? []))]
}

function idOf(element: XmlElement): string | null {
  return attr(element, 'ID') ?? attr(element, 'id')
}

/** Only inside the document, https and mailto: a link is a way out that someone else chose. */
export function safeHref(href: string | null): string | null {
  const target = href?.trim() ?? ''
  if (/^#[^\s"'<>]{1,200}$/.test(target)) return target
  if (/^mailto:[^\s"'<>?&]{3,254}$/i.test(target)) return target
  if (!/^https:\/\//i.test(target) || target.length > 2000 || !URL.canParse(target)) return null
  const url = new URL(target)
  return url.username === '' && url.password === '' ? url.href : null
}

const BLOCKS = new Set(['paragraph', 'list', 'table', 'media', 'break'])

function isBlank(node: NarrativeNode): boolean {
  return node.kind === 'text' && node.text === ' '
}

/** Blanks count between words, not around blocks. */
function tidy(nodes: readonly NarrativeNode[]): NarrativeNode[] {
  return nodes.filter((node, i) => {
    if (!isBlank(node)) return true
    const before = nodes[i - 1]
    const after = nodes[i + 1]
    return before !== undefined && after !== undefined && !BLOCKS.has(before.kind) && !BLOCKS.has(after.kind)
  })
}

export function nodesOf(parent: XmlElement): NarrativeNode[] {
  const nodes: NarrativeNode[] = []
  for (const node of parent.children) {
    if (typeof node === 'string') nodes.push({ kind: 'text', text: node.replace(/[ \t\r\n]+/g, ' ') })
    else nodes.push(...nodeOf(node))
  }
  return tidy(nodes)
}

type Reader = (element: XmlElement) => NarrativeNode[]

const paragraph: Reader = element => [
  {
    kind: 'paragraph',
    id: idOf(element),
    styles: stylesOf(element),
    caption: captionOf(element),
    children: withoutCaption(element),
  },
]

const content: Reader = element => {
  const html = HTML_STYLES.get(element.name)
  const revised = attr(element, 'revised')
  return [
    {
      kind: 'content',
      id: idOf(element),
      styles: html ? [html] : stylesOf(element),
      revised: revised === 'insert' || revised === 'delete' ? revised : null,
      children: nodesOf(element),
    },
  ]
}

const link: Reader = element => {
  const children = nodesOf(element)
  const written = attr(element, 'href')?.trim() ?? ''
  const shown: NarrativeNode[] =
    children.length > 0 ? children : [{ kind: 'text', text: written.replace(/^#/, '') }]
  const href = safeHref(written)
  return href ? [{ kind: 'link', href, children: shown }] : shown
}

const list: Reader = element => {
  const items: NarrativeItem[] = []
  const stray: NarrativeNode[] = []
  for (const node of element.children) {
    if (typeof node === 'string') stray.push(...strayText(node))
    else if (node.name === 'item' || node.name === 'li') {
      items.push({ id: idOf(node), caption: captionOf(node), children: withoutCaption(node) })
    } else if (node.name !== 'caption') stray.push(...nodeOf(node))
  }
  if (stray.length > 0) items.push({ id: null, caption: [], children: stray })
  const ordered = element.name === 'ol' || attr(element, 'listType') === 'ordered'
  return [{ kind: 'list', id: idOf(element), ordered, caption: captionOf(element), items }]
}

const media: Reader = element => [
  {
    kind: 'media',
    targets: (attr(element, 'referencedObject') ?? '').split(/\s+/).filter(target => target !== ''),
    caption: [...captionOf(element), ...withoutCaption(element)],
  },
]

const table: Reader = element => {
  const rows: TableRows = { head: [], body: [], foot: [] }
  const stray: NarrativeNode[] = []
  for (const node of element.children) {
    if (typeof node === 'string') stray.push(...strayText(node))
    else readTablePart(node, rows, stray)
  }
  const built: NarrativeNode = { kind: 'table', id: idOf(element), caption: captionOf(element), ...rows }
  return stray.length > 0
    ? [built, { kind: 'paragraph', id: null, styles: [], caption: [], children: stray }]
    : [built]
}

const TABLE_PARTS: ReadonlyMap<string, 'head' | 'body' | 'foot'> = new Map<string, 'head' | 'body' | 'foot'>([
  ['thead', 'head'],
  ['tbody', 'body'],
  ['tfoot', 'foot'],
  ['tr', 'body'],
])

type TableRows = Record<'head' | 'body' | 'foot', NarrativeRow[]>
const NOT_SHOWN = new Set(['caption', 'col', 'colgroup'])

function readTablePart(part: XmlElement, rows: TableRows, stray: NarrativeNode[]): void {
  if (NOT_SHOWN.has(part.name)) return
  const place = TABLE_PARTS.get(part.name)
  if (!place) {
    stray.push(...nodeOf(part))
    return
  }
  for (const node of part.name === 'tr' ? [part] : part.children) {
    if (typeof node === 'string') stray.push(...strayText(node))
    else if (node.name === 'tr') rows[place].push(rowOf(node))
    else stray.push(...nodeOf(node))
  }
}

function rowOf(row: XmlElement): NarrativeRow {
  const cells = row.children.flatMap(node => {
    if (typeof node !== 'string') return [cellOf(node)]
    const text = strayText(node)
    return text.length > 0 ? [plainCell(text)] : []
  })
  return { id: idOf(row), styles: stylesOf(row), cells }
}

function plainCell(children: readonly NarrativeNode[]): NarrativeCell {
  return { id: null, header: false, scope: null, colSpan: 1, rowSpan: 1, align: null, styles: [], children }
}

const SCOPES = ['row', 'col', 'rowgroup', 'colgroup'] as const
const ALIGNMENTS = ['left', 'center', 'right'] as const

function oneOf<T extends string>(values: readonly T[], value: string | null): T | null {
  return values.find(known => known === value) ?? null
}

function span(value: string | null): number {
  const count = value && /^\d{1,3}$/.test(value) ? Number(value) : 1
  return Math.max(1, count)
}

function cellOf(cell: XmlElement): NarrativeCell {
  if (cell.name !== 'td' && cell.name !== 'th') return plainCell(nodeOf(cell))
  return {
    id: idOf(cell),
    header: cell.name === 'th',
    scope: oneOf(SCOPES, attr(cell, 'scope')),
    colSpan: span(attr(cell, 'colspan')),
    rowSpan: span(attr(cell, 'rowspan')),
    align: oneOf(ALIGNMENTS, attr(cell, 'align')),
    styles: stylesOf(cell),
    children: nodesOf(cell),
  }
}

function strayText(text: string): NarrativeNode[] {
  const kept = text.replace(/\s+/g, ' ').trim()
  return kept === '' ? [] : [{ kind: 'text', text: kept }]
}

function captionOf(element: XmlElement): NarrativeNode[] {
  return elements(element)
    .filter(node => node.name === 'caption')
    .flatMap(nodesOf)
}

function withoutCaption(element: XmlElement): NarrativeNode[] {
  const rest = element.children.filter(node => typeof node === 'string' || node.name !== 'caption')
  return nodesOf({ ...element, children: rest })
}

const READERS: Readonly<Record<string, Reader>> = {
  paragraph,
  p: paragraph,
  div: paragraph,
  content,
  b: content,
  strong: content,
  i: content,
  em: content,
  u: content,
  list,
  ul: list,
  ol: list,
  table,
  linkHtml: link,
  a: link,
  renderMultiMedia: media,
  br: () => [{ kind: 'break' }],
  sub: element => [{ kind: 'sub', children: nodesOf(element) }],
  sup: element => [{ kind: 'sup', children: nodesOf(element) }],
  footnote: element => [{ kind: 'footnote', id: idOf(element), children: nodesOf(element) }],
  footnoteRef: element => [
    { kind: 'footnoteRef', target: attr(element, 'IDREF') ?? '' },
    ...(rawText(element).trim() === '' ? [] : nodesOf(element)),
  ],
}

function nodeOf(element: XmlElement): NarrativeNode[] {
  const reader = Object.hasOwn(READERS, element.name) ? READERS[element.name] : undefined
  return reader ? reader(element) : nodesOf(element)
}
