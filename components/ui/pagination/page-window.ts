/** A page to show, or a gap between two of them. */
export type PageSlot = { key: string; page: number | null }

/** The first page, the last, the current one and its neighbours; a gap never hides a single page. */
export function pageWindow(page: number, pageCount: number): PageSlot[] {
  const wanted = new Set([1, page - 1, page, page + 1, pageCount])
  const shown: PageSlot[] = []
  let last = 0
  for (let current = 1; current <= pageCount; current += 1) {
    const alone = wanted.has(current - 1) && wanted.has(current + 1)
    if (!wanted.has(current) && !alone) continue
    if (current - last > 1) shown.push({ key: `gap-${current}`, page: null })
    shown.push({ key: `page-${current}`, page: current })
    last = current
  }
  return shown
}
