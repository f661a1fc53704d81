import type { ReactNode } from 'react'
import { classes } from '../classes'

type SheetProps = {
  children: ReactNode
  /** Ids of the heading that names the list. */
  labelledBy?: string | undefined
  /** Inside a narrow column: the margin keeps the width it has on a phone. */
  narrow?: boolean | undefined
}

/** The page of the notebook: a list of lines, crossed by the apricot rule of the margin. */
export function Sheet({ children, labelledBy, narrow }: SheetProps) {
  return (
    <ul aria-labelledby={labelledBy} className={classes('sheet', 'sheet-ruled', narrow && 'sheet-narrow')}>
      {children}
    </ul>
  )
}

type LineProps = {
  /** When it happened, as people say it. Always in the margin (above the title on a phone). */
  when?: ReactNode
  /** From where it comes, under the date: a name, « déclaré par vous », a document. */
  from?: ReactNode
  /** A thumbnail, an avatar or a mark; decorative. */
  mark?: ReactNode
  title: ReactNode
  /** The title is the only link of the line. */
  href?: string | undefined
  /** What screen readers and the table of contents see; a paragraph unless said. */
  heading?: 'h2' | 'h3' | 'h4' | undefined
  /** Under the title: what it is, by whom. */
  sub?: ReactNode
  tags?: ReactNode
  /** One action, at the right on a computer and below on a phone. */
  action?: ReactNode
  /** Stays at the top right on every screen: a checkbox, a menu. */
  corner?: ReactNode
  /** The figure of this fact, large, at the right of the title; `<small>` for its unit. */
  figure?: ReactNode
  /** Longer content, under the title, as wide as the column. */
  children?: ReactNode
  /** Wider content: crosses the margin, so that a table or a chart has the whole sheet. */
  wide?: ReactNode
  /** `unread` is bolder, `chosen` is tinted, `faded` is set back (still readable). */
  state?: 'unread' | 'chosen' | 'faded' | undefined
}

/** One fact: its margin says when and from where, its title what it is. */
export function Line(props: LineProps) {
  const { when, from, mark, action, corner, figure, children, wide, state } = props
  const words = (
    <>
      <LineTitle heading={props.heading} href={props.href} title={props.title} />
      {props.sub ? <p className="line-sub">{props.sub}</p> : null}
      {props.tags ? <p className="line-tags">{props.tags}</p> : null}
    </>
  )
  return (
    <li className={classes('line', state && `line-${state}`, Boolean(action) && 'line-acting')}>
      <LineMargin from={from} when={when} />
      {mark ? <div className="line-mark">{mark}</div> : null}
      {action || corner || figure || children ? (
        <div className="line-content">
          <div className="line-text">{words}</div>
          <LineEdge corner={corner} figure={figure} />
          {action ? <div className="line-action">{action}</div> : null}
          {children ? <div className="line-body">{children}</div> : null}
        </div>
      ) : (
        // Long lists are made of these: no box that serves nothing.
        <div className="line-content line-words">{words}</div>
      )}
      {wide ? <div className="line-wide">{wide}</div> : null}
    </li>
  )
}

function LineEdge({ corner, figure }: Pick<LineProps, 'corner' | 'figure'>) {
  if (figure) return <p className="line-figure">{figure}</p>
  return corner ? <div className="line-corner">{corner}</div> : null
}

function LineMargin({ when, from }: Pick<LineProps, 'when' | 'from'>) {
  if (!(when || from)) return null
  if (!from) return <div className="line-when line-date">{when}</div>
  return (
    <div className="line-when">
      {when ? <span className="line-date">{when}</span> : null}
      <span className="line-from">{from}</span>
    </div>
  )
}

/** A plain link: a list of fifty client components would be drawn twice, here and in the browser. */
function LineTitle({ title, href, heading }: Pick<LineProps, 'title' | 'href' | 'heading'>) {
  const Tag = heading ?? 'p'
  return <Tag className="line-title">{href ? <a href={href}>{title}</a> : title}</Tag>
}

/** A title for a group of lines inside a page of many: « 2026, 11 documents ». */
export function SheetTitle({ id, children, note }: { id: string; children: ReactNode; note?: ReactNode }) {
  return (
    <h2 className="sheet-title" id={id}>
      {children} {note ? <small>{note}</small> : null}
    </h2>
  )
}

/** The same paper without a margin: for a form, a text, a table. */
export function Leaf({ children }: { children: ReactNode }) {
  return <div className="sheet leaf">{children}</div>
}
