/**
 * Results of CR-BIO 2021/2024, TROD and of the result and vital-signs sections of other documents, flat and in document
 * order: `groups` says where each one stood (chapter, sub-chapter, panel, isolate), so that a table can be rebuilt and a
 * curve drawn without walking the tree.
 */
import type { CdaTime, Coded, Party } from './schema-common'

export type Comparator = '<' | '<=' | '>' | '>='

export type Quantity = {
  readonly value: number
  /** The decimals as the laboratory wrote them: `1.950` is not `1.95`. */
  readonly text: string
  /** UCUM, null when there is none (`1` included). */
  readonly unit: string | null
}

export type LabValue =
  | (Quantity & {
      readonly kind: 'quantity'
      readonly comparator: Comparator | null
      /** The same result in other units (PQ translations). */
      readonly alternatives: readonly Quantity[]
    })
  | { readonly kind: 'interval'; readonly low: Quantity; readonly high: Quantity }
  | { readonly kind: 'ratio'; readonly numerator: Quantity; readonly denominator: Quantity }
  | { readonly kind: 'coded'; readonly concept: Coded; readonly label: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'time'; readonly time: CdaTime }
  /** The laboratory says that there is no value; `reason` is the HL7 nullFlavor. */
  | { readonly kind: 'absent'; readonly reason: string }

export type ReferenceRange = {
  readonly low: Quantity | null
  readonly high: Quantity | null
  readonly text: string | null
  /** What being inside this range means (N when not said). */
  readonly interpretation: Coded | null
  /** To whom or when it applies (sex, age, cycle phase …), in words. */
  readonly conditions: readonly string[]
}

export type Specimen = {
  readonly kind: Coded | null
  readonly collected: CdaTime | null
  readonly received: CdaTime | null
}

export type PreviousResult = {
  readonly time: CdaTime | null
  readonly value: LabValue
  readonly interpretation: Coded | null
}

export type ResultGroup = {
  readonly code: Coded | null
  readonly label: string
  /** What the biologist says of the whole chapter, panel or isolate. */
  readonly comments: readonly string[]
}

export type LabResult = {
  readonly category: 'laboratory' | 'vital_signs' | 'other'
  readonly groups: readonly ResultGroup[]
  readonly code: Coded
  /** French words for the test: what the document shows, else the code's label, else the code. */
  readonly label: string
  readonly value: LabValue | null
  readonly interpretations: readonly Coded[]
  readonly ranges: readonly ReferenceRange[]
  readonly method: Coded | null
  readonly time: CdaTime | null
  readonly status: string | null
  readonly specimens: readonly Specimen[]
  /** Micro-organism of the culture the result belongs to (antibiogram, count). */
  readonly isolate: Coded | null
  readonly performer: Party | null
  readonly validatedAt: CdaTime | null
  readonly comments: readonly string[]
  readonly previous: readonly PreviousResult[]
}
