import { DocumentFilters } from '@/components/documents/document-filters'
import { DocumentLine } from '@/components/documents/document-line'
import { hrefOf } from '@/components/documents/list-address'
import { ButtonLink } from '@/components/ui/button/button'
import { EmptyState } from '@/components/ui/empty-state/empty-state'
import { PageHeader } from '@/components/ui/page-header/page-header'
import { Pagination } from '@/components/ui/pagination/pagination'
import { Sheet, SheetTitle } from '@/components/ui/sheet/sheet'
import { dateInWords, dateWithinYear } from '@/lib/content/dates'
import { texts } from '@/lib/content/texts'
import {
  type DocumentLine as DocumentFacts,
  type DocumentFilter,
  type DocumentList as Found,
  pageSize,
} from '@/lib/record/documents/schema'

type DocumentListProps = { list: Found; filter: DocumentFilter }

/** All the documents, cut by year when they are in the order of time. */
export function DocumentList({ list, filter }: DocumentListProps) {
  const t = texts('documents')
  if (list.facets.total === 0)
    return (
      <>
        <PageHeader title={t('title')} />
        <EmptyState title={t('emptyTitle')}>{t('emptyBody')}</EmptyState>
      </>
    )
  const filtered = list.matching !== list.facets.total
  return (
    <>
      <PageHeader lead={t('lead', { total: list.facets.total })} title={t('title')} />
      <DocumentFilters filter={filter} list={list} />
      {filtered ? <p role="status">{t('found', { count: list.matching })}</p> : null}
      {list.lines.length === 0 ? (
        <EmptyState
          actions={<ButtonLink href="/documents">{t('clear')}</ButtonLink>}
          plain
          title={t('noneTitle')}
        >
          {t('noneBody')}
        </EmptyState>
      ) : (
        <Years filter={filter} list={list} />
      )}
      <Pagination
        hrefFor={page => hrefOf(filter, { page })}
        label={t('pagination')}
        next={t('next')}
        page={filter.page}
        pageCount={Math.ceil(list.matching / pageSize)}
        pageLabel={page => t('page', { page })}
        previous={t('previous')}
      />
    </>
  )
}

/** Consecutive lines of one year; a single nameless group when the order is another. */
function groupsOf(lines: readonly DocumentFacts[], byYear: boolean) {
  const groups: Array<{ year: number | null; lines: DocumentFacts[] }> = []
  for (const line of lines) {
    const year = byYear ? line.year : null
    const last = groups.at(-1)
    if (last && last.year === year) last.lines.push(line)
    else groups.push({ year, lines: [line] })
  }
  return groups
}

function Years({ list, filter }: DocumentListProps) {
  const t = texts('documents')
  const byYear = filter.tri === 'recent' || filter.tri === 'ancien'
  return groupsOf(list.lines, byYear).map(group => (
    <section aria-labelledby={group.year ? `annee-${group.year}` : undefined} key={group.year ?? 'all'}>
      {group.year ? (
        <SheetTitle id={`annee-${group.year}`} note={t('yearCount', { count: group.lines.length })}>
          {group.year}
        </SheetTitle>
      ) : null}
      <Sheet labelledBy={group.year ? `annee-${group.year}` : undefined}>
        {group.lines.map(line => (
          <DocumentLine
            document={line}
            heading={group.year ? 'h3' : undefined}
            key={line.id}
            when={(group.year ? dateWithinYear : dateInWords)(
              line.date,
              line.datePrecision === 'minute' ? 'day' : line.datePrecision,
            )}
          />
        ))}
      </Sheet>
    </section>
  ))
}
