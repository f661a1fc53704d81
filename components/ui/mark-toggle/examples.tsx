import { Pin } from 'lucide'
import type { Example } from '../example'
import { Leaf } from '../sheet/sheet'
import { MarkToggle } from './mark-toggle'

export const examples: readonly Example[] = [
  {
    name: 'Posée et enlevée',
    show: (
      <Leaf>
        <form action="/developpement/composants">
          <MarkToggle icon={Pin} name="off" pressed value="1">
            Épingler « Lettre du 2 mars »
          </MarkToggle>
          <MarkToggle icon={Pin} name="on" pressed={false} value="2">
            Épingler « Lettre du 4 mai »
          </MarkToggle>
        </form>
      </Leaf>
    ),
  },
]
