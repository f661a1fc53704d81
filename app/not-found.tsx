import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button/button'
import { Link } from '@/components/ui/link/link'
import { PageHeader } from '@/components/ui/page-header/page-header'
import { texts } from '@/lib/content/texts'
import { pages } from '@/lib/navigation/pages'

export const metadata: Metadata = { title: texts('shell.notFound')('title') }

/**
 * Absent and refused look the same, on purpose: the address of a record says nothing of what exists.
 * Plain, without the menu: Next.js sends this page along with every other one.
 */
export default function NotFound() {
  const t = texts('shell.notFound')
  return (
    <main className="page frame" id="contenu">
      <PageHeader lead={t('what')} title={t('title')} />
      <p>{t('kept')}</p>
      <div className="page-ways">
        <ButtonLink href={pages.welcome.path}>{t('home')}</ButtonLink>
        <Link href={pages.siteMap.path} look="standing">
          {t('siteMap')}
        </Link>
        <Link href={pages.help.path} look="standing">
          {t('help')}
        </Link>
      </div>
    </main>
  )
}
