import { ButtonLink } from '@/components/ui/button/button'
import { PageHeader } from '@/components/ui/page-header/page-header'
import { texts } from '@/lib/content/texts'

/** The same words for a test that nobody asked for and for one that this person may not see. */
export function TestNotFound() {
  const t = texts('results')
  return (
    <>
      <PageHeader lead={t('notFoundBody')} title={t('notFoundTitle')} />
      <p>
        <ButtonLink href="/documents/resultats">{t('toList')}</ButtonLink>
      </p>
    </>
  )
}
