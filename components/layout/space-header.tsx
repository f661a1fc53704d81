import { CircleHelp, IdCard, LogOut } from 'lucide'
import { CurrentLink } from '@/components/layout/current-link'
import { Demonstration } from '@/components/layout/demonstration'
import type { FrameWords } from '@/components/layout/frame'
import { firstName, initials } from '@/components/layout/person-words'
import { Avatar } from '@/components/ui/avatar/avatar'
import { Brand } from '@/components/ui/brand/brand'
import { Menu, MenuButton, MenuLink } from '@/components/ui/menu/menu'
import { pages } from '@/lib/navigation/pages'

type SpaceHeaderProps = {
  name: string
  menu: boolean
  words: Pick<FrameWords, 'demonstration' | 'product' | 'menu' | 'person'>
}

/** The band of the person one acts for: its colour follows `data-personne`. */
export function SpaceHeader({ name, menu, words }: SpaceHeaderProps) {
  return (
    <header className="band" data-personne="moi">
      <Demonstration words={words.demonstration} />
      <div className="band-top frame">
        <CurrentLink href={pages.home.path}>
          <Brand name={words.product} />
        </CurrentLink>
        <PersonMenu menu={menu} name={name} words={words.person} />
      </div>
      {menu ? (
        <nav aria-label={words.menu.label} className="notebook-tabs frame">
          <ul>
            {words.menu.entries.map(({ href, label }) => (
              <li key={href}>
                <CurrentLink href={href}>{label}</CurrentLink>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </header>
  )
}

type PersonMenuProps = { name: string; menu: boolean; words: FrameWords['person'] }

/** Who is signed in; the way out is a plain form, so that it works without JavaScript. */
function PersonMenu({ name, menu, words }: PersonMenuProps) {
  return (
    <div className="band-person">
      <Menu
        label={words.menu.replace('{name}', name)}
        opener={
          <>
            <Avatar initials={initials(name)} shape="round" tone="light" />
            <span className="band-name">
              {firstName(name)}
              <small>{words.space}</small>
            </span>
          </>
        }
      >
        {menu ? (
          <MenuLink href={words.identity.href} icon={IdCard} note={name}>
            {words.identity.label}
          </MenuLink>
        ) : null}
        <MenuLink href={words.help.href} icon={CircleHelp}>
          {words.help.label}
        </MenuLink>
        <MenuButton form="sign-out" icon={LogOut}>
          {words.signOut}
        </MenuButton>
      </Menu>
      <form action="/deconnexion" id="sign-out" method="post" />
    </div>
  )
}
