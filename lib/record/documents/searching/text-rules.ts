import type { NarrativeNode, NarrativeRow, Section } from '@/lib/interop/cda/schema'
import type { Content } from '@/lib/record/documents/content'
import type { PageText } from '@/lib/record/documents/searching/extract-rules'

/** What a document says, as plain text to search in. Files inside it (PDF, images) are read elsewhere. */

type Child = readonly NarrativeNode[]

const rowsOf = (rows: readonly NarrativeRow[]): string =>
  rows.map(row => row.cells.map(cell => said(cell.children)).join(' · ')).join('. ')

function saidOf(node: NarrativeNode): string {
  switch (node.kind) {
    case 'text':
      return node.text
    case 'break':
      return ' '
    case 'paragraph':
      return ` ${said(node.caption)} ${said(node.children)} `
    case 'content':
      // Text that the author took out is not what the document says.
      return node.revised === 'delete' ? '' : said(node.children)
    case 'list':
      return ` ${[said(node.caption), ...node.items.map(item => `${said(item.caption)} ${said(item.children)}`)].join('. ')} `
    case 'table':
      return ` ${said(node.caption)} ${[node.head, node.body, node.foot].map(rowsOf).join(' ')} `
    case 'media':
      return said(node.caption)
    case 'footnoteRef':
      return ''
    default:
      return said(node.children)
  }
}

const said = (nodes: Child): string => nodes.map(saidOf).join('')

const saidIn = (section: Section): string =>
  [section.title ?? '', said(section.narrative), ...section.sections.map(saidIn)].join('. ')

/** Blanks of all kinds are one; what is too long for a page is cut, which only a machine writes. */
export function tidyText(text: string): string {
  return text
    .replace(/[\s\u00a0\u202f]+/gu, ' ')
    .replace(/(?:\s*\.\s*){2,}/gu, '. ')
    .replace(/^[\s.·]+|\s+$/gu, '')
    .slice(0, 60_000)
}

/** The part of a document's text that needs no reader of files. */
export function ownText({ body }: Content): PageText[] {
  if (body.kind === 'sections') return [{ page: 0, text: tidyText(body.sections.map(saidIn).join('. ')) }]
  if (body.kind === 'text') return [{ page: 0, text: tidyText(body.text) }]
  return []
}
