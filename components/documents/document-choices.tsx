import { BookmarkMinus, Eye, EyeOff, FolderInput, PencilLine, Pin, PinOff, Trash2 } from 'lucide'
import { choiceErrors } from '@/components/documents/choice-errors'
import { ActionForm } from '@/components/forms/action-form'
import { HiddenField } from '@/components/forms/hidden-field'
import { Banner } from '@/components/ui/banner/banner'
import { ButtonLink } from '@/components/ui/button/button'
import { SubmitButton } from '@/components/ui/button/submit-button'
import { Icon } from '@/components/ui/icon/icon'
import { Link } from '@/components/ui/link/link'
import { Section } from '@/components/ui/page-header/page-header'
import { Select } from '@/components/ui/select/select'
import { texts } from '@/lib/content/texts'
import { pages } from '@/lib/navigation/pages'
import { reserveDocumentAction } from '@/lib/record/documents/aside/actions'
import {
  binDocumentAction,
  moveDocumentAction,
  pinDocumentAction,
  unpinDocumentAction,
} from '@/lib/record/documents/organising/actions'
import type { OpenedDocument } from '@/lib/record/documents/queries'
import { rightsOf } from '@/lib/record/documents/rights-rules'
import type { Done } from '@/lib/record/documents/schema'

/** What the person may do with this document, what they may not, and whom to ask then. */
export function DocumentChoices({ document: { line, row, folders } }: { document: OpenedDocument }) {
  const t = texts('organising')
  const { own } = rightsOf(row)
  const hidden = line.hiddenFromProfessionals
  return (
    <Section id="choix" title={t('choices')}>
      <p>{hidden ? t('nowHidden') : t('nowVisible')}</p>
      <p>{own ? t('ownRights') : t('othersRights')}</p>
      <div className="mt-4 flex flex-wrap items-start gap-3">
        <ButtonLink
          href={`/documents/${line.id}/visibilite`}
          icon={hidden ? Eye : EyeOff}
          variant="secondary"
        >
          {t(hidden ? 'show.title' : 'hide.title')}
        </ButtonLink>
        <PinButton id={line.id} pinned={line.isPinned} />
      </div>
      {own ? (
        <p className="mt-4">
          <ButtonLink href={`/documents/${line.id}/modifier`} icon={PencilLine} variant="secondary">
            {t('edit.title')}
          </ButtonLink>
        </p>
      ) : null}
      <FolderChoice folders={folders} line={line} />
      <Reserve id={line.id} />
      {own ? <Deletion id={line.id} /> : null}
    </Section>
  )
}

function PinButton({ id, pinned }: { id: string; pinned: boolean }) {
  const t = texts('organising')
  return (
    <ActionForm action={pinned ? unpinDocumentAction : pinDocumentAction} errors={choiceErrors()}>
      <HiddenField name="id" value={id} />
      <SubmitButton icon={<Icon of={pinned ? PinOff : Pin} />} pending={t('pending')} variant="secondary">
        {t(pinned ? 'unpin' : 'pin')}
      </SubmitButton>
    </ActionForm>
  )
}

function FolderChoice({ line, folders }: Pick<OpenedDocument, 'line' | 'folders'>) {
  const t = texts('organising.folders')
  const make = (
    <Link href={pages.folders.path} look="standing">
      {t('make')}
    </Link>
  )
  if (folders.length === 0) return <p className="mt-4">{make}</p>
  return (
    <div className="mt-6 max-w-measure">
      <ActionForm action={moveDocumentAction} errors={choiceErrors()}>
        <HiddenField name="id" value={line.id} />
        <div className="flex flex-wrap items-end gap-3">
          <Select
            defaultValue={line.folderId ?? ''}
            label={t('putIn')}
            name="dossier"
            options={folders.map(({ id, name }) => ({ value: id, label: name }))}
            placeholder={t('none')}
            width="medium"
          />
          <SubmitButton
            icon={<Icon of={FolderInput} />}
            pending={texts('organising')('pending')}
            variant="secondary"
          >
            {t('move')}
          </SubmitButton>
          {make}
        </div>
      </ActionForm>
    </div>
  )
}

/** For this reader's eyes alone: to be asked before this document is opened again. */
function Reserve({ id }: { id: string }) {
  const t = texts('aside')
  return (
    <div className="mt-6 flex max-w-measure flex-col gap-3">
      <p>{t('reserve.why')}</p>
      <ActionForm action={reserveDocumentAction} errors={choiceErrors()}>
        <HiddenField name="id" value={id} />
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton icon={<Icon of={BookmarkMinus} />} pending={t('reserve.pending')} variant="secondary">
            {t('reserve.submit')}
          </SubmitButton>
          <Link href={pages.readingChoices.path} look="standing">
            {t('link')}
          </Link>
        </div>
      </ActionForm>
    </div>
  )
}

/** No question asked: it can be undone for thirty days, and the sentence says so. */
function Deletion({ id }: { id: string }) {
  const t = texts('organising')
  return (
    <div className="mt-6 flex flex-col gap-3">
      <p>{t('deleteWhy')}</p>
      <ActionForm action={binDocumentAction} errors={choiceErrors()}>
        <HiddenField name="id" value={id} />
        <SubmitButton icon={<Icon of={Trash2} />} pending={t('deleting')} variant="danger">
          {t('delete')}
        </SubmitButton>
      </ActionForm>
    </div>
  )
}

/** What the address says was done must be so: it may be an old one. */
function holds(done: NonNullable<Done>, line: OpenedDocument['line']): boolean {
  if (done === 'cache' || done === 'visible') return line.hiddenFromProfessionals === (done === 'cache')
  if (done === 'epingle' || done === 'desepingle') return line.isPinned === (done === 'epingle')
  return true
}

/** What was just done, said at the top of the document it was done to. */
export function DoneBanner({ done, line }: { done: Done; line: OpenedDocument['line'] }) {
  if (!(done && holds(done, line))) return null
  const t = texts('organising.done')
  return <Banner live="status" title={t(done)} tone="success" />
}
