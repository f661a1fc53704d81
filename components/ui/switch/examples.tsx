import type { Example } from '../example'
import { Leaf } from '../sheet/sheet'
import { Switch, SwitchButton } from './switch'

const WORDS = { on: 'Oui', off: 'Non' }

export const examples: readonly Example[] = [
  {
    name: 'Dans un formulaire',
    show: (
      <Leaf>
        <div className="grid gap-5">
          <Switch
            {...WORDS}
            defaultChecked
            description="Le premier jour du mois, sans détail."
            label="Recevoir un résumé chaque mois"
            name="example-summary"
          />
          <Switch {...WORDS} label="Recevoir les annonces" name="example-news" />
        </div>
      </Leaf>
    ),
  },
  {
    name: 'Aussitôt fait : le bouton d’envoi de son formulaire',
    show: (
      <Leaf>
        <form action="/developpement/composants">
          <SwitchButton
            {...WORDS}
            checked
            description="Si vous dites non, elle ne verra plus vos lettres."
            id="example-now"
            label="Montrer mes lettres à Mme Muguet"
            name="shown"
            value="no"
          />
        </form>
      </Leaf>
    ),
  },
]
