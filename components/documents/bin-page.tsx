import { Undo2 } from 'lucide'
import { choiceErrors } from '@/components/documents/choice-errors'
import { lineView } from '@/components/documents/line-view'
import { RestoringForm } from '@/components/documents/selection/restoring-form'
import { restoringFormId, restoringView } from '@/components/documents/selection/restoring-view'
import { ActionForm } from '@/components/forms/action-form'
import { HiddenField } from '@/components/forms/hidden-field'
import { Banner } from '@/components/ui/banner/banner'
import { Breadcrumb } from '@/components/ui/breadcrumb/breadcrumb'
import { SubmitButton } from '@/components/ui/button/submit-button'
import { Checkbox } from '@/components/ui/checkbox/checkbox'
import { EmptyState } from '@/components/ui/empty-state/empty-state'
import { Icon } from '@/components/ui/icon/icon'
import { PageHeader } from '@/components/ui/page-header/page-header'
import { Line, Sheet } from '@/components/ui/sheet/sheet'
import { Thumbnail, ThumbnailDrawings } from '@/components/ui/thumbnail/thumbnail'
import { VisuallyHidden } from '@/components/ui/visually-hidden/visually-hidden'
import { dateInWords } from '@/lib/content/dates'
import { texts } from '@/lib/content/texts'
import { restoreDocumentAction } from '@/lib/record/documents/organising/actions'
import type { BinnedDocument } from '@/lib/record/documents/organising/queries'

type BinPageProps = { binned: readonly BinnedDocument[]; justBinned: boolean }

/** What was deleted and may still be put back, with the days left. */
export function BinPage({ binned, justBinned }: BinPageProps) {
  const t = texts('organising.bin')
  const titles = Object.fromEntries(binned.map(({ line }) => [line.id, line.title]))
  return (
    <>
      <Breadcrumb
        current={t('title')}
        items={[{ href: '/documents', label: texts('documents')('title') }]}
        label={texts('documents')('breadcrumb')}
      />
      <PageHeader lead={t('lead', { count: binned.length })} title={t('title')} />
      {justBinned ? (
        <div className="mb-6">
          <Banner live="status" title={t('done')} tone="success">
            <p>{t('doneBody')}</p>
          </Banner>
        </div>
      ) : null}
      {binned.length === 0 ? (
        <EmptyState title={t('emptyTitle')}>{t('emptyBody')}</EmptyState>
      ) : (
        <ThumbnailDrawings />
      )}
      <RestoringForm titles={titles} view={restoringView()}>
        {binned.length === 0 ? null : (
          <Sheet>
            {binned.map(one => (
              <BinnedLine key={one.line.id} one={one} several={binned.length > 1} />
            ))}
          </Sheet>
        )}
      </RestoringForm>
    </>
  )
}

function BinnedLine({ one: { line, daysLeft }, several }: { one: BinnedDocument; several: boolean }) {
  const t = texts('organising.bin')
  const view = lineView(line, dateInWords(line.date, line.datePrecision))
  return (
    <Line
      action={
        <ActionForm action={restoreDocumentAction} errors={choiceErrors()}>
          <HiddenField name="id" value={line.id} />
          <SubmitButton icon={<Icon of={Undo2} />} pending={t('restoring')} variant="secondary">
            {t('restore')} <VisuallyHidden>{t('restoreWhat', { title: line.title })}</VisuallyHidden>
          </SubmitButton>
        </ActionForm>
      }
      corner={
        several ? (
          <Checkbox
            form={restoringFormId}
            id={`choix-${line.id}`}
            label={texts('selection.bin')('box', { title: line.title })}
            labelHidden
            name="choix"
            value={line.id}
          />
        ) : undefined
      }
      from={t('daysLeft', { days: daysLeft })}
      heading="h2"
      mark={<Thumbnail drawing={view.drawing} />}
      sub={view.sub}
      title={view.title}
      when={view.when}
    />
  )
}
