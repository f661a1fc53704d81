import type { Example } from '../example'
import { Badge } from './badge'

export const examples: readonly Example[] = [
  {
    name: 'Un compte, un grand compte',
    show: (
      <p className="flex flex-wrap gap-6">
        <span>
          Courrier <Badge count={1} label="1 lettre non lue" />
        </span>
        <span>
          Courrier <Badge count={12} label="12 lettres non lues" />
        </span>
        <span>
          Courrier <Badge count={0} label="rien à lire" />
        </span>
      </p>
    ),
  },
]
