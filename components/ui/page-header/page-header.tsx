import type { ReactNode } from 'react'

type PageHeaderProps = {
  /** The words of the link that led here. */
  title: ReactNode
  /** The conclusion first, in one sentence. */
  lead?: ReactNode
  note?: ReactNode
  /** At the right on a computer; under the title on a phone. */
  actions?: ReactNode
}

/** The top of a page: its only h1. */
export function PageHeader({ title, lead, note, actions }: PageHeaderProps) {
  return (
    <div className="page-header">
      <div className="page-header-text">
        <h1>{title}</h1>
        {lead ? <p className="page-lead">{lead}</p> : null}
        {note ? <p className="page-note">{note}</p> : null}
      </div>
      {actions ? <div className="page-actions">{actions}</div> : null}
    </div>
  )
}

type SectionProps = {
  id: string
  title: ReactNode
  /** Beside the title, at the far end: a date, a count, a link. */
  aside?: ReactNode
  children: ReactNode
}

/** A part of a page, named by its h2. */
export function Section({ id, title, aside, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className="section">
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {aside ? <div className="section-aside">{aside}</div> : null}
      </div>
      {children}
    </section>
  )
}
