import { CurrentLink } from '@/components/layout/current-link'
import { Demonstration } from '@/components/layout/demonstration'
import { Brand } from '@/components/ui/brand/brand'
import { texts } from '@/lib/content/texts'
import { pages } from '@/lib/navigation/pages'
import { env } from '@/lib/platform/env'

/** The band before sign-in: the name, and the way in. */
export function PublicHeader() {
  const t = texts()
  return (
    <header className="band">
      <Demonstration />
      <div className="band-top frame">
        <CurrentLink href={pages.welcome.path}>
          <Brand name={env().PRODUCT_NAME} />
        </CurrentLink>
        <nav aria-label={t('shell.signInMenu')} className="band-sign-in">
          <CurrentLink href={pages.signIn.path}>{t('pages.labels.signIn')}</CurrentLink>
        </nav>
      </div>
    </header>
  )
}
