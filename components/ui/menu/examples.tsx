import { EyeOff, Folder, Trash2 } from 'lucide'
import { Avatar } from '../avatar/avatar'
import type { Example } from '../example'
import { Menu, MenuButton, MenuLink } from './menu'

export const examples: readonly Example[] = [
  {
    name: 'Actions d’une ligne',
    show: (
      <form action="/developpement/composants" className="flex justify-end">
        <Menu label="Actions sur Facture d’eau">
          <MenuLink href="/developpement/composants" icon={Folder}>
            Ranger
          </MenuLink>
          <MenuButton icon={EyeOff} name="action" value="hide">
            Cacher
          </MenuButton>
          <MenuButton danger icon={Trash2} name="action" value="delete">
            Supprimer
          </MenuButton>
        </Menu>
      </form>
    ),
  },
  {
    name: 'Changer de personne',
    show: (
      <div className="flex justify-end">
        <Menu
          label="Changer de personne"
          opener={
            <>
              <Avatar initials="CL" shape="round" /> Camille
            </>
          }
        >
          <MenuLink
            current
            href="/developpement/composants"
            mark={<Avatar initials="CL" shape="round" />}
            note="Mon carnet"
          >
            Camille Lanuage
          </MenuLink>
          <MenuLink
            href="/developpement/composants"
            mark={<Avatar initials="JL" shape="square" />}
            note="Ma mère : je l’aide"
          >
            Jeanne Lanuage
          </MenuLink>
        </Menu>
      </div>
    ),
  },
]
