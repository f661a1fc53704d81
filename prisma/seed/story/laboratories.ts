import { type Analyte, type AnalyteKey, analytes } from './analytes'
import type { OrganizationKey } from './schema'

type Interval = Pick<Analyte, 'low' | 'high'>

/** Laboratories with machines of their own have intervals of their own. */
const intervals: Partial<Readonly<Record<OrganizationKey, Partial<Readonly<Record<AnalyteKey, Interval>>>>>> =
  {
    laboHopital: { hemoglobine: { low: '11.7', high: '15.0' }, ferritine: { low: '15', high: '150' } },
    laboCanal: { hemoglobine: { low: '12.0', high: '16.0' }, glycemie: { low: '0.74', high: '1.06' } },
  }

/** The interval that this laboratory gives. */
export function intervalAt(laboratory: OrganizationKey | null, key: AnalyteKey): Interval {
  const own = laboratory ? intervals[laboratory]?.[key] : undefined
  return own ?? analytes[key]
}
