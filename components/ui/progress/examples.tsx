import type { Example } from '../example'
import { Progress } from './progress'

export const examples: readonly Example[] = [
  {
    name: 'Mesurée',
    show: (
      <Progress
        id="example-progress"
        label="Envoi de « facture.pdf »"
        max={100}
        note="3,1 Mo sur 4,8 Mo. Vous pouvez quitter cette page."
        value={64}
      />
    ),
  },
  {
    name: 'De durée inconnue',
    show: <Progress id="example-progress-2" label="Vérification du fichier" max={100} />,
  },
]
