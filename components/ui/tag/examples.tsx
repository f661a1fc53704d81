import { ArrowUp, Check, EyeOff, Pencil, TriangleAlert, UserRound } from 'lucide'
import type { Example } from '../example'
import { Tag } from './tag'

export const examples: readonly Example[] = [
  {
    name: 'Sept tons',
    show: (
      <p className="flex flex-wrap gap-2">
        <Tag tone="new">Nouveau</Tag>
        <Tag icon={UserRound}>Déclaré par vous</Tag>
        <Tag icon={Check} tone="success">
          Habituel
        </Tag>
        <Tag icon={ArrowUp} tone="warning">
          Un peu haut
        </Tag>
        <Tag icon={TriangleAlert} tone="danger">
          À voir avec quelqu’un
        </Tag>
        <Tag icon={Pencil} tone="info">
          Brouillon
        </Tag>
        <Tag icon={EyeOff} tone="outline">
          Caché aux autres
        </Tag>
      </p>
    ),
  },
]
