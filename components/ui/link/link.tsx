import { ArrowRight, type IconNode, ExternalLink as Outside } from 'lucide'
import NextLink from 'next/link'
import type { ReactNode } from 'react'
import { classes } from '../classes'
import { Icon } from '../icon/icon'

type LinkProps = {
  href: string
  children: ReactNode
  /** `standing`: alone on its line, with room to press. `bare`: no underline until pointed at, inside a list of links. */
  look?: 'inline' | 'standing' | 'bare' | undefined
  icon?: IconNode | undefined
  /** An arrow after the words: leads to the rest of a list. */
  onward?: boolean | undefined
  current?: 'page' | 'true' | undefined
}

/**
 * A link inside the product. Never prefetched: reading a page of a record is an event its owner will see,
 * and only a person may cause it.
 */
export function Link({ href, children, look = 'inline', icon, onward, current }: LinkProps) {
  return (
    <NextLink
      aria-current={current}
      className={classes(look !== 'inline' && `link-${look}`)}
      href={href}
      prefetch={false}
    >
      {icon ? <Icon of={icon} /> : null}
      {icon || onward ? <span>{children}</span> : children}
      {onward ? <Icon of={ArrowRight} /> : null}
    </NextLink>
  )
}

type ExternalLinkProps = {
  href: string
  children: ReactNode
  /** Read and seen after the words, for example « nouvelle fenêtre ». */
  mention: string
}

/** A link to another site: new window, said in words, nothing passed to the other side. */
export function ExternalLink({ href, children, mention }: ExternalLinkProps) {
  return (
    <a href={href} rel="noopener noreferrer" target="_blank">
      {children} <span className="link-mention">({mention})</span> <Icon of={Outside} size="small" />
    </a>
  )
}
