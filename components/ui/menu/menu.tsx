import { ChevronDown, EllipsisVertical, type IconNode } from 'lucide'
import NextLink from 'next/link'
import type { ReactNode } from 'react'
import { Icon } from '../icon/icon'
import { VisuallyHidden } from '../visually-hidden/visually-hidden'
import { MenuDetails } from './menu-details'

type MenuProps = {
  /** Names what opens: « Actions sur Bilan sanguin ». */
  label: string
  /** Drawn on the opener; three dots with a hidden label when absent. */
  opener?: ReactNode
  /** MenuLink and MenuButton. */
  children: ReactNode
}

/**
 * A short list of links and actions behind one button. A native disclosure, so that every action stays within reach
 * without JavaScript; the script only closes it (Escape, elsewhere). Measured: an ARIA menu costs 51 kB more per page.
 */
export function Menu({ label, opener, children }: MenuProps) {
  return (
    <MenuDetails>
      <summary className={opener ? 'menu-opener' : 'menu-opener menu-dots'}>
        {opener ? (
          <>
            {opener}
            <Icon of={ChevronDown} />
          </>
        ) : (
          <>
            <Icon of={EllipsisVertical} />
            <VisuallyHidden>{label}</VisuallyHidden>
          </>
        )}
      </summary>
      <ul aria-label={label} className="menu-list">
        {children}
      </ul>
    </MenuDetails>
  )
}

type MenuEntry = {
  children: ReactNode
  icon?: IconNode | undefined
  /** Drawn before the words instead of an icon: an avatar. */
  mark?: ReactNode
  note?: ReactNode
}

function Entry({ children, icon, mark, note }: MenuEntry) {
  return (
    <>
      {mark ?? (icon ? <Icon of={icon} /> : null)}
      <span>
        {children}
        {note ? <small className="menu-note">{note}</small> : null}
      </span>
    </>
  )
}

export function MenuLink({
  href,
  current,
  ...entry
}: MenuEntry & { href: string; current?: boolean | undefined }) {
  return (
    <li>
      <NextLink
        aria-current={current ? 'true' : undefined}
        className="menu-entry"
        href={href}
        prefetch={false}
      >
        <Entry {...entry} />
      </NextLink>
    </li>
  )
}

type MenuButtonProps = MenuEntry & {
  /** The submit button of this form (its id), or of the form around the menu. */
  form?: string | undefined
  name?: string | undefined
  value?: string | undefined
  danger?: boolean | undefined
}

export function MenuButton({ form, name, value, danger, ...entry }: MenuButtonProps) {
  return (
    <li>
      <button
        className={danger ? 'menu-entry menu-danger' : 'menu-entry'}
        form={form}
        name={name}
        type="submit"
        value={value}
      >
        <Entry {...entry} />
      </button>
    </li>
  )
}
