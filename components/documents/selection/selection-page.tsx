import { hrefOf } from '@/components/documents/list-address'
import { SelectionForm } from '@/components/documents/selection/selection-form'
import { selectionView } from '@/components/documents/selection/selection-view'
import { Breadcrumb } from '@/components/ui/breadcrumb/breadcrumb'
import { ButtonLink } from '@/components/ui/button/button'
import { EmptyState } from '@/components/ui/empty-state/empty-state'
import { PageHeader } from '@/components/ui/page-header/page-header'
import { ThumbnailDrawings } from '@/components/ui/thumbnail/thumbnail'
import { texts } from '@/lib/content/texts'
import type { DocumentFilter } from '@/lib/record/documents/schema'
import type { ChosenDocuments } from '@/lib/record/documents/selection/queries'
import type { Subject } from '@/lib/record/documents/selection/ways-rules'

type SelectionPageProps = { chosen: ChosenDocuments; subject: Subject; filter: DocumentFilter }

/** Several documents: what will change for them, for which of them it cannot, then what became of each. */
export function SelectionPage({ chosen, subject, filter }: SelectionPageProps) {
  const t = texts('selection')
  const back = hrefOf(filter, { page: filter.page, choisir: 'oui' })
  // All of them may be in the bin by now: the form below says so.
  const isEmpty = chosen.documents.length === 0 && chosen.missing === 0
  return (
    <>
      <Breadcrumb
        current={t(`titles.${subject}`)}
        items={[{ href: back, label: texts('documents')('title') }]}
        label={texts('documents')('breadcrumb')}
      />
      <PageHeader title={t(`titles.${subject}`)} />
      {isEmpty ? (
        <EmptyState actions={<ButtonLink href={back}>{t('back')}</ButtonLink>} plain title={t('emptyTitle')}>
          {t('emptyBody')}
        </EmptyState>
      ) : (
        <>
          <ThumbnailDrawings />
          <SelectionForm view={selectionView({ chosen, subject, filter, back })} />
        </>
      )}
    </>
  )
}
