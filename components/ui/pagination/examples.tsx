import type { Example } from '../example'
import { Pagination } from './pagination'

export const examples: readonly Example[] = [
  {
    name: 'Au milieu d’une longue liste',
    show: (
      <Pagination
        hrefFor={page => `/developpement/composants?page=${page}`}
        label="Pages de la liste"
        next="Suivante"
        page={4}
        pageCount={12}
        pageLabel={page => `Page ${page}`}
        previous="Précédente"
      />
    ),
  },
]
