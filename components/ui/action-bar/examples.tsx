import { EyeOff, Folder, Share2, X } from 'lucide'
import type { Example } from '../example'
import { Icon } from '../icon/icon'
import { ActionBar, ActionBarButton } from './action-bar'

export const examples: readonly Example[] = [
  {
    name: 'Deux lignes choisies',
    show: (
      <form action="/developpement/composants">
        <ActionBar count="2 lettres choisies" label="Lettres choisies">
          <ActionBarButton icon={<Icon of={Folder} />} name="do" value="file">
            Ranger
          </ActionBarButton>
          <ActionBarButton icon={<Icon of={EyeOff} />} name="do" value="hide">
            Cacher
          </ActionBarButton>
          <ActionBarButton icon={<Icon of={Share2} />} name="do" value="share">
            Partager
          </ActionBarButton>
          <ActionBarButton icon={<Icon of={X} />} name="do" value="cancel">
            Annuler
          </ActionBarButton>
        </ActionBar>
      </form>
    ),
  },
]
