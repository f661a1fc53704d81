import type { IconNode } from 'lucide'
import type { ReactNode } from 'react'
import { classes } from '../classes'
import { Icon } from '../icon/icon'

export type TagTone = 'neutral' | 'new' | 'success' | 'warning' | 'danger' | 'info' | 'outline'

type TagProps = {
  children: ReactNode
  tone?: TagTone | undefined
  /** Every tone that means something comes with an icon and a word. */
  icon?: IconNode | undefined
}

/** A short fact about a line, in words. */
export function Tag({ children, tone = 'neutral', icon }: TagProps) {
  return (
    <span className={classes('tag', tone !== 'neutral' && `tag-${tone}`)}>
      {icon ? <Icon of={icon} size="small" /> : null}
      <span>{children}</span>
    </span>
  )
}
