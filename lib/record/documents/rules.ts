import { categoryCodes } from '@/lib/record/documents/categories'
import type { DocumentFilter, Facets, NamedFolder } from '@/lib/record/documents/schema'

/** How many documents share a category, an author and a year; and how many of them are new to the reader. */
export type FacetGroup = {
  readonly category: string
  readonly authorName: string
  readonly year: number
  readonly folderId: string | null
  readonly count: number
  readonly newCount: number
}

const alphabetical = new Intl.Collator('fr')

function totals<Key>(groups: readonly FacetGroup[], keyOf: (group: FacetGroup) => Key): Map<Key, number> {
  const sums = new Map<Key, number>()
  for (const group of groups) {
    const key = keyOf(group)
    sums.set(key, (sums.get(key) ?? 0) + group.count)
  }
  return sums
}

/** What the filters of a list offer, from one grouped count. */
export function facetsOf(groups: readonly FacetGroup[]): Facets {
  const byCategory = totals(groups, group => group.category)
  return {
    total: groups.reduce((sum, group) => sum + group.count, 0),
    categories: categoryCodes
      .map(code => ({ code, count: byCategory.get(code) ?? 0 }))
      .filter(({ count }) => count > 0),
    authors: [...totals(groups, group => group.authorName)]
      .map(([name, count]) => ({ name, count }))
      .sort((a, b) => alphabetical.compare(a.name, b.name)),
    years: [...totals(groups, group => group.year)]
      .map(([year, count]) => ({ year, count }))
      .sort((a, b) => b.year - a.year),
  }
}

/** The folders of a person, with how many documents each holds. */
export function withCounts(
  folders: readonly NamedFolder[],
  groups: readonly FacetGroup[],
): Array<NamedFolder & { readonly count: number }> {
  const byFolder = totals(groups, group => group.folderId)
  return folders.map(folder => ({ ...folder, count: byFolder.get(folder.id) ?? 0 }))
}

/** How many match the filters; words that are searched are not known here. */
export function matchingOf(groups: readonly FacetGroup[], filter: DocumentFilter): number {
  return groups
    .filter(
      group =>
        (!filter.categorie || group.category === filter.categorie) &&
        (!filter.auteur || group.authorName === filter.auteur) &&
        (!filter.annee || group.year === filter.annee) &&
        (!filter.dossier || group.folderId === filter.dossier),
    )
    .reduce((sum, group) => sum + (filter.nouveaux ? group.newCount : group.count), 0)
}

/** A title all in capitals is hard to read, and for some software the only kind there is. The file keeps its own. */
export function readableTitle(title: string): string {
  const shouted = title.length > 8 && title === title.toLocaleUpperCase('fr') && /\p{Lu}{4}/u.test(title)
  return shouted ? title.charAt(0) + title.slice(1).toLocaleLowerCase('fr') : title
}

/** « Médecin - Gynécologie-obstétrique (SM) » is a directory's wording; a person reads « gynécologie-obstétrique ». */
export function specialtyInWords(specialty: string): string {
  const words = specialty
    .replace(/\s*\([A-Z]{1,4}\)$/u, '')
    .replace(/^Médecin\s*-\s*(?:Qualifié en\s+)?/u, '')
  return words.toLocaleLowerCase('fr')
}
