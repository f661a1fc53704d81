import type { Example } from '../example'
import { Select } from './select'

const options = [
  { value: 'recent', label: 'Les plus récentes d’abord' },
  { value: 'old', label: 'Les plus anciennes d’abord' },
  { value: 'title', label: 'Par titre' },
]

export const examples: readonly Example[] = [
  {
    name: 'Liste du navigateur',
    show: (
      <Select defaultValue="recent" label="Ordre" name="example-order" options={options} width="medium" />
    ),
  },
  {
    name: 'Rien de choisi, faute',
    show: (
      <Select
        error="Choisissez un ordre."
        label="Ordre des factures"
        name="example-order-2"
        options={options}
        placeholder="Choisir"
      />
    ),
  },
]
