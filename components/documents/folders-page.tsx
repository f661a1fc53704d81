import { Folder } from 'lucide'
import { choiceErrors } from '@/components/documents/choice-errors'
import { FolderForm } from '@/components/documents/folder-form'
import { ActionForm } from '@/components/forms/action-form'
import { HiddenField } from '@/components/forms/hidden-field'
import { Banner } from '@/components/ui/banner/banner'
import { Breadcrumb } from '@/components/ui/breadcrumb/breadcrumb'
import { SubmitButton } from '@/components/ui/button/submit-button'
import { Mark } from '@/components/ui/index-list/index-list'
import { Link } from '@/components/ui/link/link'
import { PageHeader, Section } from '@/components/ui/page-header/page-header'
import { Line, Sheet } from '@/components/ui/sheet/sheet'
import { VisuallyHidden } from '@/components/ui/visually-hidden/visually-hidden'
import { texts } from '@/lib/content/texts'
import { pages } from '@/lib/navigation/pages'
import {
  createFolderAction,
  deleteFolderAction,
  renameFolderAction,
} from '@/lib/record/documents/organising/actions'
import type { DocumentList } from '@/lib/record/documents/schema'

type CountedFolder = DocumentList['folders'][number]
type FoldersPageProps = {
  folders: readonly CountedFolder[]
  done: 'cree' | 'renomme' | 'supprime' | undefined
}

const trail = () => [{ href: pages.documents.path, label: texts('documents')('title') }]

function formTexts(way: 'create' | 'rename') {
  const t = texts('organising.folders')
  return {
    name: t('name'),
    hint: t('nameHint'),
    submit: t(way),
    pending: way === 'create' ? t('creating') : texts('organising')('pending'),
  }
}

/** The person's folders, and a new one. */
export function FoldersPage({ folders, done }: FoldersPageProps) {
  const t = texts('organising.folders')
  return (
    <>
      <Breadcrumb current={t('title')} items={trail()} label={texts('documents')('breadcrumb')} />
      <PageHeader lead={t('lead', { count: folders.length })} title={t('title')} />
      {done ? (
        <div className="mb-6">
          <Banner live="status" title={t(`done.${done}`)} tone="success" />
        </div>
      ) : null}
      {folders.length > 0 ? (
        <Sheet>
          {folders.map(folder => (
            <Line
              action={
                <Link href={`${pages.folders.path}/${folder.id}`}>
                  {t('change')} <VisuallyHidden>« {folder.name} »</VisuallyHidden>
                </Link>
              }
              heading="h2"
              href={`${pages.documents.path}?dossier=${folder.id}`}
              key={folder.id}
              mark={<Mark icon={Folder} tone="neutral" />}
              sub={t('count', { count: folder.count })}
              title={folder.name}
            />
          ))}
        </Sheet>
      ) : null}
      <Section id="nouveau" title={t('newTitle')}>
        <FolderForm action={createFolderAction} errors={choiceErrors()} texts={formTexts('create')} />
      </Section>
    </>
  )
}

/** One of them: another name, or no folder any more. */
export function FolderPage({ folder }: { folder: CountedFolder }) {
  const t = texts('organising.folders')
  return (
    <>
      <Breadcrumb
        current={folder.name}
        items={[...trail(), { href: pages.folders.path, label: t('title') }]}
        label={texts('documents')('breadcrumb')}
      />
      <PageHeader lead={t('count', { count: folder.count })} title={folder.name} />
      <Section id="renommer" title={t('renameTitle')}>
        <FolderForm
          action={renameFolderAction}
          errors={choiceErrors()}
          folder={folder}
          texts={formTexts('rename')}
        />
      </Section>
      <Section id="supprimer" title={t('deleteTitle')}>
        <p className="mb-4">{t('deleteWhy')}</p>
        <ActionForm action={deleteFolderAction} errors={choiceErrors()}>
          <HiddenField name="id" value={folder.id} />
          <SubmitButton pending={texts('organising')('pending')} variant="danger">
            {t('delete')}
          </SubmitButton>
        </ActionForm>
      </Section>
    </>
  )
}
