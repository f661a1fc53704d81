import type { Example } from '../example'
import { Fieldset } from '../field/field'
import { Checkbox } from './checkbox'

export const examples: readonly Example[] = [
  {
    name: 'Seule, avec explication',
    show: (
      <Checkbox
        defaultChecked
        description="Le message ne dit pas ce qu’il contient"
        label="Me prévenir par e-mail"
        name="example-mail"
      />
    ),
  },
  {
    name: 'Plusieurs, une question',
    show: (
      <Fieldset hint="Plusieurs réponses possibles" legend="Que voulez-vous recevoir ?" name="example-what">
        <Checkbox
          defaultChecked
          id="example-what-1"
          label="Les lettres"
          name="example-what"
          value="letters"
        />
        <Checkbox id="example-what-2" label="Les factures" name="example-what" value="bills" />
        <Checkbox
          disabled
          id="example-what-3"
          label="Les colis (pas encore possible)"
          name="example-what"
          value="parcels"
        />
      </Fieldset>
    ),
  },
  {
    name: 'Faute',
    show: (
      <Checkbox error="Cochez la case pour continuer." label="J’ai lu les conséquences" name="example-read" />
    ),
  },
]
