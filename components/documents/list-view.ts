import 'server-only'
import type { DocumentRoomView } from '@/components/documents/document-room'
import { lineView } from '@/components/documents/line-view'
import { hrefOf } from '@/components/documents/list-address'
import { pinningView } from '@/components/documents/pinning-view'
import { choosingWords } from '@/components/documents/selection/choosing-view'
import { dateInWords, dateWithinYear } from '@/lib/content/dates'
import { texts } from '@/lib/content/texts'
import { wordList } from '@/lib/content/word-list'
import { sorts } from '@/lib/record/documents/organising/order-rules'
import {
  type DocumentFilter,
  type DocumentLine,
  type DocumentList,
  pageSize,
} from '@/lib/record/documents/schema'

type Group = { readonly pinned: boolean; readonly year: number | null; readonly lines: DocumentLine[] }

/** What is pinned, then consecutive lines of one year; a single nameless group when the order is another. */
function groupsOf(lines: readonly DocumentLine[], byYear: boolean): Group[] {
  const groups: Group[] = []
  for (const line of lines) {
    const year = byYear && !line.isPinned ? line.year : null
    const last = groups.at(-1)
    if (last && last.year === year && last.pinned === line.isPinned) last.lines.push(line)
    else groups.push({ pinned: line.isPinned, year, lines: [line] })
  }
  return groups
}

function titleOf({ pinned, year }: Group, alone: boolean): string | null {
  if (pinned) return texts('organising')('pinned')
  if (year !== null) return String(year)
  return alone ? null : texts('organising')('notPinned')
}

/** Searched, the nearest comes first, and pins are but lines among others. */
const pinsFirst = (filter: DocumentFilter) => filter.q === ''

/** The lines of one page, under their years. */
export function groupsView({ lines }: DocumentList, filter: DocumentFilter): DocumentRoomView['groups'] {
  const byYear = filter.tri === 'recent' || filter.tri === 'ancien'
  const shown = pinsFirst(filter) ? lines : lines.map(line => ({ ...line, isPinned: false }))
  const found = groupsOf(shown, byYear)
  const pinned = new Set(lines.filter(line => line.isPinned).map(({ id }) => id))
  return found.map(group => ({
    id: group.pinned ? 'epingles' : `annee-${group.year ?? 'toutes'}`,
    title: titleOf(group, found.length === 1),
    lines: group.lines.map(line => ({
      ...lineView(
        line,
        (group.year ? dateWithinYear : dateInWords)(
          line.date,
          line.datePrecision === 'minute' ? 'day' : line.datePrecision,
        ),
      ),
      ...(filter.choisir
        ? { box: texts('selection')('box', { title: line.title }) }
        : { pinned: pinned.has(line.id) }),
    })),
  }))
}

/** The person's own folders; none, and nothing is drawn. */
function folders(list: DocumentList, filter: DocumentFilter): DocumentRoomView['folders'] {
  if (list.folders.length === 0) return null
  const items = list.folders.map(({ id, name, count }) => {
    const current = filter.dossier === id
    return {
      href: hrefOf(filter, { dossier: current ? undefined : id }),
      label: name,
      count,
      icon: 'folder' as const,
      current,
    }
  })
  return { label: texts('organising.folders')('label'), items }
}

function chips({ facets, newCount }: DocumentList, filter: DocumentFilter): DocumentRoomView['chips'] {
  const t = texts('documents')
  const all = {
    href: hrefOf(filter, { categorie: undefined, nouveaux: undefined }),
    label: t('all'),
    count: facets.total,
    current: !(filter.categorie || filter.nouveaux),
  }
  const fresh = {
    href: hrefOf(filter, { nouveaux: 'oui', categorie: undefined }),
    label: t('new'),
    count: newCount,
    icon: 'new' as const,
    current: filter.nouveaux === 'oui',
  }
  const kinds = facets.categories.map(({ code, count }) => ({
    href: hrefOf(filter, { categorie: code, nouveaux: undefined }),
    label: t(`categories.${code}.name`),
    count,
    icon: code,
    current: filter.categorie === code,
  }))
  return [all, ...(newCount > 0 ? [fresh] : []), ...kinds]
}

function choices({ facets }: DocumentList, { q }: DocumentFilter): DocumentRoomView['choices'] {
  const t = texts('documents')
  return {
    authors: facets.authors
      .filter(({ name }) => name)
      .map(({ name, count }) => ({ value: name, label: `${name} (${count})` })),
    years: facets.years.map(({ year, count }) => ({ value: String(year), label: `${year} (${count})` })),
    sorts: sorts
      .filter(sort => q || sort !== 'pertinence')
      .map(sort => ({ value: sort, label: t(`sorts.${sort}`) })),
  }
}

/** Everything the room of documents shows, in words: what the browser gets is what it draws. */
export function documentRoomView(list: DocumentList, filter: DocumentFilter): DocumentRoomView {
  const t = texts('documents')
  return {
    filter,
    groups: groupsView(list, filter),
    folders: folders(list, filter),
    chips: chips(list, filter),
    choices: choices(list, filter),
    pinning: pinningView(hrefOf(filter, { page: filter.page })),
    pageCount: Math.ceil(list.matching / pageSize),
    found: list.matching === list.facets.total ? null : t('found', { count: list.matching }),
    unread: filter.q && list.unread > 0 ? t('unread', { count: list.unread }) : null,
    words: roomWords(list.matching),
  }
}

function roomWords(total: number): DocumentRoomView['words'] {
  const t = texts('documents')
  return {
    ...wordList(t, [
      'noneTitle',
      'noneBody',
      'clear',
      'filtersLabel',
      'more',
      'author',
      'anyAuthor',
      'year',
      'anyYear',
      'sort',
      'apply',
      'pagination',
      'previous',
      'next',
      'page',
    ]),
    choosing: choosingWords(),
    count: { one: t('counted.one'), many: t('counted.many') },
    list: {
      more: t('further.more'),
      loading: t('further.loading'),
      failed: t('further.failed'),
      shown: t('further.shown', { shown: '#', total }),
    },
    search: {
      label: t('search'),
      hint: t('searchHint'),
      placeholder: t('searchPlaceholder'),
      submit: t('searchSubmit'),
      found: { none: t('live.none'), one: t('live.one'), many: t('live.many') },
    },
  }
}
