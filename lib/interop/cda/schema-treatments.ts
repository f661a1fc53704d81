/** Vaccinations and medications, in the few facts a person looks for; the narrative keeps everything else. */
import type { CdaPeriod, CdaTime, Coded, Party } from './schema-common'

export type ImmunizationEntry = {
  readonly vaccine: Coded
  readonly name: string
  readonly time: CdaTime | null
  readonly lot: string | null
  /** Rank in the schedule, when said. */
  readonly rank: number | null
  readonly dose: string | null
  readonly route: Coded | null
  readonly site: Coded | null
  readonly performer: Party | null
  /** True when the document says that the vaccine was NOT given. */
  readonly notGiven: boolean
  readonly reactions: readonly string[]
  readonly comments: readonly string[]
}

export type MedicationEntry = {
  readonly product: Coded
  readonly name: string
  /** Active substances, in words. */
  readonly ingredients: readonly string[]
  readonly period: CdaPeriod
  /** Dosage as the document words it, else as its codes say. */
  readonly dosage: readonly string[]
  readonly route: Coded | null
  readonly instructions: readonly string[]
  /** `request` = prescribed, `event` = taken or dispensed. */
  readonly mood: 'request' | 'event'
}
