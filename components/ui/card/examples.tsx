import { Button } from '../button/button'
import type { Example } from '../example'
import { Card } from './card'

export const examples: readonly Example[] = [
  {
    name: 'Quatre tons',
    show: (
      <div className="grid gap-5 lg:grid-cols-2">
        <Card>
          <h4>Une feuille</h4>
          <p>Pour un texte ou un formulaire.</p>
        </Card>
        <Card tone="tint">
          <div className="grid justify-items-start gap-3">
            <h4>Un panneau teinté</h4>
            <p>Une fois par page au plus.</p>
            <Button variant="secondary">Voir et changer</Button>
          </div>
        </Card>
        <Card tone="explain">
          <h4>Comprendre</h4>
          <p>Ce que veut dire le mot que l’on vient de lire.</p>
        </Card>
        <Card tone="frame">
          <h4>Un essai</h4>
          <p>Pour ce qui simule et ne change rien.</p>
        </Card>
      </div>
    ),
  },
]
