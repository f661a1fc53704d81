import type { Example } from '../example'
import { SearchField } from './search-field'

export const examples: readonly Example[] = [
  {
    name: 'Recherche',
    show: (
      <search>
        <form action="/developpement/composants">
          <SearchField
            hint="La recherche lit aussi l’intérieur des lettres, même photographiées."
            label="Chercher dans votre courrier"
            name="example-q"
            placeholder="Un mot : eau, mairie…"
            submit="Chercher"
          />
        </form>
      </search>
    ),
  },
]
