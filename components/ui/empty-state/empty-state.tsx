import type { ReactNode } from 'react'

type EmptyStateProps = {
  title: ReactNode
  heading?: 'h2' | 'h3' | 'h4' | undefined
  /** What is not included, and why. Never « aucun résultat » alone. */
  children: ReactNode
  /** What to do now. */
  actions?: ReactNode
  /** Without the drawing, for a small block inside a page. */
  plain?: boolean | undefined
}

/** Nothing here yet: says what is missing and what to do. */
export function EmptyState({ title, heading: Heading = 'h2', children, actions, plain }: EmptyStateProps) {
  return (
    <div className="sheet empty">
      {plain ? null : <BlankNotebook />}
      <Heading className="empty-title">{title}</Heading>
      <div className="empty-body">{children}</div>
      {actions ? <div className="empty-actions">{actions}</div> : null}
    </div>
  )
}

function BlankNotebook() {
  return (
    <svg
      aria-hidden="true"
      className="empty-drawing"
      focusable="false"
      height="88"
      viewBox="0 0 120 88"
      width="120"
    >
      <path className="empty-page" d="M22 6h78a8 8 0 0 1 8 8v60a8 8 0 0 1-8 8H22z" />
      <path className="empty-spine" d="M22 6v76h-4a8 8 0 0 1-8-8V14a8 8 0 0 1 8-8z" />
      <path className="empty-rule" d="M40 6v76" />
      <path className="empty-lines" d="M52 28h40M52 44h40M52 60h22" />
    </svg>
  )
}
