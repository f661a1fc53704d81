import type { Example } from '../example'
import { VisuallyHidden } from './visually-hidden'

export const examples: readonly Example[] = [
  {
    name: 'Des mots pour les lecteurs d’écran',
    show: (
      <p>
        3 <VisuallyHidden>lettres non lues</VisuallyHidden>
      </p>
    ),
  },
]
