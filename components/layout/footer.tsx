import { Emergency } from '@/components/layout/emergency'
import { Link } from '@/components/ui/link/link'
import { texts } from '@/lib/content/texts'
import { type PageKey, pages } from '@/lib/navigation/pages'

const links: readonly PageKey[] = ['help', 'accessibility', 'privacy', 'legal', 'siteMap']

/** At the bottom of every page: emergency numbers, help, and what the law asks to keep within reach (RGAA, RGPD). */
export function Footer() {
  const t = texts()
  return (
    <footer className="footer" id="pied" tabIndex={-1}>
      <div className="frame">
        <Emergency />
        <nav aria-label={t('shell.footerMenu')}>
          <ul className="footer-links">
            {links.map(key => (
              <li key={key}>
                <Link href={pages[key].path}>
                  {key === 'accessibility' ? t('shell.accessibilityState') : t(`pages.labels.${key}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
