import { DocumentRoom } from '@/components/documents/document-room'
import { documentRoomView } from '@/components/documents/list-view'
import { EmptyState } from '@/components/ui/empty-state/empty-state'
import { PageHeader } from '@/components/ui/page-header/page-header'
import { texts } from '@/lib/content/texts'
import type { DocumentFilter, DocumentList as Found } from '@/lib/record/documents/schema'

/** All the documents, cut by year when they are in the order of time. */
export function DocumentList({ list, filter }: { list: Found; filter: DocumentFilter }) {
  const t = texts('documents')
  if (list.facets.total === 0)
    return (
      <>
        <PageHeader title={t('title')} />
        <EmptyState title={t('emptyTitle')}>{t('emptyBody')}</EmptyState>
      </>
    )
  return (
    <>
      <PageHeader lead={t('lead', { total: list.facets.total })} title={t('title')} />
      <DocumentRoom view={documentRoomView(list, filter)} />
    </>
  )
}
