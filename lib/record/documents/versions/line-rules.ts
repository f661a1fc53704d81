import type { NarrativeItem, NarrativeNode, NarrativeRow, Section } from '@/lib/interop/cda/schema'
import type { Content } from '@/lib/record/documents/content'
import type { PageText } from '@/lib/record/documents/searching/extract-rules'

/** What a document says, line by line as a reader sees it: to be compared with another version of it. */

type Nodes = readonly NarrativeNode[]

const tidy = (text: string) => text.replace(/[\s\u00a0\u202f]+/gu, ' ').trim()

/** Marks the end of a line inside of a text being put together; no document holds one. */
const end = '\0'

const wordsOf = (nodes: Nodes): string => nodes.map(wordsIn).join('')
const block = (...parts: readonly string[]) => `${end}${parts.join(end)}${end}`
const ofRow = ({ cells }: NarrativeRow) => cells.map(cell => tidy(flat(cell.children))).join(' | ')
const ofItem = ({ caption, children }: NarrativeItem) => block(wordsOf(caption), wordsOf(children))

/** Inside a cell, lines are a matter of width. */
const flat = (nodes: Nodes) => wordsOf(nodes).replaceAll(end, ' ')

function wordsIn(node: NarrativeNode): string {
  switch (node.kind) {
    case 'text':
      return node.text
    case 'break':
      return end
    case 'paragraph':
      return block(wordsOf(node.caption), wordsOf(node.children))
    case 'content':
      // Text that the author took out is not what the document says.
      return node.revised === 'delete' ? '' : wordsOf(node.children)
    case 'list':
      return block(wordsOf(node.caption), ...node.items.map(ofItem))
    case 'table':
      return block(wordsOf(node.caption), ...[...node.head, ...node.body, ...node.foot].map(ofRow))
    case 'footnote':
      return block(wordsOf(node.children))
    case 'footnoteRef':
      return ''
    case 'media':
      return block(wordsOf(node.caption))
    default:
      return wordsOf(node.children)
  }
}

const ofSection = (section: Section): string =>
  block(section.title ?? '', wordsOf(section.narrative), ...section.sections.map(ofSection))

const cut = (text: string, at: string | RegExp) =>
  text
    .split(at)
    .map(tidy)
    .filter(line => line !== '')

/** The pages of a file are kept as running text: a sentence is as near to a line as one gets. */
const sentences = /(?<=[.!?;…])\s+(?=\p{Lu}|\d|[-–•])/u

/**
 * The lines of what a document says; null when its words are not known (a picture, a format that is not read, a file
 * that the worker has not read yet: `pages` is what it read).
 */
export function linesOf({ body }: Content, pages: readonly PageText[]): readonly string[] | null {
  if (body.kind === 'sections') return body.sections.flatMap(section => cut(ofSection(section), end))
  if (body.kind === 'text') return cut(body.text, /\r\n|\r|\n/u)
  if (body.kind !== 'pdf' || pages.length === 0) return null
  return pages.flatMap(({ text }) => cut(text, sentences))
}
