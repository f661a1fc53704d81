import { type IconNode, LoaderCircle } from 'lucide'
import NextLink from 'next/link'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { classes } from '../classes'
import { Icon } from '../icon/icon'

/** `primary`: one per block. `secondary`: outlined. `quiet`: underlined. `danger`: outlined in the alert colour. */
export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

type Look = {
  children: ReactNode
  variant?: ButtonVariant | undefined
  /** `small` (40 px) only inside a dense line. */
  size?: 'normal' | 'small' | undefined
  icon?: IconNode | undefined
  /** On a phone, keep the width of the words instead of the whole column. */
  compact?: boolean | undefined
}

/** The class names of a button, for the few elements that must look like one without being one. */
export function buttonClass({
  variant = 'primary',
  size = 'normal',
  compact,
}: Pick<Look, 'variant' | 'size' | 'compact'>): string {
  return classes(
    'button',
    `button-${variant}`,
    size === 'small' && 'button-small',
    compact && 'button-compact',
  )
}

type ButtonProps = Look & {
  /** Work in progress: the button keeps its place and focus, and says so with these words. */
  pending?: string | false | undefined
} & Omit<ComponentPropsWithRef<'button'>, 'className' | 'style' | 'children'>

/** A native button. `type` is "button" unless said otherwise. */
export function Button({
  children,
  variant,
  size,
  icon,
  compact,
  pending,
  type = 'button',
  ...native
}: ButtonProps) {
  const busy = pending ? ({ 'aria-disabled': true } as const) : {}
  const drawing = pending ? LoaderCircle : icon
  return (
    <button
      {...native}
      {...busy}
      className={classes(buttonClass({ variant, size, compact }), pending && 'button-busy')}
      type={type}
    >
      {drawing ? <Icon of={drawing} /> : null}
      {pending || children}
    </button>
  )
}

type ButtonLinkProps = Look & {
  href: string
  /** A file or another program answers, not a page: the browser follows the address itself. */
  plain?: boolean | undefined
  download?: boolean | string | undefined
}

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function ButtonLink({
  children,
  variant,
  size,
  icon,
  compact,
  href,
  plain,
  download,
}: ButtonLinkProps) {
  const className = buttonClass({ variant, size, compact })
  const words = (
    <>
      {icon ? <Icon of={icon} /> : null}
      {children}
    </>
  )
  if (plain || download !== undefined) {
    return (
      <a className={className} download={download} href={href}>
        {words}
      </a>
    )
  }
  return (
    <NextLink className={className} href={href} prefetch={false}>
      {words}
    </NextLink>
  )
}
