import type { Example } from '../example'
import { RadioGroup } from './radio-group'

const options = [
  { value: 'now', label: 'Tout de suite' },
  { value: 'ask', label: 'Me demander avant', description: 'Une page calme s’ouvre d’abord' },
]

export const examples: readonly Example[] = [
  {
    name: 'Simple',
    show: (
      <RadioGroup
        defaultValue="now"
        legend="Comment voulez-vous lire vos lettres ?"
        name="example-read-how"
        options={options}
      />
    ),
  },
  {
    name: 'En panneaux, avec faute',
    show: (
      <RadioGroup
        defaultValue="ask"
        error="Choisissez une des deux réponses."
        legend="Comment voulez-vous lire vos factures ?"
        name="example-bills-how"
        options={options}
        panels
      />
    ),
  },
]
