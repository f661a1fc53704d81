import type { Example } from '../example'
import { FolderList } from './folder-list'

export const examples: readonly Example[] = [
  {
    name: 'Dossiers',
    show: (
      <FolderList
        items={[
          { href: '#1', name: 'Jardin', note: '4 lettres' },
          { href: '#2', name: 'Maison', note: '7 lettres' },
          { href: '#3', name: 'Voyage 2019', note: '12 lettres' },
          { href: '#4', name: 'Papiers, assurance', note: '5 lettres' },
        ]}
        label="Vos dossiers"
      />
    ),
  },
]
