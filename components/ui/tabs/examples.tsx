import type { Example } from '../example'
import { Tabs } from './tabs'

export const examples: readonly Example[] = [
  {
    name: 'Trois vues, trois adresses',
    show: (
      <Tabs
        items={[
          {
            href: '?vue=lire',
            label: 'À lire',
            current: true,
            count: { value: 2, label: '2 lettres à lire' },
          },
          { href: '?vue=lus', label: 'Lus' },
          { href: '?vue=fin', label: 'Terminés' },
        ]}
        label="Vues du courrier"
      />
    ),
  },
]
