import { describe, expect, it } from 'vitest'
import { day, earlier, measured, result } from './test-support'
import { changeOf, previousInOrder, trendOf } from './trend'

describe('What changed since the time before', () => {
  it('is told against the latest earlier result, whatever the order of the report', () => {
    const previous = [earlier('2024-10-08', '1.04'), earlier('2025-11-14', '1.08')]
    const change = changeOf(result({ value: measured('1.12'), previous }))
    expect(change).toEqual({ kind: 'up', from: '1,08', by: '0,04', since: day('2025-11-14') })
  })

  it('is close below three in a hundred, and the same when equal', () => {
    expect(
      changeOf(result({ value: measured('13.4'), previous: [earlier('2025-01-01', '13.1')] }))?.kind,
    ).toBe('close')
    expect(changeOf(result({ value: measured('8.0'), previous: [earlier('2025-01-01', '8')] }))?.kind).toBe(
      'same',
    )
    expect(
      changeOf(result({ value: measured('1.42'), previous: [earlier('2025-01-01', '1.55')] }))?.kind,
    ).toBe('down')
  })

  it('skips what cannot be compared: another unit, a limit, a word', () => {
    const previous = [
      earlier('2025-05-01', '6.1', 'mmol/L'),
      { ...earlier('2025-04-01', '1'), value: measured('0.5', { comparator: '<' as const }) },
      { ...earlier('2025-03-01', '1'), value: { kind: 'text' as const, text: 'négatif' } },
      earlier('2025-02-01', '1.00'),
    ]
    expect(changeOf(result({ value: measured('1.12'), previous }))?.since).toEqual(day('2025-02-01'))
  })

  it('is nothing the first time, or for a word', () => {
    expect(changeOf(result())).toBeNull()
    const word = { kind: 'text' as const, text: 'clair' }
    expect(changeOf(result({ value: word, previous: [earlier('2025-02-01', '1')] }))).toBeNull()
  })

  it('survives a figure of zero', () => {
    expect(changeOf(result({ value: measured('2'), previous: [earlier('2025-02-01', '0')] }))?.kind).toBe(
      'up',
    )
  })
})

describe('Earlier results', () => {
  it('come the latest first, undated ones last', () => {
    const dates = previousInOrder([
      earlier(null, '1'),
      earlier('2020-01-03', '2'),
      earlier('2023-01-03', '3'),
    ])
    expect(dates.map(one => one.time?.iso ?? null)).toEqual(['2023-01-03', '2020-01-03', null])
  })
})

describe('A curve', () => {
  it('needs three dated figures in the same unit', () => {
    const two = [earlier('2025-01-01', '1.0')]
    expect(trendOf(result({ previous: two }))).toEqual([])
    const undated = [...two, earlier(null, '1.1')]
    expect(trendOf(result({ previous: undated }))).toEqual([])
    const other = [...two, earlier('2024-01-01', '5.5', 'mmol/L')]
    expect(trendOf(result({ previous: other }))).toEqual([])
  })

  it('goes from the oldest to the present one', () => {
    const points = trendOf(
      result({
        value: measured('1.12'),
        previous: [earlier('2025-01-01', '1.08'), earlier('2022-01-01', '0.96')],
      }),
    )
    expect(points.map(point => point.text)).toEqual(['0,96', '1,08', '1,12'])
  })
})
