import type { Example } from '../example'
import { TextAreaField, TextField } from './field'

export const examples: readonly Example[] = [
  {
    name: 'Étiquette, indice, réponse',
    show: (
      <TextField
        defaultValue="Facture d’eau"
        hint="Comme vous voulez la retrouver"
        label="Titre"
        name="example-title"
      />
    ),
  },
  {
    name: 'Date que l’on ne sait plus',
    show: (
      <TextField
        defaultValue="2062"
        error="Cette année est dans le futur. Écrivez une année passée, par exemple 2022."
        hint="L’année seule suffit, par exemple 1998"
        inputMode="numeric"
        label="Date d’arrivée"
        name="example-year"
        width="short"
      />
    ),
  },
  {
    name: 'Indisponible',
    show: (
      <TextField
        defaultValue="Facture"
        disabled
        hint="Seule la mairie peut changer ce titre"
        label="Titre donné par la mairie"
        name="example-locked"
      />
    ),
  },
  {
    name: 'Plusieurs lignes',
    show: <TextAreaField hint="Brouillon gardé à 14:05" label="Votre réponse" name="example-answer" />,
  },
  { name: 'Fichier', show: <TextField label="Joindre un fichier" name="example-file" type="file" /> },
]
