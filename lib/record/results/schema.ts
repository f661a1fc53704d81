import { z } from 'zod'
import type { Coded } from '@/lib/interop/cda/schema'
import type { LabResult } from '@/lib/interop/cda/schema-results'
import { type Precision, precisions } from '@/lib/record/documents/schema'

/** A result as it is kept to be followed over time: what `rules.ts` needs, and nothing else of the report. */
export type Measure = Pick<LabResult, 'value' | 'ranges' | 'interpretations'>

const quantity = z.object({ value: z.number(), text: z.string(), unit: z.string().nullable() })

/** A code without its system and translations: what is kept of it. */
export const shortCode = ({ code, label }: Pick<Coded, 'code' | 'label'>): Coded => ({
  code,
  label,
  system: null,
  systemName: null,
  displayName: null,
  originalText: null,
  translations: [],
})

const coded = z.object({ code: z.string().nullable(), label: z.string().nullable() }).transform(shortCode)

const time = z.object({
  iso: z.string(),
  precision: z.enum(['year', 'month', 'day', 'hour', 'minute', 'second']),
  zoned: z.boolean(),
})

const value = z.discriminatedUnion('kind', [
  quantity.extend({
    kind: z.literal('quantity'),
    comparator: z.enum(['<', '<=', '>', '>=']).nullable(),
    alternatives: z.array(quantity),
  }),
  z.object({ kind: z.literal('interval'), low: quantity, high: quantity }),
  z.object({ kind: z.literal('ratio'), numerator: quantity, denominator: quantity }),
  z.object({ kind: z.literal('coded'), concept: coded, label: z.string() }),
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('boolean'), value: z.boolean() }),
  z.object({ kind: z.literal('time'), time }),
  z.object({ kind: z.literal('absent'), reason: z.string() }),
])

export const measureSchema = z.object({
  value: value.nullable(),
  ranges: z.array(
    z.object({
      low: quantity.nullable(),
      high: quantity.nullable(),
      text: z.string().nullable(),
      interpretation: coded.nullable(),
      conditions: z.array(z.string()),
    }),
  ),
  interpretations: z.array(coded),
}) satisfies z.ZodType<Measure>

/** What is sealed of a result. */
export const sealedSchema = z.object({
  loinc: z.string(),
  name: z.string(),
  precision: z.enum(precisions).catch('day'),
  laboratory: z.string().nullable(),
  measure: measureSchema,
})

/** A result of a report that has just been read. */
export type KeptResult = {
  readonly position: number
  readonly loinc: string
  readonly name: string
  /** Null: that of its document. */
  readonly when: { readonly at: Date; readonly precision: Precision } | null
  readonly laboratory: string | null
  readonly measure: Measure
}

/** A result as it was kept, with the report it comes from. */
export type Reported = {
  readonly documentId: string
  readonly documentTitle: string
  readonly loinc: string
  readonly name: string
  readonly at: Date
  readonly precision: Precision
  readonly laboratory: string | null
  readonly measure: Measure
}

/** A test in the list: its latest result, and in how many reports it is. */
export type TestLine = {
  /** The code its page is found by. */
  readonly loinc: string
  readonly name: string
  readonly sensitive: boolean
  readonly reports: number
  readonly latest: Reported
}

export type TestFamily = {
  /** Null: tests that nobody has put in a family yet. */
  readonly title: string | null
  readonly tests: readonly TestLine[]
}

export type TestList = {
  readonly families: readonly TestFamily[]
  /** Reports that this reader keeps aside: nothing of them is in the families. */
  readonly asideReports: number
}

/** One test, in every report that has it, the oldest first. */
export type TestHistory = {
  readonly loinc: string
  readonly name: string
  readonly reports: readonly Reported[]
  readonly asideReports: number
}
