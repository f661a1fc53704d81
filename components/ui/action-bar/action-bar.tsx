import type { ReactNode } from 'react'

type ActionBarProps = {
  /** Names the region: « Lettres choisies ». */
  label: string
  /** How many, in words. Said when it changes. */
  count: string
  /** ActionBarButton, at most six. */
  children: ReactNode
}

/** What can be done with the lines that are chosen; stays in sight at the bottom of the list. */
export function ActionBar({ label, count, children }: ActionBarProps) {
  return (
    <section aria-label={label} className="action-bar">
      <p role="status">{count}</p>
      <div className="action-bar-buttons">{children}</div>
    </section>
  )
}

type ActionBarButtonProps = {
  children: ReactNode
  /** An Icon. */
  icon: ReactNode
  name?: string | undefined
  value?: string | undefined
  /** The id of the form that holds the boxes, when the bar is outside of it. */
  form?: string | undefined
  /** Another address than the form's. */
  formAction?: string | undefined
  onClick?: (() => void) | undefined
}

/** A submit button, unless it is given `onClick`. */
export function ActionBarButton({ children, icon, onClick, ...native }: ActionBarButtonProps) {
  return (
    <button {...native} className="action-bar-button" onClick={onClick} type={onClick ? 'button' : 'submit'}>
      {icon}
      <span>{children}</span>
    </button>
  )
}
