import type { IconNode } from 'lucide'
import NextLink from 'next/link'
import { Icon } from '../icon/icon'

export type ChipItem = {
  href: string
  label: string
  count?: number | undefined
  icon?: IconNode | undefined
  current?: boolean | undefined
}

/** Filters of a list, each with its address. On a phone they stay on one line that slides, so that the list starts higher. */
export function Chips({ label, items }: { label: string; items: readonly ChipItem[] }) {
  return (
    <nav aria-label={label} className="chips">
      <ul>
        {items.map(item => (
          <li key={item.href}>
            <NextLink
              aria-current={item.current ? 'true' : undefined}
              className="chip"
              href={item.href}
              prefetch={false}
              scroll={false}
            >
              {item.icon ? <Icon of={item.icon} size="small" /> : null}
              {item.label}
              {item.count === undefined ? null : <span className="chip-count">{item.count}</span>}
            </NextLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
