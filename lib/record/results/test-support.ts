/** Makers of results for the tests of this room: only what a test says differs from an ordinary result. */
import type { CdaTime, Coded } from '@/lib/interop/cda/schema'
import type { LabResult, PreviousResult, Quantity, ReferenceRange } from '@/lib/interop/cda/schema-results'
import type { Measured } from './rules'

export const coded = (code: string, label: string | null = null): Coded => ({
  code,
  system: null,
  systemName: null,
  displayName: label,
  originalText: null,
  label,
  translations: [],
})

export const quantity = (text: string, unit: string | null = 'g/L'): Quantity => ({
  value: Number(text),
  text,
  unit,
})

export const measured = (text: string, more: Partial<Measured> = {}): Measured => ({
  kind: 'quantity',
  ...quantity(text),
  comparator: null,
  alternatives: [],
  ...more,
})

export const range = (
  low: string | null,
  high: string | null,
  more: Partial<ReferenceRange> = {},
): ReferenceRange => ({
  low: low === null ? null : quantity(low),
  high: high === null ? null : quantity(high),
  text: null,
  interpretation: null,
  conditions: [],
  ...more,
})

export const day = (iso: string): CdaTime => ({ iso, precision: 'day', zoned: false })

export const earlier = (iso: string | null, text: string, unit: string | null = 'g/L'): PreviousResult => ({
  time: iso === null ? null : day(iso),
  value: measured(text, { unit }),
  interpretation: null,
})

export const result = (more: Partial<LabResult> = {}): LabResult => ({
  category: 'laboratory',
  groups: [],
  code: coded('2345-7'),
  label: 'Glycémie',
  value: measured('1.00'),
  interpretations: [],
  ranges: [],
  method: null,
  time: day('2026-11-19'),
  status: 'completed',
  specimens: [],
  isolate: null,
  performer: null,
  validatedAt: null,
  comments: [],
  previous: [],
  ...more,
})
