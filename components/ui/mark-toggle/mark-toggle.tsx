import type { IconNode } from 'lucide'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { Icon } from '../icon/icon'
import { VisuallyHidden } from '../visually-hidden/visually-hidden'

type MarkToggleProps = {
  icon: IconNode
  /** What it marks, in words that do not change: `pressed` says whether it does. */
  children: ReactNode
  pressed: boolean
} & Omit<
  ComponentPropsWithRef<'button'>,
  'className' | 'style' | 'children' | 'type' | 'aria-pressed' | 'title'
>

/** A mark that is put on a line and taken off by pressing it. Sends its form (`form`: by its id) without JavaScript. */
export function MarkToggle({ icon, children, pressed, ...native }: MarkToggleProps) {
  return (
    <button {...native} aria-pressed={pressed} className="mark-toggle" type="submit">
      <Icon of={icon} />
      <VisuallyHidden>{children}</VisuallyHidden>
    </button>
  )
}
