import '@/components/documents/selection/selection.css'
import { BookOpenCheck, ChartLine, Eye, FileX, Folder, Plus, Shapes, Trash2 } from 'lucide'
import { AllSeen } from '@/components/documents/all-seen'
import { DocumentRoom } from '@/components/documents/document-room'
import { documentRoomView } from '@/components/documents/list-view'
import { WithdrawnNotice } from '@/components/documents/withdrawn-pages'
import { Banner } from '@/components/ui/banner/banner'
import { ButtonLink } from '@/components/ui/button/button'
import { EmptyState } from '@/components/ui/empty-state/empty-state'
import { Link } from '@/components/ui/link/link'
import { PageHeader } from '@/components/ui/page-header/page-header'
import { texts } from '@/lib/content/texts'
import { pages } from '@/lib/navigation/pages'
import type { DocumentFilter, DocumentList as Found, ListDone } from '@/lib/record/documents/schema'

type DocumentListProps = { list: Found; filter: DocumentFilter; done: ListDone }

/** All the documents, cut by year when they are in the order of time. */
export function DocumentList({ list, filter, done }: DocumentListProps) {
  const t = texts('documents')
  const add = (
    <ButtonLink href={pages.addDocument.path} icon={Plus}>
      {t('add')}
    </ButtonLink>
  )
  if (list.facets.total === 0)
    return (
      <>
        <PageHeader actions={add} title={t('title')} />
        <WithdrawnNotice count={list.withdrawnSince} />
        <EmptyState title={t('emptyTitle')}>{t('emptyBody')}</EmptyState>
        <Besides />
      </>
    )
  return (
    <>
      <PageHeader
        actions={add}
        lead={t('lead', { total: list.facets.total, order: filter.tri })}
        note={
          <Link href={pages.results.path} icon={ChartLine} look="standing">
            {texts('results')('toList')}
          </Link>
        }
        title={t('title')}
      />
      <WithdrawnNotice count={list.withdrawnSince} />
      {done === 'lus' && list.newCount === 0 ? (
        <div className="mb-4">
          <Banner live="status" title={t('allSeen.done')} tone="success" />
        </div>
      ) : null}
      <DocumentRoom view={documentRoomView(list, filter)} />
      <AllSeen filter={filter} list={list} />
      <Besides />
    </>
  )
}

/** What is not in the list: how it is ordered, and what was taken out of it. */
function Besides() {
  return (
    <p className="mt-6 flex flex-wrap gap-x-6">
      <Link href={pages.folders.path} icon={Folder} look="standing">
        {texts('organising.folders')('title')}
      </Link>
      <Link href={pages.categories.path} icon={Shapes} look="standing">
        {texts('categories')('link')}
      </Link>
      <Link href={pages.readingChoices.path} icon={BookOpenCheck} look="standing">
        {texts('aside')('link')}
      </Link>
      <Link href={pages.documentVisibility.path} icon={Eye} look="standing">
        {texts('visibility')('link')}
      </Link>
      <Link href={pages.documentBin.path} icon={Trash2} look="standing">
        {texts('organising.bin')('link')}
      </Link>
      <Link href={pages.withdrawnDocuments.path} icon={FileX} look="standing">
        {texts('withdrawn')('link')}
      </Link>
    </p>
  )
}
