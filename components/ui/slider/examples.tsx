import type { Example } from '../example'
import { Slider } from './slider'

export const examples: readonly Example[] = [
  {
    name: 'Une place parmi d’autres',
    show: (
      <Slider
        label="Page affichée"
        max={24}
        name="example-slider"
        readOnly
        value={3}
        valueText="Page 3 sur 24"
      />
    ),
  },
]
