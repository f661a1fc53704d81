import type { LabResult } from '@/lib/interop/cda/schema-results'
import { standingOf } from '@/lib/record/results/rules'
import type { ReadingMessages } from './reading-context'

const words = [
  'inside',
  'slightly_above',
  'above',
  'slightly_below',
  'below',
  'unusual',
  'positive',
  'negative',
  'indeterminate',
] as const

/** The word of a result's mark; nothing when nothing is said of it. */
export function markOf(
  result: Pick<LabResult, 'value' | 'interpretations' | 'ranges'>,
  t: ReadingMessages,
): string {
  const { position } = standingOf(result)
  if (position.startsWith('critical')) return t('results.tag.critical')
  const word = words.find(known => known === position)
  return word ? t(`results.tag.${word}`) : ''
}
