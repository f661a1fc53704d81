import {
  ArrowDown,
  ArrowUp,
  Check,
  CircleHelp,
  type IconNode,
  Minus,
  Plus,
  Stethoscope,
  TriangleAlert,
} from 'lucide'
import { Tag, type TagTone } from '@/components/ui/tag/tag'
import { texts } from '@/lib/content/texts'
import type { Position } from '@/lib/record/results/rules'

type Mark = {
  readonly word:
    | 'inside'
    | 'slightly_above'
    | 'above'
    | 'slightly_below'
    | 'below'
    | 'unusual'
    | 'critical'
    | 'positive'
    | 'negative'
    | 'indeterminate'
  readonly tone: TagTone
  readonly icon: IconNode
}

/** Always a word and an icon with the colour; garnet only for what the laboratory calls critical. */
const MARKS: Readonly<Partial<Record<Position, Mark>>> = {
  inside: { word: 'inside', tone: 'success', icon: Check },
  slightly_above: { word: 'slightly_above', tone: 'warning', icon: ArrowUp },
  above: { word: 'above', tone: 'warning', icon: ArrowUp },
  slightly_below: { word: 'slightly_below', tone: 'warning', icon: ArrowDown },
  below: { word: 'below', tone: 'warning', icon: ArrowDown },
  unusual: { word: 'unusual', tone: 'warning', icon: TriangleAlert },
  critical: { word: 'critical', tone: 'danger', icon: Stethoscope },
  critical_above: { word: 'critical', tone: 'danger', icon: Stethoscope },
  critical_below: { word: 'critical', tone: 'danger', icon: Stethoscope },
  positive: { word: 'positive', tone: 'info', icon: Plus },
  negative: { word: 'negative', tone: 'neutral', icon: Minus },
  indeterminate: { word: 'indeterminate', tone: 'neutral', icon: CircleHelp },
}

/** Where a value stands, in a word. Nothing when nothing may be said. */
export function StandingTag({ position }: { readonly position: Position }) {
  const mark = MARKS[position]
  return mark ? (
    <Tag icon={mark.icon} tone={mark.tone}>
      {texts('reading')(`results.tag.${mark.word}`)}
    </Tag>
  ) : null
}
