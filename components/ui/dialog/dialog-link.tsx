import type { IconNode } from 'lucide'
import NextLink from 'next/link'
import type { ReactNode } from 'react'
import { type ButtonVariant, buttonClass } from '../button/button'
import { Icon } from '../icon/icon'

type DialogLinkProps = {
  /** The id of the Dialog. */
  opens: string
  /** The address at which the page renders that dialog open: the way without JavaScript, and a way to come back to it. */
  href: string
  children: ReactNode
  variant?: ButtonVariant | undefined
  size?: 'normal' | 'small' | undefined
  icon?: IconNode | undefined
}

/** Opens a dialog of the page; a plain link until JavaScript is there. */
export function DialogLink({ opens, href, children, variant, size, icon }: DialogLinkProps) {
  return (
    <NextLink
      aria-haspopup="dialog"
      className={buttonClass({ variant, size })}
      data-opens={opens}
      href={href}
      prefetch={false}
      scroll={false}
    >
      {icon ? <Icon of={icon} /> : null}
      {children}
    </NextLink>
  )
}
