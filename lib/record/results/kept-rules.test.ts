import { describe, expect, test } from 'vitest'
import { parseCda } from '@/lib/interop/cda/parse'
import type { ClinicalDocument } from '@/lib/interop/cda/schema'
import { demonstrationDocuments } from '@/prisma/seed/story/documents'
import { isFollowed, keptResults, measureOf } from './kept-rules'
import { measureSchema } from './schema'
import { coded, measured, range, result } from './test-support'

const loinc = (code: string) => ({ ...coded(code), system: '2.16.840.1.113883.6.1' })
const shared = { code: loinc('718-7') }

const reports = demonstrationDocuments(new Date('2026-11-21T12:00:00Z')).flatMap(document => {
  const parsed = document.fileName.endsWith('.xml') ? parseCda(document.bytes()) : null
  return parsed?.ok ? [parsed.data] : []
})
const reportWith = (...results: ClinicalDocument['results']): ClinicalDocument => {
  const report = reports.find(({ code }) => code?.code === '11502-2')
  if (!report) throw new Error('The story has a report')
  return { ...report, results }
}

describe('A result that can be followed over time', () => {
  test('has a code that laboratories share, and a value', () => {
    expect(isFollowed(result(shared))).toBe(true)
    expect(isFollowed(result({ code: coded('HB') }))).toBe(false)
    expect(isFollowed(result({ ...shared, value: null }))).toBe(false)
    expect(isFollowed(result({ ...shared, value: { kind: 'absent', reason: 'NAV' } }))).toBe(false)
  })

  test('is of the person: neither of a germ, nor an antibiotic, nor a measure that is not a laboratory’s', () => {
    expect(isFollowed(result({ ...shared, isolate: coded('x') }))).toBe(false)
    expect(isFollowed(result({ ...shared, interpretations: [coded('R')] }))).toBe(false)
    expect(isFollowed(result({ ...shared, category: 'vital_signs' }))).toBe(false)
  })
})

describe('What is kept of a report', () => {
  test('each result with its place, its day, its laboratory and its name without the unit', () => {
    const named = result({ ...shared, label: 'Hémoglobine (g/L)' })
    const [, kept] = keptResults(reportWith(result({ code: coded('HB') }), named))
    expect(kept).toBeUndefined()
    const [only] = keptResults(reportWith(result({ code: coded('HB') }), named))
    expect(only).toMatchObject({ position: 1, loinc: '718-7', name: 'Hémoglobine' })
    expect(only?.when).toEqual({ at: new Date('2026-11-19T11:00:00Z'), precision: 'day' })
    expect(only?.laboratory).toMatch(/^Laboratoire/)
  })

  test('nothing of a letter or a synthesis, which repeat what a report said', () => {
    const letter = { ...reportWith(result(shared)), code: loinc('11488-4') }
    expect(keptResults(letter)).toEqual([])
    expect(keptResults(null)).toEqual([])
  })

  test('every result of the demonstration comes back from the database as it was', () => {
    const kept = reports.flatMap(report => keptResults(report))
    expect(kept.length).toBeGreaterThan(100)
    for (const { measure } of kept) {
      expect(measureSchema.parse(JSON.parse(JSON.stringify(measure)))).toEqual(measure)
    }
  })

  test('codes are kept without their systems, figures with every decimal', () => {
    const measure = measureOf(
      result({
        value: measured('1.950', { comparator: '<' }),
        interpretations: [{ ...coded('H', 'Haut'), system: '2.16', systemName: 'ObservationInterpretation' }],
        ranges: [range('0.70', '1.10', { interpretation: { ...coded('N'), system: '2.16' } })],
      }),
    )
    expect(measure.interpretations).toEqual([{ ...coded('H'), label: 'Haut' }])
    expect(measure.ranges[0]?.interpretation).toEqual(coded('N'))
    expect(measure.value).toMatchObject({ text: '1.950', comparator: '<' })
  })
})
