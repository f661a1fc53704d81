import type { NarrativeItem, NarrativeNode, NarrativeRow, Section } from '@/lib/interop/cda/schema'
import type { ReadableBlock, ReadableCell } from '@/lib/interop/pdf/readable-schema'

/** The text of a clinical document as the blocks of a readable copy: its order and its tables, not its looks. */

type Nodes = readonly NarrativeNode[]
/** What a picture is called in the copy. */
export type MediaWords = (caption: string) => string

const tidy = (text: string) =>
  text
    .replace(/[ \t\u00a0\u202f]+/gu, ' ')
    .replace(/ *\n */gu, '\n')
    .trim()

/** Nodes that stand on their own; the others are words of a line. */
const standing: ReadonlySet<NarrativeNode['kind']> = new Set([
  'paragraph',
  'list',
  'table',
  'footnote',
  'media',
])

function flat(node: NarrativeNode, media: MediaWords): string {
  const all = (nodes: Nodes) => nodes.map(one => flat(one, media)).join('')
  switch (node.kind) {
    case 'text':
      return node.text.replace(/\s+/gu, ' ')
    case 'break':
      return '\n'
    case 'content':
      // Text that its author took out is not what the document says.
      return node.revised === 'delete' ? '' : all(node.children)
    case 'paragraph':
      return `\n${all(node.caption)}${all(node.children)}\n`
    case 'list':
      return node.items.map(item => `\n• ${tidy(all(item.caption) + all(item.children))}`).join('')
    case 'table':
      return `\n${[...node.head, ...node.body, ...node.foot].map(row => row.cells.map(cell => tidy(all(cell.children))).join(' | ')).join('\n')}\n`
    case 'media':
      return ` [${media(tidy(all(node.caption)))}] `
    case 'footnoteRef':
      return ''
    default:
      return all(node.children)
  }
}

function words(nodes: Nodes, media: MediaWords): string {
  return tidy(nodes.map(node => flat(node, media)).join(''))
}

function itemWords({ caption, children }: NarrativeItem, media: MediaWords): string {
  return [words(caption, media), words(children, media)].filter(Boolean).join('\n')
}

/** The cells of each row in the columns they stand in: a cell that covers several rows leaves its place empty below. */
function rowsOf(rows: readonly NarrativeRow[], media: MediaWords): ReadableCell[][] {
  const covered: number[] = []
  return rows.map(row => {
    const cells: ReadableCell[] = []
    let column = 0
    const skip = () => {
      while ((covered[column] ?? 0) > 0) {
        covered[column] = (covered[column] ?? 1) - 1
        cells.push({ text: '', header: false, span: 1 })
        column += 1
      }
    }
    for (const cell of row.cells) {
      skip()
      const span = Math.min(Math.max(cell.colSpan, 1), 20)
      cells.push({ text: words(cell.children, media), header: cell.header, span })
      for (let at = 0; at < span; at += 1) covered[column + at] = Math.max(cell.rowSpan, 1) - 1
      column += span
    }
    skip()
    return cells
  })
}

function tableOf(node: Extract<NarrativeNode, { kind: 'table' }>, media: MediaWords): ReadableBlock {
  const asHead = rowsOf(node.head, media).map(row => row.map(cell => ({ ...cell, header: true })))
  const rest = rowsOf([...node.body, ...node.foot], media)
  return { kind: 'table', caption: words(node.caption, media), rows: [...asHead, ...rest] }
}

const paragraph = (text: string): ReadableBlock[] => (text === '' ? [] : [{ kind: 'paragraph', text }])

function blockOf(node: NarrativeNode, media: MediaWords): ReadableBlock[] {
  switch (node.kind) {
    case 'paragraph':
      return [...paragraph(words(node.caption, media)), ...narrativeBlocks(node.children, media)]
    case 'list': {
      const items = node.items.map(item => itemWords(item, media)).filter(Boolean)
      const list: ReadableBlock = { kind: 'list', ordered: node.ordered, items }
      return [...paragraph(words(node.caption, media)), ...(items.length > 0 ? [list] : [])]
    }
    case 'table':
      return [tableOf(node, media)]
    case 'footnote':
      return narrativeBlocks(node.children, media)
    case 'media':
      return paragraph(media(words(node.caption, media)))
    default:
      return paragraph(words([node], media))
  }
}

/** A `content` may hold a whole table: it is opened when it does. */
const holdsBlock = (node: NarrativeNode): boolean =>
  standing.has(node.kind) ||
  (node.kind === 'content' && node.revised !== 'delete' && node.children.some(holdsBlock))

function narrativeBlocks(nodes: Nodes, media: MediaWords): ReadableBlock[] {
  const blocks: ReadableBlock[] = []
  let line: NarrativeNode[] = []
  const endLine = () => {
    blocks.push(...paragraph(words(line, media)))
    line = []
  }
  for (const node of nodes) {
    if (!holdsBlock(node)) {
      line.push(node)
      continue
    }
    endLine()
    blocks.push(...(node.kind === 'content' ? narrativeBlocks(node.children, media) : blockOf(node, media)))
  }
  endLine()
  return blocks
}

/** Sections and their parts, in the order of the document. */
export function sectionBlocks(
  sections: readonly Section[],
  media: MediaWords,
  level: 2 | 3 = 2,
): ReadableBlock[] {
  return sections.flatMap((section): ReadableBlock[] => {
    const title = tidy(section.title ?? '')
    const heading: ReadableBlock[] = title === '' ? [] : [{ kind: 'heading', level, text: title }]
    const inside = [
      ...narrativeBlocks(section.narrative, media),
      ...sectionBlocks(section.sections, media, 3),
    ]
    return inside.length === 0 ? [] : [...heading, ...inside]
  })
}

/** A plain text, cut where its writer left a blank line. */
export function textBlocks(text: string): ReadableBlock[] {
  return text
    .split(/(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)/u)
    .map(part => part.trim())
    .filter(Boolean)
    .map(part => ({ kind: 'paragraph', text: part }))
}
