import { describe, expect, test } from 'vitest'
import { codesOf, familiesOf, seriesOf, timeOf } from './history-rules'
import type { Reported } from './schema'
import { measured, quantity, range } from './test-support'

let documents = 0

function report(
  day: string,
  text: string,
  more: Partial<Reported> & { unit?: string | null } = {},
): Reported {
  const { unit = 'g/dL', ...rest } = more
  documents += 1
  return {
    documentId: `document-${documents}`,
    documentTitle: 'Bilan',
    loinc: '718-7',
    name: 'Hémoglobine',
    at: new Date(`${day}T08:00:00Z`),
    precision: 'minute',
    laboratory: 'Labo A',
    measure: { value: measured(text, { unit }), ranges: [], interpretations: [] },
    ...rest,
  }
}

const figures = (reports: readonly Reported[]) =>
  seriesOf(reports).map(({ unit, points }) => [
    unit,
    ...points.map(({ measure }) => (measure.value?.kind === 'quantity' ? measure.value.text : 'mot')),
  ])

describe('A test over time', () => {
  test('goes from the oldest to the latest', () => {
    expect(figures([report('2026-01-01', '13.4'), report('2024-01-01', '12.8')])).toEqual([
      ['g/dL', '12.8', '13.4'],
    ])
  })

  test('is brought to the unit of the latest report when that is exact, and says what was given', () => {
    const ranges = [range(null, null, { low: quantity('120', 'g/L'), high: quantity('160', 'g/L') })]
    const older = report('2024-01-01', '128', {
      measure: { value: measured('128', { unit: 'g/L' }), ranges, interpretations: [] },
    })
    const [series] = seriesOf([older, report('2026-01-01', '13.4')])
    const [point] = series?.points ?? []
    expect(point?.given).toMatchObject({ text: '128', unit: 'g/L' })
    expect(point?.measure.value).toMatchObject({ text: '12.8', unit: 'g/dL' })
    expect(point?.measure.ranges[0]).toMatchObject({ low: { value: 12, unit: 'g/dL' }, high: { value: 16 } })
  })

  test('is kept apart when the units do not convert exactly', () => {
    const percent = report('2024-01-01', '5.5', { loinc: '4548-4', unit: '%' })
    const molar = report('2026-01-01', '38', { loinc: '4548-4', unit: 'mmol/mol' })
    expect(figures([percent, molar])).toEqual([
      ['mmol/mol', '38'],
      ['%', '5.5'],
    ])
  })

  test('knows that a litre is written in two ways', () => {
    const small = report('2024-01-01', '12.8', { unit: 'g/dl' })
    expect(figures([small, report('2026-01-01', '13.4')])).toEqual([['g/dL', '12.8', '13.4']])
    const moles = { loinc: '14749-6', unit: 'mmol/l' }
    expect(figures([report('2024-01-01', '4.9', moles)])[0]?.[0]).toBe('mmol/L')
  })

  test('has one point for a report that gives one measure in two units', () => {
    const same = report('2026-01-01', '13.4')
    const twice = {
      ...same,
      measure: { ...same.measure, value: measured('134', { unit: 'g/L' }) },
    }
    expect(figures([twice, same])).toEqual([['g/dL', '13.4']])
  })

  test('keeps words beside figures, never on the same curve', () => {
    const word = report('2025-01-01', '', {
      measure: { value: { kind: 'text', text: 'négatif' }, ranges: [], interpretations: [] },
    })
    expect(seriesOf([report('2024-01-01', '13.4'), word]).map(({ kind }) => kind)).toEqual([
      'figures',
      'words',
    ])
  })

  test('keeps « less than » through a conversion', () => {
    const under = report('2024-01-01', '50', {
      measure: { value: measured('50', { unit: 'g/L', comparator: '<' }), ranges: [], interpretations: [] },
    })
    const [series] = seriesOf([under, report('2026-01-01', '13.4')])
    expect(series?.points[0]?.measure.value).toMatchObject({ text: '5.0', comparator: '<' })
  })

  test('no date is more precise than its report', () => {
    const at = new Date('2026-03-01T23:30:00Z')
    expect(timeOf(at, 'minute').iso).toBe('2026-03-02')
    expect(timeOf(at, 'month')).toEqual({ iso: '2026-03', precision: 'month', zoned: false })
    expect(timeOf(at, 'year').iso).toBe('2026')
  })
})

describe('The list of tests', () => {
  test('puts the codes of one test together, under its latest result, and adds their reports', () => {
    const codes = codesOf('718-7')
    expect(codes.length).toBeGreaterThan(1)
    const [older, newer] = codes.map((loinc, place) => ({
      latest: report(`202${4 + place}-01-01`, '13', { loinc }),
      reports: 2,
    }))
    const families = familiesOf([older, newer].flatMap(one => one ?? []))
    expect(families).toHaveLength(1)
    expect(families[0]?.tests).toHaveLength(1)
    expect(families[0]?.tests[0]).toMatchObject({ loinc: codes[1], reports: 4, name: 'Hémoglobine' })
  })

  test('keeps a test that nobody has explained, last and under the name of its report', () => {
    const unknown = { latest: report('2026-01-01', '1', { loinc: '13488-2', name: 'Témoin' }), reports: 1 }
    const families = familiesOf([unknown, { latest: report('2026-01-01', '13'), reports: 1 }])
    expect(families.map(({ title, tests }) => [title, tests[0]?.name])).toEqual([
      ['Numération sanguine', 'Hémoglobine'],
      [null, 'Témoin'],
    ])
  })

  test('marks what is not to be read over someone’s shoulder', () => {
    const hiv = { latest: report('2026-01-01', '1', { loinc: '56888-1' }), reports: 1 }
    expect(familiesOf([hiv])[0]?.tests[0]?.sensitive).toBe(true)
  })
})
