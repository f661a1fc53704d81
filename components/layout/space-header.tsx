import { CircleHelp, IdCard, LogOut } from 'lucide'
import { CurrentLink } from '@/components/layout/current-link'
import { Demonstration } from '@/components/layout/demonstration'
import { firstName, initials } from '@/components/layout/person-words'
import { Avatar } from '@/components/ui/avatar/avatar'
import { Brand } from '@/components/ui/brand/brand'
import { Menu, MenuButton, MenuLink } from '@/components/ui/menu/menu'
import { texts } from '@/lib/content/texts'
import { mainMenu, pages } from '@/lib/navigation/pages'
import { env } from '@/lib/platform/env'

/** The band of the person one acts for: its colour follows `data-personne`. */
export function SpaceHeader({ name }: { name: string }) {
  const t = texts()
  return (
    <header className="band" data-personne="moi">
      <Demonstration />
      <div className="band-top frame">
        <CurrentLink href={pages.home.path}>
          <Brand name={env().PRODUCT_NAME} />
        </CurrentLink>
        <PersonMenu name={name} />
      </div>
      <nav aria-label={t('shell.menu')} className="notebook-tabs frame">
        <ul>
          {mainMenu.map(key => (
            <li key={key}>
              <CurrentLink href={pages[key].path}>{t(`pages.labels.${key}`)}</CurrentLink>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}

/** Who is signed in; the way out is a plain form, so that it works without JavaScript. */
function PersonMenu({ name }: { name: string }) {
  const t = texts()
  return (
    <div className="band-person">
      <Menu
        label={t('shell.person.menu', { name })}
        opener={
          <>
            <Avatar initials={initials(name)} shape="round" tone="light" />
            <span className="band-name">
              {firstName(name)}
              <small>{t('shell.person.space')}</small>
            </span>
          </>
        }
      >
        <MenuLink href={pages.identity.path} icon={IdCard} note={name}>
          {t('pages.labels.identity')}
        </MenuLink>
        <MenuLink href={pages.help.path} icon={CircleHelp}>
          {t('pages.labels.help')}
        </MenuLink>
        <MenuButton form="sign-out" icon={LogOut}>
          {t('shell.person.signOut')}
        </MenuButton>
      </Menu>
      <form action="/deconnexion" id="sign-out" method="post" />
    </div>
  )
}
