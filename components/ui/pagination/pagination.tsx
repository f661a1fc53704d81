import { ChevronLeft, ChevronRight } from 'lucide'
import NextLink from 'next/link'
import { Icon } from '../icon/icon'
import { pageWindow } from './page-window'

type PaginationProps = {
  /** Names the landmark. */
  label: string
  page: number
  pageCount: number
  hrefFor: (page: number) => string
  previous: string
  next: string
  /** The full name of a page, read instead of its bare number: « Page 3 ». */
  pageLabel: (page: number) => string
}

/** Pages of a list, each with its address. Nothing for a single page. */
export function Pagination({ label, page, pageCount, hrefFor, previous, next, pageLabel }: PaginationProps) {
  if (pageCount < 2) return null
  return (
    <nav aria-label={label} className="pagination">
      {page > 1 ? (
        <NextLink className="pagination-step" href={hrefFor(page - 1)} prefetch={false} rel="prev">
          <Icon of={ChevronLeft} />
          {previous}
        </NextLink>
      ) : null}
      <ol>
        {pageWindow(page, pageCount).map(item => (
          <li key={item.key}>
            {item.page === null ? (
              <span aria-hidden="true">…</span>
            ) : (
              <NextLink
                aria-current={item.page === page ? 'page' : undefined}
                aria-label={pageLabel(item.page)}
                href={hrefFor(item.page)}
                prefetch={false}
              >
                {item.page}
              </NextLink>
            )}
          </li>
        ))}
      </ol>
      {page < pageCount ? (
        <NextLink className="pagination-step" href={hrefFor(page + 1)} prefetch={false} rel="next">
          {next}
          <Icon of={ChevronRight} />
        </NextLink>
      ) : null}
    </nav>
  )
}
