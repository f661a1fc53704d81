import type { ReactNode } from 'react'
import { ExternalLink, Link } from '@/components/ui/link/link'
import { pageKeys, pages } from '@/lib/navigation/pages'

type Tag = (chunks: ReactNode) => ReactNode

/** What a sentence of lib/content may hold: paragraphs, lists, and a link to any page by its key (`<help>…</help>`). */
export const richTags: Readonly<Record<string, Tag>> = {
  p: chunks => <p>{chunks}</p>,
  list: chunks => <ul>{chunks}</ul>,
  item: chunks => <li>{chunks}</li>,
  strong: chunks => <strong>{chunks}</strong>,
  ...Object.fromEntries(
    pageKeys.map((key): [string, Tag] => [key, chunks => <Link href={pages[key].path}>{chunks}</Link>]),
  ),
}

/** A tag that leads to another site, which is said in words. */
export function outside(href: string, mention: string): Tag {
  return chunks => (
    <ExternalLink href={href} mention={mention}>
      {chunks}
    </ExternalLink>
  )
}

/** Running text: a readable measure, paragraphs and lists with air. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className="prose">{children}</div>
}
