import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundText, decimalsOf, distanceText, frenchNumber } from './numbers'

const q = (text: string) => ({ value: Number(text), text, unit: 'g/L' })

describe('Figures of the laboratory, written the French way', () => {
  it('keep every decimal that was measured', () => {
    expect(frenchNumber('1.950')).toBe('1,950')
    expect(frenchNumber('75.0')).toBe('75,0')
    expect(frenchNumber('13')).toBe('13')
  })

  it('lose the zeros before the figure and show a real minus', () => {
    expect(frenchNumber('007.5')).toBe('7,5')
    expect(frenchNumber('-0.50')).toBe('−0,50')
    expect(frenchNumber('+3')).toBe('3')
    expect(frenchNumber('0')).toBe('0')
  })

  it('group thousands from five digits on', () => {
    expect(frenchNumber('120000')).toBe('120\u202F000')
    expect(frenchNumber('1234567.5')).toBe('1\u202F234\u202F567,5')
    expect(frenchNumber('4500')).toBe('4500')
  })

  it('leave alone what is no plain number', () => {
    expect(frenchNumber('1/80')).toBe('1/80')
    expect(frenchNumber('3,5')).toBe('3,5')
    expect(frenchNumber(' 1e9 ')).toBe('1e9')
  })

  it('never change the digits of a number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 0, max: 4 }), (n, decimals) => {
        const text = (n / 10 ** decimals).toFixed(decimals)
        const back = frenchNumber(text).replaceAll('\u202F', '').replace(',', '.')
        expect(back).toBe(text)
        expect(decimalsOf(text)).toBe(decimals)
      }),
    )
  })
})

describe('Bounds of an interval', () => {
  it('lose the zeros that a machine added after the precision of the measure', () => {
    expect(boundText(q('63.000000'), q('75.0'))).toBe('63,0')
    expect(boundText(q('0.800000'), q('3.8'))).toBe('0,8')
    expect(boundText(q('36.000'), q('45'))).toBe('36')
  })

  it('keep decimals that say something', () => {
    expect(boundText(q('0.275'), q('1.9'))).toBe('0,275')
    expect(boundText(q('16.5'), q('13'))).toBe('16,5')
    expect(boundText(q('8'), q('10.02'))).toBe('8')
  })
})

describe('The distance between two figures', () => {
  it('has the decimals of the more precise one and no error of the machine', () => {
    expect(distanceText(q('1.12'), q('1.08'))).toBe('0,04')
    expect(distanceText(q('10.02'), q('8.5'))).toBe('1,52')
    expect(distanceText(q('8'), q('9'))).toBe('1')
  })
})
