import { Fragment, type ReactNode } from 'react'
import { classes } from '@/components/ui/classes'
import type { NarrativeItem, NarrativeNode } from '@/lib/interop/cda/schema'
import { keyed } from './keyed'
import { childrenOf } from './narrative-index'
import { Inline, isBlock, Revised, styled } from './narrative-inline'
import { NarrativeMedia } from './narrative-media'
import { NarrativeTable } from './narrative-table'
import type { Reading } from './reading-context'

type Run = { readonly block: NarrativeNode | null; readonly line: readonly NarrativeNode[] }

const isSpace = (node: NarrativeNode) =>
  node.kind === 'break' || (node.kind === 'text' && node.text.trim() === '')

/** Line breaks around a block only push it away: the page has its own spacing. */
function trimmed(line: readonly NarrativeNode[]): readonly NarrativeNode[] {
  const first = line.findIndex(node => !isSpace(node))
  if (first < 0) return []
  const last = line.findLastIndex(node => !isSpace(node))
  return line.slice(first, last + 1)
}

/** Text and blocks side by side, as runs: lines of text, then a block, then lines again. */
function runsOf(nodes: readonly NarrativeNode[]): readonly Run[] {
  const runs: Run[] = []
  let line: NarrativeNode[] = []
  const close = () => {
    const kept = trimmed(line)
    if (kept.length > 0) runs.push({ block: null, line: kept })
    line = []
  }
  for (const node of nodes) {
    if (isBlock(node)) {
      close()
      runs.push({ block: node, line: [] })
    } else line.push(node)
  }
  close()
  return runs
}

type BlocksProps = { readonly nodes: readonly NarrativeNode[]; readonly reading: Reading }

/** Anything that may stand in a section, an item or a cell. */
export function Blocks({ nodes, reading }: BlocksProps) {
  // A note that a mark of the text leads to is read at the end of the section: alone on its line, it is not repeated.
  const isNote = (node: NarrativeNode) => node.kind === 'footnote' && reading.index.isReferred(node)
  return keyed(runsOf(nodes)).map(({ key, item: run }) => {
    if (!run.block && run.line.every(node => isNote(node) || isSpace(node))) return null
    if (run.block) return <Block key={key} node={run.block} reading={reading} />
    return (
      <p key={key}>
        <Inline nodes={run.line} reading={reading} />
      </p>
    )
  })
}

/** The inside of an item or a cell: plain text stays plain. */
export function Flow({ nodes, reading }: BlocksProps) {
  if (nodes.some(isBlock)) return <Blocks nodes={nodes} reading={reading} />
  return <Inline nodes={trimmed(nodes)} reading={reading} />
}

function Block({ node, reading }: { node: NarrativeNode; reading: Reading }) {
  switch (node.kind) {
    case 'paragraph':
      return <Paragraph node={node} reading={reading} />
    case 'list':
      return <List node={node} reading={reading} />
    case 'table':
      return <NarrativeTable reading={reading} table={node} />
    case 'media':
      return <NarrativeMedia media={node} reading={reading} />
    case 'content':
      return <BlockContent node={node} reading={reading} />
    default:
      return <Blocks nodes={childrenOf(node)} reading={reading} />
  }
}

type BlockProps<K extends NarrativeNode['kind']> = {
  readonly node: Extract<NarrativeNode, { kind: K }>
  readonly reading: Reading
}

function Paragraph({ node, reading }: BlockProps<'paragraph'>) {
  const id = reading.index.idOf(node)
  const body = node.children.some(isBlock) ? (
    <Blocks nodes={node.children} reading={reading} />
  ) : (
    <LineOf
      nodes={node.children}
      render={line => styled(<Inline nodes={line} reading={reading} />, node.styles)}
    />
  )
  if (node.caption.length === 0 && !id) return body
  return (
    <div className="narrative-paragraph" id={id}>
      <Caption nodes={node.caption} reading={reading} />
      {body}
    </div>
  )
}

function LineOf({
  nodes,
  render,
}: {
  nodes: readonly NarrativeNode[]
  render: (line: readonly NarrativeNode[]) => ReactNode
}) {
  const line = trimmed(nodes)
  return line.length > 0 ? <p>{render(line)}</p> : null
}

function Caption({ nodes, reading }: BlocksProps) {
  if (nodes.length === 0) return null
  return (
    <p className="narrative-caption">
      <Inline nodes={nodes} reading={reading} />
    </p>
  )
}

/** A stressed word that turns out to hold a block: the stress becomes a class. */
function BlockContent({ node, reading }: BlockProps<'content'>) {
  const inside = <Blocks nodes={node.children} reading={reading} />
  const { t, index } = reading
  const id = index.idOf(node)
  if (node.revised === 'delete')
    return <Revised as="del" id={id} mention={t('narrative.deleted')} text={inside} />
  if (node.revised === 'insert')
    return <Revised as="ins" id={id} mention={t('narrative.inserted')} text={inside} />
  const look = node.styles.map(style => `narrative-${style}`)
  if (look.length === 0 && !id) return inside
  return (
    <div className={classes('narrative-paragraph', ...look)} id={id}>
      {inside}
    </div>
  )
}

function List({ node, reading }: BlockProps<'list'>) {
  const Tag = node.ordered ? 'ol' : 'ul'
  return (
    <Fragment>
      <Caption nodes={node.caption} reading={reading} />
      <Tag className="narrative-list" id={reading.index.idOf(node)}>
        {keyed(node.items).map(({ key, item }) => (
          <Item item={item} key={key} reading={reading} />
        ))}
      </Tag>
    </Fragment>
  )
}

function Item({ item, reading }: { item: NarrativeItem; reading: Reading }) {
  return (
    <li id={reading.index.idOf(item)}>
      <Caption nodes={item.caption} reading={reading} />
      <Flow nodes={item.children} reading={reading} />
    </li>
  )
}
