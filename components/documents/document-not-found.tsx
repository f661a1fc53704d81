import { ButtonLink } from '@/components/ui/button/button'
import { PageHeader } from '@/components/ui/page-header/page-header'
import { texts } from '@/lib/content/texts'
import { pages } from '@/lib/navigation/pages'

/** The same words for what does not exist and for what this person may not see. */
export function DocumentNotFound() {
  const t = texts('documents')
  return (
    <>
      <PageHeader lead={t('notFoundBody')} title={t('notFoundTitle')} />
      <p>
        <ButtonLink href="/documents">{t('notFoundAction')}</ButtonLink>
      </p>
    </>
  )
}

export function FolderNotFound() {
  const t = texts('organising.folders')
  return (
    <>
      <PageHeader lead={t('notFoundBody')} title={t('notFoundTitle')} />
      <p>
        <ButtonLink href={pages.folders.path}>{t('notFoundAction')}</ButtonLink>
      </p>
    </>
  )
}
