import type { LineView } from '@/components/documents/document-line'

export type GroupView = {
  readonly id: string
  /** A year, what is pinned; nothing when the order is another. */
  readonly title: string | null
  readonly lines: readonly LineView[]
}

/**
 * Pages of a list as one: a year cut by the end of a page is one year again. What came in twice, because the list
 * changed between two pages, is told once.
 */
export function joined(pages: ReadonlyArray<readonly GroupView[]>): GroupView[] {
  const seen = new Set<string>()
  const groups: Array<GroupView & { lines: LineView[] }> = []
  for (const { id, title, lines } of pages.flat()) {
    const fresh = lines.filter(line => !seen.has(line.id))
    for (const line of fresh) seen.add(line.id)
    const known = groups.find(group => group.id === id)
    if (known) known.lines.push(...fresh)
    else if (fresh.length > 0) groups.push({ id, title, lines: fresh })
  }
  return groups
}
