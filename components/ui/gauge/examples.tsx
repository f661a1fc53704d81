import { Card } from '../card/card'
import type { Example } from '../example'
import { Gauge, GaugeLegend } from './gauge'

const WORDS = { valueLabel: 'vous', rangeLabel: 'habituel' }

export const examples: readonly Example[] = [
  {
    name: 'Légende',
    show: (
      <GaugeLegend
        inside="dans l’habituel"
        outside="en dehors"
        previous="en novembre 2025"
        range="habituel"
      />
    ),
  },
  {
    name: 'En dehors, en dedans, un seul bord, très loin',
    show: (
      <div className="grid gap-4 lg:grid-cols-2">
        <Card>
          <Gauge
            {...WORDS}
            description="Valeur : 1,12. Habituel de 0,70 à 1,10. En novembre 2025 : 1,08."
            high={1.1}
            highLabel="1,10"
            low={0.7}
            lowLabel="0,70"
            previous={1.08}
            value={1.12}
          />
        </Card>
        <Card>
          <Gauge
            {...WORDS}
            description="Valeur : 13,4. Habituel de 12 à 16. En novembre 2025 : 13,1."
            high={16}
            highLabel="16"
            low={12}
            lowLabel="12"
            previous={13.1}
            value={13.4}
          />
        </Card>
        <Card>
          <Gauge
            {...WORDS}
            description="Valeur : 1,42. Habituel en dessous de 1,60."
            high={1.6}
            highLabel="1,60"
            value={1.42}
          />
        </Card>
        <Card>
          <Gauge
            {...WORDS}
            description="Valeur : 48. Habituel de 5 à 9,5."
            high={9.5}
            highLabel="9,5"
            low={5}
            lowLabel="5"
            value={48}
          />
        </Card>
      </div>
    ),
  },
]
