import type { Example } from '../example'
import { Breadcrumb } from './breadcrumb'

export const examples: readonly Example[] = [
  {
    name: 'Au troisième niveau',
    show: (
      <Breadcrumb
        current="Facture de novembre"
        items={[
          { href: '/developpement', label: 'Courrier' },
          { href: '/developpement/composants', label: 'Factures' },
        ]}
        label="Vous êtes ici"
      />
    ),
  },
]
