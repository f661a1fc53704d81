import { Skeleton } from '@/components/ui/skeleton/skeleton'
import { texts } from '@/lib/content/texts'

function TitleToCome() {
  return (
    <div aria-hidden="true" className="page-header loading-title">
      <span className="bone bone-medium" />
      <span className="bone bone-note" />
    </div>
  )
}

/** While a list is fetched: its title, then its lines. For `loading.tsx`. */
export function ListLoading({ lines = 6 }: { lines?: number }) {
  return (
    <>
      <TitleToCome />
      <Skeleton label={texts('shell.loading')('list')} lines={lines} />
    </>
  )
}

/** While a page of text or of a few blocks is fetched. */
export function PageLoading() {
  return (
    <>
      <TitleToCome />
      <Skeleton label={texts('shell.loading')('page')} lines={2} />
    </>
  )
}
