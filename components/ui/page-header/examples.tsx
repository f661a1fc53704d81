import { Download } from 'lucide'
import { ButtonLink } from '../button/button'
import type { Example } from '../example'
import { Link } from '../link/link'
import { Section } from './page-header'

export const examples: readonly Example[] = [
  {
    name: 'Une partie et ce qui l’accompagne (le haut de page est celui de cette page)',
    show: (
      <Section
        aside={
          <Link href="/developpement/composants" look="standing">
            Tout voir
          </Link>
        }
        id="example-section"
        title="Nouveau depuis votre dernière visite"
      >
        <ButtonLink href="/developpement/composants" icon={Download} variant="secondary">
          Télécharger
        </ButtonLink>
      </Section>
    ),
  },
]
