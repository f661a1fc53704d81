import { describe, expect, it } from 'vitest'
import { gaugeGeometry } from './scale'

describe('The drawing of a figure against its usual interval', () => {
  it('draws a usual figure inside the interval and one above it after the interval', () => {
    const usual = gaugeGeometry(13.4, { low: 12, high: 16 })
    expect(usual.outside).toBe(false)
    expect(usual.value).toBeGreaterThan(usual.from)
    expect(usual.value).toBeLessThan(usual.to)

    const above = gaugeGeometry(1.12, { low: 0.7, high: 1.1 })
    expect(above.outside).toBe(true)
    expect(above.value).toBeGreaterThan(above.to)
  })

  it('counts a figure equal to a bound as usual', () => {
    expect(gaugeGeometry(1.1, { low: 0.7, high: 1.1 }).outside).toBe(false)
    expect(gaugeGeometry(0.7, { low: 0.7, high: 1.1 }).outside).toBe(false)
  })

  it('opens the interval on the side that has no bound', () => {
    expect(gaugeGeometry(1.42, { high: 1.6 }).from).toBe(0)
    expect(gaugeGeometry(70, { low: 60 }).to).toBe(100)
    expect(gaugeGeometry(50, { low: 60 }).outside).toBe(true)
  })

  it('keeps a figure far outside within the drawing, and the previous one too', () => {
    const far = gaugeGeometry(400, { low: 5, high: 10 }, 0.2)
    expect(far.value).toBeLessThanOrEqual(96)
    expect(far.previous).toBeGreaterThanOrEqual(4)
    expect(far.value).toBeGreaterThan(far.to)
  })

  it('places the previous figure before the present one when it was lower', () => {
    const grown = gaugeGeometry(1.12, { low: 0.7, high: 1.1 }, 1.08)
    expect(grown.previous).not.toBeNull()
    expect(grown.previous ?? 100).toBeLessThan(grown.value)
  })

  it('stays finite when both bounds are the same or zero', () => {
    for (const geometry of [gaugeGeometry(0, { low: 0, high: 0 }), gaugeGeometry(2, { high: 0 })]) {
      expect(Object.values(geometry).every(n => typeof n !== 'number' || Number.isFinite(n))).toBe(true)
    }
  })
})
