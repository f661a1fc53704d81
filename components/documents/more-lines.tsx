import { useInfiniteQuery } from '@tanstack/react-query'
import { type MouseEvent, useEffect, useId } from 'react'
import { hrefOf } from '@/components/documents/list-address'
import { type GroupView, joined } from '@/components/documents/list-groups'
import { documentsClient } from '@/components/documents/query-client'
import { buttonClass } from '@/components/ui/button/button'
import type { DocumentFilter } from '@/lib/record/documents/schema'

export type MoreWords = {
  readonly more: string
  readonly loading: string
  readonly failed: string
  /** With `#` for the number of documents shown. */
  readonly shown: string
}

type ListSoFar = {
  readonly filter: DocumentFilter
  readonly groups: readonly GroupView[]
  readonly pageCount: number
}

async function linesOf(address: string, signal: AbortSignal): Promise<GroupView[]> {
  const response = await fetch(address.replace('/documents', '/api/read/documents/lignes'), { signal })
  if (!response.ok) throw new Error(`the list answered ${response.status}`)
  return response.json()
}

const linkTo = (id: string) => document.querySelector<HTMLAnchorElement>(`a[href="/documents/${id}"]`)

/**
 * The list, with the pages asked for after the first. They are this visit's alone: what is left is forgotten, and read
 * again, with its trace, when it is asked for again.
 */
export function useMoreLines({ filter, groups, pageCount }: ListSoFar) {
  const visit = useId()
  const { data, fetchNextPage, isFetching, isError } = useInfiniteQuery(
    {
      queryKey: ['lines', visit, hrefOf(filter, { page: filter.page })],
      queryFn: ({ pageParam, signal }) => linesOf(hrefOf(filter, { page: pageParam }), signal),
      initialPageParam: filter.page + 1,
      getNextPageParam: (_lines, _all, page) => page + 1,
      enabled: false,
      gcTime: 0,
    },
    documentsClient,
  )
  const pages = data?.pages ?? []
  const arrived = pages.at(-1)?.[0]?.lines[0]?.id
  // Reading goes on where it had stopped.
  useEffect(() => {
    if (arrived) linkTo(arrived)?.focus()
  }, [arrived])
  return {
    groups: joined([groups, ...pages]),
    last: filter.page + pages.length,
    extended: pages.length > 0,
    ask: () => void fetchNextPage(),
    isFetching,
    isError,
    isLast: filter.page + pages.length >= pageCount,
  }
}

type MoreProps = { list: ReturnType<typeof useMoreLines>; filter: DocumentFilter; words: MoreWords }

/** A link to the next page, which brings it here instead when it can. */
export function More({ list, filter, words }: MoreProps) {
  const { groups, extended, isFetching, isError, isLast, last } = list
  const count = groups.reduce((sum, group) => sum + group.lines.length, 0)
  const bringIt = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    if (!isFetching) list.ask()
  }
  return (
    <div className="mt-6">
      <p className="text-note text-soft" role="status">
        {isError ? words.failed : extended ? words.shown.replace('#', String(count)) : null}
      </p>
      {isLast ? null : (
        <a
          aria-disabled={isFetching || undefined}
          className={buttonClass({ variant: 'secondary' })}
          href={hrefOf(filter, { page: last + 1, choisir: filter.choisir })}
          onClick={bringIt}
        >
          {isFetching ? words.loading : words.more}
        </a>
      )}
    </div>
  )
}
