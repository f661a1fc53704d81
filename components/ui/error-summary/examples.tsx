import type { Example } from '../example'
import { ErrorSummary } from './error-summary'

export const examples: readonly Example[] = [
  {
    name: 'Deux réponses à revoir',
    show: (
      <ErrorSummary
        errors={[
          { field: 'example-year', message: 'Date d’arrivée : cette année est dans le futur' },
          { field: 'example-title', message: 'Titre : écrivez au moins un mot' },
        ]}
        title="Deux réponses sont à revoir"
      >
        <p>Le reste est gardé.</p>
      </ErrorSummary>
    ),
  },
]
