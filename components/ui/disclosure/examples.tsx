import type { Example } from '../example'
import { Disclosure } from './disclosure'

export const examples: readonly Example[] = [
  {
    name: 'Fermé, ouvert',
    show: (
      <>
        <Disclosure summary="La lettre d’origine et ses références">
          <p>Référence 2026-1119-0042.</p>
        </Disclosure>
        <Disclosure open summary="Comment est-ce calculé ?">
          <p>En comptant les jours depuis la réception.</p>
        </Disclosure>
      </>
    ),
  },
]
