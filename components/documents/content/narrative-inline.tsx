import { Fragment, type ReactNode } from 'react'
import { ExternalLink } from '@/components/ui/link/link'
import type { NarrativeNode, NarrativeStyle } from '@/lib/interop/cda/schema'
import { keyed } from './keyed'
import type { FootnoteNode } from './narrative-index'
import { childrenOf, plainText } from './narrative-index'
import type { Reading } from './reading-context'

/** Nodes that cannot stand inside a line of text. */
const BLOCKS: readonly NarrativeNode['kind'][] = ['paragraph', 'list', 'table', 'media']

/** True for a block, and for anything that hides one (a document may put a table inside a word). */
export function isBlock(node: NarrativeNode): boolean {
  if (BLOCKS.includes(node.kind)) return true
  return node.kind !== 'footnote' && childrenOf(node).some(isBlock)
}

/** What the author stressed, as the element that says so. */
export function styled(content: ReactNode, styles: readonly NarrativeStyle[]): ReactNode {
  let shown = content
  if (styles.includes('underline')) shown = <span className="narrative-underline">{shown}</span>
  if (styles.includes('strike')) shown = <s>{shown}</s>
  if (styles.includes('highlight')) shown = <mark>{shown}</mark>
  if (styles.includes('italic')) shown = <em>{shown}</em>
  if (styles.includes('bold')) shown = <strong>{shown}</strong>
  return shown
}

type InlineProps = { readonly nodes: readonly NarrativeNode[]; readonly reading: Reading }

/** A run of text. The tree never changes once read, so a place in it is a good key. */
export function Inline({ nodes, reading }: InlineProps) {
  return keyed(nodes).map(({ key, item }) => (
    <Fragment key={key}>
      <InlineNode node={item} reading={reading} />
    </Fragment>
  ))
}

function InlineNode({ node, reading }: { node: NarrativeNode; reading: Reading }) {
  switch (node.kind) {
    case 'text':
      return node.text
    case 'break':
      return <br />
    case 'sub':
      return (
        <sub>
          <Inline nodes={node.children} reading={reading} />
        </sub>
      )
    case 'sup':
      return (
        <sup>
          <Inline nodes={node.children} reading={reading} />
        </sup>
      )
    case 'content':
      return <ContentNode node={node} reading={reading} />
    case 'link':
      return <LinkNode node={node} reading={reading} />
    case 'footnote':
      return <FootnoteMark node={node} reading={reading} />
    case 'footnoteRef':
      return <FootnoteReference node={node} reading={reading} />
    default:
      // Blocks never come here: `flow` in narrative-blocks takes them out of the line first.
      return <Inline nodes={childrenOf(node)} reading={reading} />
  }
}

type NodeProps<K extends NarrativeNode['kind']> = {
  readonly node: Extract<NarrativeNode, { kind: K }>
  readonly reading: Reading
}

function ContentNode({ node, reading }: NodeProps<'content'>) {
  const id = reading.index.idOf(node)
  const inside = styled(<Inline nodes={node.children} reading={reading} />, node.styles)
  if (node.revised === 'delete')
    return <Revised as="del" id={id} mention={reading.t('narrative.deleted')} text={inside} />
  if (node.revised === 'insert')
    return <Revised as="ins" id={id} mention={reading.t('narrative.inserted')} text={inside} />
  return id ? <span id={id}>{inside}</span> : inside
}

type RevisedProps = { as: 'del' | 'ins'; id: string | undefined; mention: string; text: ReactNode }

/** `<del>` and `<ins>` are silent for most screen readers: the word is there too. */
export function Revised({ as: Tag, id, mention, text }: RevisedProps) {
  return (
    <Tag id={id}>
      <span className="visually-hidden">{mention} </span>
      {text}
    </Tag>
  )
}

function LinkNode({ node, reading }: NodeProps<'link'>) {
  const inside = <Inline nodes={node.children} reading={reading} />
  if (node.href.startsWith('#')) {
    const place = reading.index.target(node.href.slice(1))
    return place ? <a href={`#${place}`}>{inside}</a> : inside
  }
  if (node.href.startsWith('mailto:')) return <a href={node.href}>{inside}</a>
  if (!node.href.startsWith('https://')) return inside
  return (
    <ExternalLink href={node.href} mention={reading.t('narrative.newWindow')}>
      {plainText(node.children) === '' ? node.href : inside}
    </ExternalLink>
  )
}

function FootnoteMark({ node, reading }: { node: FootnoteNode; reading: Reading }) {
  const note = reading.index.footnote(node)
  if (!note) return <Inline nodes={node.children} reading={reading} />
  const id = reading.index.isReferred(node) ? undefined : (note.back ?? undefined)
  return <Mark anchor={note.anchor} id={id} number={note.number} reading={reading} />
}

function FootnoteReference({ node, reading }: NodeProps<'footnoteRef'>) {
  const found = reading.index.reference(node)
  return found ? (
    <Mark anchor={found.note.anchor} id={found.id} number={found.note.number} reading={reading} />
  ) : null
}

type MarkProps = { anchor: string; id: string | undefined; number: number; reading: Reading }

function Mark({ anchor, id, number, reading }: MarkProps) {
  return (
    <sup className="narrative-mark">
      <a aria-label={reading.t('narrative.noteMark', { number })} href={`#${anchor}`} id={id}>
        {number}
      </a>
    </sup>
  )
}
