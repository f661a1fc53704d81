import NextLink from 'next/link'
import type { ReactNode } from 'react'

export type FolderItem = { href: string; name: string; note: ReactNode }

/** Folders made by a person: cardboard with an apricot tab. The only grid of the product. */
export function FolderList({ items, label }: { items: readonly FolderItem[]; label: string }) {
  return (
    <ul aria-label={label} className="folders">
      {items.map(item => (
        <li key={item.href}>
          <NextLink className="folder" href={item.href} prefetch={false}>
            <span className="folder-name">{item.name}</span>
            <span className="folder-note">{item.note}</span>
          </NextLink>
        </li>
      ))}
    </ul>
  )
}
