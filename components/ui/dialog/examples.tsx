import { EyeOff, Undo2 } from 'lucide'
import { Button } from '../button/button'
import type { Example } from '../example'
import { Icon } from '../icon/icon'
import { Dialog } from './dialog'
import { DialogLink } from './dialog-link'

export const examples: readonly Example[] = [
  {
    name: 'Les conséquences avant le geste',
    show: (
      <>
        <DialogLink
          href="/developpement/composants?cacher"
          icon={EyeOff}
          opens="example-dialog"
          variant="secondary"
        >
          Cacher
        </DialogLink>
        <Dialog
          actions={
            <form action="/developpement/composants">
              <Button type="submit">Cacher</Button>
            </form>
          }
          cancel="Garder visible"
          close="Fermer"
          id="example-dialog"
          title="Cacher cette lettre ?"
        >
          <ul className="grid gap-3">
            <li className="flex gap-3">
              <Icon of={EyeOff} />
              <span>Les autres ne la verront plus, et ne sauront pas qu’elle existe.</span>
            </li>
            <li className="flex gap-3">
              <Icon of={Undo2} />
              <span>Vous pourrez la montrer de nouveau quand vous voulez.</span>
            </li>
          </ul>
        </Dialog>
      </>
    ),
  },
]
