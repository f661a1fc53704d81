import { ButtonLink } from '../button/button'
import type { Example } from '../example'
import { EmptyState } from './empty-state'

export const examples: readonly Example[] = [
  {
    name: 'Rien encore',
    show: (
      <EmptyState
        actions={
          <>
            <ButtonLink href="/developpement/composants">Ajouter une facture</ButtonLink>
            <ButtonLink href="/developpement/composants" variant="secondary">
              Réclamer une facture
            </ButtonLink>
          </>
        }
        heading="h4"
        title="Pas encore de facture ici"
      >
        <p>Les factures arrivent quand la mairie les envoie. Celles d’avant 2022 n’y sont souvent pas.</p>
      </EmptyState>
    ),
  },
  {
    name: 'Rien à déclarer, sans dessin',
    show: (
      <EmptyState heading="h4" plain title="Vous n’avez pas d’animal">
        <p>Vous l’avez indiqué le 3 mars 2026.</p>
      </EmptyState>
    ),
  },
]
