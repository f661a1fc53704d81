import type { Example } from '../example'
import { Brand, NotebookDrawing } from './brand'

export const examples: readonly Example[] = [
  {
    name: 'Sur le bandeau de chaque personne',
    show: (
      <div className="grid gap-2">
        <p className="bg-band px-4 text-on-band">
          <Brand name="Mon espace" />
        </p>
        <p className="bg-band px-4 text-on-band" data-personne="proche">
          <Brand name="Mon espace" />
        </p>
        <p className="bg-band px-4 text-on-band" data-personne="enfant">
          <Brand name="Mon espace" />
        </p>
      </div>
    ),
  },
  { name: 'Dessin d’accueil', show: <NotebookDrawing /> },
]
