import { Calendar, Folder, Mail, UserRound } from 'lucide'
import type { Example } from '../example'
import { IndexList, Mark } from './index-list'

export const examples: readonly Example[] = [
  {
    name: 'Sommaire',
    show: (
      <>
        <h4 className="mb-3" id="example-index">
          Votre carnet
        </h4>
        <IndexList
          items={[
            { href: '#a', name: 'Courrier', state: '37 lettres, dont 3 nouvelles', icon: Folder },
            { href: '#b', name: 'Messages', state: '1 message à lire', icon: Mail },
            { href: '#c', name: 'Agenda', state: 'Mairie, mardi 1ᵉʳ décembre à 10:30', icon: Calendar },
            { href: '#d', name: 'Proches', state: '2 personnes', icon: UserRound },
          ]}
          labelledBy="example-index"
        />
      </>
    ),
  },
  {
    name: 'Marques',
    show: (
      <div className="flex gap-3">
        <Mark icon={Mail} />
        <Mark icon={Mail} tone="apricot" />
        <Mark icon={Mail} tone="neutral" />
      </div>
    ),
  },
]
