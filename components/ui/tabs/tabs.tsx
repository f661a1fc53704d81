import NextLink from 'next/link'
import { Badge } from '../badge/badge'

export type TabItem = {
  href: string
  label: string
  current?: boolean | undefined
  /** A count to see, and the words that say what is counted. */
  count?: { value: number; label: string } | undefined
}

/** Views of one page, each with its address: links, not widgets. */
export function Tabs({ label, items }: { label: string; items: readonly TabItem[] }) {
  return (
    <nav aria-label={label} className="tabs">
      <ul>
        {items.map(item => (
          <li key={item.href}>
            <NextLink aria-current={item.current ? 'page' : undefined} href={item.href} prefetch={false}>
              {item.label}
              {item.count ? <Badge count={item.count.value} label={item.count.label} /> : null}
            </NextLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
