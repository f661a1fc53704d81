import { Plus } from 'lucide'
import type { Example } from '../example'
import { ExternalLink, Link } from './link'

export const examples: readonly Example[] = [
  {
    name: 'Dans le texte, seul, au-dehors',
    show: (
      <div className="grid justify-items-start gap-2">
        <p>
          Vous pouvez <Link href="/developpement/composants">changer ce choix</Link> quand vous voulez.
        </p>
        <Link href="/developpement/composants" look="standing" onward>
          Voir les 5 nouveautés
        </Link>
        <Link href="/developpement/composants" icon={Plus} look="standing">
          Créer un dossier
        </Link>
        <p>
          <ExternalLink href="https://www.service-public.gouv.fr" mention="nouvelle fenêtre">
            Service-public
          </ExternalLink>
        </p>
      </div>
    ),
  },
]
