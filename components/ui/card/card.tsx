import type { ReactNode } from 'react'
import { classes } from '../classes'

type CardProps = {
  children: ReactNode
  /** `paper` a sheet without margin; `tint` a panel that asks for attention once per page; `frame` outlined in ink. */
  tone?: 'paper' | 'tint' | 'explain' | 'frame' | undefined
  labelledBy?: string | undefined
}

/** A rare panel. Lists of facts are lines of a sheet, never a grid of cards. */
export function Card({ children, tone = 'paper', labelledBy }: CardProps) {
  return labelledBy ? (
    <section aria-labelledby={labelledBy} className={classes('card', `card-${tone}`)}>
      {children}
    </section>
  ) : (
    <div className={classes('card', `card-${tone}`)}>{children}</div>
  )
}
