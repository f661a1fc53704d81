/** Which results of a report are kept to be followed over time, and what of them. Pure. */
import type { CdaTime, ClinicalDocument } from '@/lib/interop/cda/schema'
import type { LabResult, LabValue } from '@/lib/interop/cda/schema-results'
import { instantOf } from '@/lib/record/documents/receiving/rules'
import { laboratoryOf, loincOf, performerOf } from '@/lib/record/results/lab-rules'
import { isAntibiotic, standingOf } from '@/lib/record/results/rules'
import { type KeptResult, type Measure, shortCode } from '@/lib/record/results/schema'
import { withoutUnit } from '@/lib/record/results/units'

/** Reports of measures (JDV_J07). A letter or a synthesis repeats results of others: they would count twice. */
export const followedTypes: readonly string[] = ['11502-2', '96173-0']

export function isFollowedReport({ code }: Pick<ClinicalDocument, 'code'>): boolean {
  return followedTypes.includes(code?.code ?? '')
}

/** Only a shared code tells that two laboratories measured the same thing; a germ’s own results are not the person’s. */
export function isFollowed(result: LabResult): boolean {
  if (result.category !== 'laboratory' || result.isolate || loincOf(result) === null) return false
  if (result.value === null || result.value.kind === 'absent') return false
  return !isAntibiotic(standingOf(result).position)
}

const shortValue = (value: LabValue | null): LabValue | null =>
  value?.kind === 'coded' ? { ...value, concept: shortCode(value.concept) } : value

/** What the rules need to tell a result again: codes without their systems and translations. */
export function measureOf({ value, ranges, interpretations }: Measure): Measure {
  return {
    value: shortValue(value),
    ranges: ranges.map(range => ({
      ...range,
      interpretation: range.interpretation ? shortCode(range.interpretation) : null,
    })),
    interpretations: interpretations.map(shortCode),
  }
}

function timeOf(result: LabResult, report: Pick<ClinicalDocument, 'effectiveTime'>): CdaTime | null {
  const collected = result.specimens.find(specimen => specimen.collected)?.collected
  return result.time ?? collected ?? report.effectiveTime
}

/** The results of a report that can be followed, with their place in it. */
export function keptResults(report: ClinicalDocument | null): readonly KeptResult[] {
  if (!report || !isFollowedReport(report)) return []
  const laboratory = laboratoryOf(report)
  return report.results.flatMap((result, position) => {
    const loinc = isFollowed(result) ? loincOf(result) : null
    if (!loinc) return []
    return {
      position,
      loinc,
      name: withoutUnit(result.label, result.value?.kind === 'quantity' ? result.value.unit : null),
      when: instantOf(timeOf(result, report)),
      laboratory: performerOf(result) ?? laboratory,
      measure: measureOf(result),
    }
  })
}
