import { describe, expect, test } from 'vitest'
import { seriesGeometry } from './series-geometry'

const year = 365 * 86_400_000
const usual = { low: 12, high: 16 }
const none = { low: null, high: null }
const at = (years: number, value: number, range: { low: number | null; high: number | null } = usual) => ({
  value,
  time: years * year,
  ...range,
})

describe('The curve of a test over time', () => {
  test('goes from left to right with time, higher when the figure is higher', () => {
    const { points } = seriesGeometry([at(0, 12.5), at(1, 13.5), at(3, 12.9)])
    const [a, b, c] = points
    expect((c?.x ?? 0) - (b?.x ?? 0)).toBeGreaterThan((b?.x ?? 0) - (a?.x ?? 0))
    expect(b?.y).toBeLessThan(a?.y ?? 0)
    expect(c?.y).toBeGreaterThan(b?.y ?? 0)
  })

  test('draws the interval of each laboratory under its own points, side by side', () => {
    const { bands } = seriesGeometry([at(0, 13), at(1, 13), at(2, 13, { low: 11.5, high: 15 }), at(3, 13)])
    expect(bands).toHaveLength(3)
    for (const [place, band] of bands.slice(1).entries()) {
      const before = bands[place]
      expect(band.x).toBeCloseTo((before?.x ?? 0) + (before?.width ?? 0), 1)
    }
    expect(bands[1]?.bottom).toBeGreaterThan(bands[0]?.bottom ?? 0)
  })

  test('draws no interval where none was given, and an open one to the edge', () => {
    expect(seriesGeometry([at(0, 13, none), at(1, 14, none)]).bands).toEqual([])
    const [open] = seriesGeometry([
      at(0, 1, { low: null, high: 2 }),
      at(1, 1.5, { low: null, high: 2 }),
    ]).bands
    expect(open?.bottom).toBeGreaterThan(open?.top ?? 0)
  })

  test('never writes two figures on each other, and always the last', () => {
    const many = Array.from({ length: 30 }, (_, place) => at(place / 12, 13 + (place % 3)))
    const { points, width } = seriesGeometry(many)
    const written = points.filter(({ named }) => named)
    expect(points.at(-1)?.named).toBe(true)
    expect(written.length).toBeGreaterThan(3)
    for (const [place, { x }] of written.slice(1).entries())
      expect(x - (written[place]?.x ?? 0)).toBeGreaterThan(30)
    for (const { x } of points) expect(x > 0 && x < width).toBe(true)
  })

  test('stands when every figure and every day is the same', () => {
    const { points } = seriesGeometry([at(0, 5, none), at(0, 5, none)])
    for (const { x, y } of points) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true)
    expect(points[0]?.x).not.toBe(points[1]?.x)
  })
})
