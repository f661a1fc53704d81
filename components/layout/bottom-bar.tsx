import { CurrentLink } from '@/components/layout/current-link'
import { menuIcons } from '@/components/layout/menu-icons'
import { Icon } from '@/components/ui/icon/icon'
import { texts } from '@/lib/content/texts'
import { barEntries } from '@/lib/navigation/bottom-bar'
import { pages } from '@/lib/navigation/pages'

/** The menu of a phone, under the thumb. Hidden where the tabs of the band are shown: one menu at a time. */
export function BottomBar() {
  const t = texts()
  return (
    <nav aria-label={t('shell.menu')} className="bottom-bar">
      <ul>
        {barEntries().map(key => (
          <li key={key}>
            <CurrentLink href={pages[key].path}>
              <Icon of={menuIcons[key]} size="large" />
              {key === 'siteMap' ? t('shell.more') : t(`pages.labels.${key}`)}
            </CurrentLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
