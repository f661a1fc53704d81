import { Link } from '@/components/ui/link/link'
import { PageHeader, Section } from '@/components/ui/page-header/page-header'
import { texts } from '@/lib/content/texts'
import { pageKeys, pages } from '@/lib/navigation/pages'

const groups = ['space', 'public'] as const

export function SiteMap() {
  const t = texts('pages')
  return (
    <>
      <PageHeader lead={t('siteMap.lead')} title={t('siteMap.title')} />
      {groups.map(group => (
        <Section
          aside={group === 'space' ? t('siteMap.spaceNote') : null}
          id={group}
          key={group}
          title={t(`siteMap.${group}`)}
        >
          <ul aria-labelledby={group} className="site-map">
            {pageKeys
              .filter(key => pages[key].access === group)
              .map(key => (
                <li key={key}>
                  <Link href={pages[key].path} look="standing">
                    {t(`labels.${key}`)}
                  </Link>
                  <p>{t(`descriptions.${key}`)}</p>
                </li>
              ))}
          </ul>
        </Section>
      ))}
    </>
  )
}
