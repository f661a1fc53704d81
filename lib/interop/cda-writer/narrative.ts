import type { Block, Content, Inline } from './draft'
import { type Element, el, type Markup, textEl } from './markup'

/** The human text of a section (StrucDoc): paragraphs, lists, tables, footnotes, images. */

function inline(part: Inline): Markup {
  if (typeof part === 'string') return part
  if ('lineBreak' in part) return el('br')
  if ('footnote' in part) return el('footnoteRef', { IDREF: part.footnote })
  const style = part.bold ? 'Bold' : part.italic ? 'Italics' : undefined
  return el('content', { ID: part.id, styleCode: style }, [part.text])
}

export function content(value: Content): readonly Markup[] {
  return typeof value === 'string' ? [value] : value.map(inline)
}

function tableEl(block: Extract<Block, { kind: 'table' }>): Element {
  const head = el('thead', {}, [
    el(
      'tr',
      {},
      block.head.map(cell => el('th', { scope: 'col' }, [cell])),
    ),
  ])
  const body = el(
    'tbody',
    {},
    block.rows.map(row =>
      el(
        'tr',
        {},
        row.map(cell => el('td', {}, content(cell))),
      ),
    ),
  )
  return el('table', { border: '0' }, [textEl('caption', block.caption), head, body])
}

export function blockEl(block: Block): Element {
  switch (block.kind) {
    case 'paragraph':
      return el('paragraph', {}, [textEl('caption', block.caption), ...content(block.content)])
    case 'list':
      return el('list', { listType: block.ordered ? 'ordered' : 'unordered' }, [
        textEl('caption', block.caption),
        ...block.items.map(item => el('item', {}, content(item))),
      ])
    case 'table':
      return tableEl(block)
    case 'footnote':
      return el('footnote', { ID: block.id }, content(block.content))
    case 'image':
      return el('renderMultiMedia', { referencedObject: block.id }, [textEl('caption', block.caption)])
  }
}

/** The bytes of the images of a section: the narrative only points at them. */
export function mediaEntries(blocks: readonly Block[]): readonly Element[] {
  return blocks
    .filter(block => block.kind === 'image')
    .map(image =>
      el('entry', {}, [
        el('observationMedia', { classCode: 'OBS', moodCode: 'EVN', ID: image.id }, [
          el('templateId', { root: '2.16.840.1.113883.10.12.304' }),
          el('templateId', { root: '1.2.250.1.213.1.1.3.103' }),
          el('value', { mediaType: image.mediaType, representation: 'B64' }, [base64(image.bytes)]),
        ]),
      ]),
    )
}

export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}
