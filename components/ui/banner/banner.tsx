import { CircleCheck, CircleX, type IconNode, Info, TriangleAlert } from 'lucide'
import type { ReactNode } from 'react'
import { classes } from '../classes'
import { Icon } from '../icon/icon'

export type BannerTone = 'info' | 'success' | 'warning' | 'danger' | 'calm'

const ICONS: Record<BannerTone, IconNode> = {
  info: Info,
  success: CircleCheck,
  warning: TriangleAlert,
  danger: CircleX,
  calm: Info,
}

type BannerProps = {
  tone: BannerTone
  title: ReactNode
  heading?: 'h2' | 'h3' | 'h4' | undefined
  children?: ReactNode
  /** Buttons or links: one thing to do, another channel. */
  actions?: ReactNode
  icon?: IconNode | undefined
  /** Said at once when it appears after the page: `alert` interrupts, `status` waits. */
  live?: 'alert' | 'status' | undefined
}

/** Something to know on this page: an icon, a title in words, a sentence. */
export function Banner({ tone, title, heading, children, actions, icon, live }: BannerProps) {
  const Title = heading ?? 'p'
  return (
    <div className={classes('banner', `banner-${tone}`)} role={live}>
      <Icon of={icon ?? ICONS[tone]} size="large" />
      <div className="banner-text">
        <Title className="banner-title">{title}</Title>
        {children ? <div className="banner-body">{children}</div> : null}
        {actions ? <div className="banner-actions">{actions}</div> : null}
      </div>
    </div>
  )
}

type IdentityBannerProps = {
  /** Names the region. */
  label: string
  avatar: ReactNode
  /** For whom one acts, and what one may not do. Short: it is on every page. */
  children: ReactNode
  /** The way back to one's own space. */
  exit: ReactNode
}

/** « Vous agissez pour… »: follows the colour of the person through the nearest `data-personne`. */
export function IdentityBanner({ label, avatar, children, exit }: IdentityBannerProps) {
  return (
    <section aria-label={label} className="identity">
      <div className="identity-row">
        {avatar}
        <div className="identity-text">{children}</div>
        <div className="identity-exit">{exit}</div>
      </div>
    </section>
  )
}
