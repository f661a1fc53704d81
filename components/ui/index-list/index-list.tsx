import { ChevronRight, type IconNode } from 'lucide'
import NextLink from 'next/link'
import type { ReactNode } from 'react'
import { Icon } from '../icon/icon'

export type IndexItem = {
  href: string
  name: string
  /** Where things stand there, in words: « 37 documents, dont 3 nouveaux ». */
  state: ReactNode
  icon: IconNode
}

/** The table of contents of the notebook: nouns, and where each stands. */
export function IndexList({ items, labelledBy }: { items: readonly IndexItem[]; labelledBy: string }) {
  return (
    <ul aria-labelledby={labelledBy} className="index">
      {items.map(item => (
        <li key={item.href}>
          <NextLink href={item.href} prefetch={false}>
            <Mark icon={item.icon} />
            <span>
              <span className="index-name">{item.name}</span>
              <span className="index-state">{item.state}</span>
            </span>
            <Icon of={ChevronRight} />
          </NextLink>
        </li>
      ))}
    </ul>
  )
}

/** An icon in its soft square: the mark of a line that has no thumbnail. */
export function Mark({
  icon,
  tone = 'ink',
}: {
  icon: IconNode
  tone?: 'ink' | 'apricot' | 'neutral' | undefined
}) {
  return (
    <span className={`mark mark-${tone}`}>
      <Icon of={icon} />
    </span>
  )
}
