import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Shell } from '@/components/layout/shell'
import { ButtonLink } from '@/components/ui/button/button'
import { Link } from '@/components/ui/link/link'
import { PageHeader } from '@/components/ui/page-header/page-header'
import { pages } from '@/lib/navigation/pages'
import { currentSession } from '@/lib/people/identity/current'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shell.notFound'))('title') }
}

/** Absent and refused look the same, on purpose: the address of a record says nothing of what exists. */
export default async function NotFound() {
  const t = await getTranslations('shell.notFound')
  const home = (await currentSession()) ? pages.home : pages.welcome
  return (
    <Shell>
      <PageHeader lead={t('what')} title={t('title')} />
      <p>{t('kept')}</p>
      <div className="page-ways">
        <ButtonLink href={home.path}>{t('home')}</ButtonLink>
        <Link href={pages.siteMap.path} look="standing">
          {t('siteMap')}
        </Link>
        <Link href={pages.help.path} look="standing">
          {t('help')}
        </Link>
      </div>
    </Shell>
  )
}
