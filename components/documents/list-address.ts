import { sortByDefault } from '@/lib/record/documents/organising/order-rules'
import type { DocumentFilter } from '@/lib/record/documents/schema'

/** What a list is cut and ordered by, as fields of a form that leads elsewhere and back. */
export function keptFields(filter: DocumentFilter): Array<[name: string, value: string]> {
  const query = hrefOf(filter, { page: filter.page, choisir: undefined }).split('?')[1]
  return [...new URLSearchParams(query)]
}

/** The address of a list with some of its filters changed; what is by default stays out of it. */
export function hrefOf(
  filter: DocumentFilter,
  change: Partial<Record<keyof DocumentFilter, unknown>>,
): string {
  const usualOrder = change.tri === undefined && filter.tri === sortByDefault(filter.q)
  const wanted = { ...filter, page: 1, ...change }
  const parameters: string[] = []
  for (const [name, value] of Object.entries(wanted)) {
    const byDefault = value === undefined || value === '' || (name === 'tri' && usualOrder)
    if (!byDefault && !(name === 'page' && value === 1))
      parameters.push(`${name}=${encodeURIComponent(String(value))}`)
  }
  return parameters.length > 0 ? `/documents?${parameters.join('&')}` : '/documents'
}
