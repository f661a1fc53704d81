import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button/button'
import { PageHeader } from '@/components/ui/page-header/page-header'

/** The same words for what does not exist and for what this person may not see. */
export async function DocumentNotFound() {
  const t = await getTranslations('documents')
  return (
    <>
      <PageHeader lead={t('notFoundBody')} title={t('notFoundTitle')} />
      <p>
        <ButtonLink href="/documents">{t('notFoundAction')}</ButtonLink>
      </p>
    </>
  )
}
