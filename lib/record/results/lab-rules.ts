/** Which test a result is, who measured it, and which part of an explanation speaks of it. Pure. */
import type { ClinicalDocument } from '@/lib/interop/cda/schema'
import type { LabResult } from '@/lib/interop/cda/schema-results'
import type { Explanation } from '@/lib/record/results/explanations/explanations'
import type { Position } from '@/lib/record/results/rules'

const loinc = '2.16.840.1.113883.6.1'

/** The LOINC code of a test, its own or the translation of a laboratory's; null when it has none. */
export function loincOf({ code }: Pick<LabResult, 'code'>): string | null {
  const known = [code, ...code.translations].find(({ system, code: value }) => system === loinc && value)
  return known?.code ?? null
}

/** Who measured, for a whole report: the organisation of its author, or the one that keeps it. */
export function laboratoryOf({ authors, custodian }: Pick<ClinicalDocument, 'authors' | 'custodian'>) {
  const named = authors.find(({ organization }) => organization?.name)
  return named?.organization?.name ?? custodian?.name ?? null
}

/** Who measured this result, when it says so itself. */
export function performerOf({ performer }: Pick<LabResult, 'performer'>): string | null {
  return performer?.organization?.name ?? performer?.name?.full ?? null
}

const sides = ['high', 'low', 'positive', 'negative'] as const
export type Side = (typeof sides)[number]

function sideOf(position: Position): Side | null {
  if (position.endsWith('above')) return 'high'
  if (position.endsWith('below')) return 'low'
  return position === 'positive' || position === 'negative' ? position : null
}

/** The parts of an explanation to tell: the side that applies alone; all of them when none does, or none is known. */
export function sidesToTell(position: Position, explanation: Pick<Explanation, Side>): readonly Side[] {
  const side = sideOf(position)
  if (side && explanation[side]) return [side]
  const pair: readonly Side[] = side === 'high' || side === 'low' ? ['high', 'low'] : ['positive', 'negative']
  // The other half of its own pair says what this result is not.
  if (side && pair.some(half => explanation[half])) return []
  return sides.filter(one => explanation[one])
}
