import { EyeOff, FileText, Sparkles } from 'lucide'
import type { Example } from '../example'
import { Chips } from './chips'

export const examples: readonly Example[] = [
  {
    name: 'Filtres d’une liste',
    show: (
      <Chips
        items={[
          { href: '?sorte=toutes', label: 'Toutes', count: 37, current: true },
          { href: '?sorte=nouvelles', label: 'Nouvelles', count: 3, icon: Sparkles },
          { href: '?sorte=factures', label: 'Factures', count: 9, icon: FileText },
          { href: '?sorte=contrats', label: 'Contrats', count: 11 },
          { href: '?sorte=attestations', label: 'Attestations', count: 8 },
          { href: '?sorte=cachees', label: 'Cachées', count: 6, icon: EyeOff },
        ]}
        label="Filtrer par sorte"
      />
    ),
  },
]
