import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LabValue } from '@/lib/interop/cda/schema-results'
import { bucketOf, chosenRange, isOutside, standingOf } from './rules'
import { coded, measured, quantity, range, result } from './test-support'

const position = (more: Parameters<typeof result>[0]) => standingOf(result(more)).position

describe('Where a figure stands against the interval of its report', () => {
  const ranges = [range('0.70', '1.10')]

  it('is inside between the bounds, and on them', () => {
    for (const text of ['0.70', '0.90', '1.10'])
      expect(position({ value: measured(text), ranges })).toBe('inside')
  })

  it('is a little out up to a quarter of the interval, plainly out beyond', () => {
    expect(position({ value: measured('1.12'), ranges })).toBe('slightly_above')
    expect(position({ value: measured('1.60'), ranges })).toBe('above')
    expect(position({ value: measured('0.65'), ranges })).toBe('slightly_below')
    expect(position({ value: measured('0.40'), ranges })).toBe('below')
  })

  it('uses the only bound there is', () => {
    expect(position({ value: measured('1.42'), ranges: [range(null, '1.60')] })).toBe('inside')
    expect(position({ value: measured('1.70'), ranges: [range(null, '1.60')] })).toBe('slightly_above')
    expect(position({ value: measured('50'), ranges: [range('60', null)] })).toBe('slightly_below')
  })

  it('says nothing without an interval nor a word of the laboratory', () => {
    expect(position({ value: measured('1.12'), ranges: [] })).toBe('unknown')
  })

  it('says nothing with bounds that are equal or crossed', () => {
    expect(position({ value: measured('0'), ranges: [range('0.5', '0.5')] })).toBe('unknown')
    expect(position({ value: measured('3'), ranges: [range('5', '2')] })).toBe('unknown')
  })

  it('is never both inside and outside, whatever the figures', () => {
    const figure = fc.integer({ min: 0, max: 10_000 }).map(n => n / 100)
    fc.assert(
      fc.property(figure, figure, figure, (value, a, b) => {
        fc.pre(a !== b)
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        const found = position({ value: measured(`${value}`), ranges: [range(`${low}`, `${high}`)] })
        expect(isOutside(found)).toBe(value < low || value > high)
        expect(found.endsWith('above')).toBe(value > high)
      }),
    )
  })
})

describe('A figure given as a limit', () => {
  const limit = (
    comparator: '<' | '<=' | '>' | '>=',
    text: string,
    bounds: readonly [string | null, string | null],
  ) => position({ value: measured(text, { comparator }), ranges: [range(...bounds)] })

  it('is inside when all it may be is inside', () => {
    expect(limit('<', '0.5', [null, '1'])).toBe('inside')
    expect(limit('<', '0.5', ['0', '1'])).toBe('inside')
    expect(limit('>', '90', ['60', null])).toBe('inside')
  })

  it('is outside when all it may be is outside', () => {
    expect(limit('<', '10', ['10', '20'])).toBe('below')
    expect(limit('>', '20', ['10', '20'])).toBe('above')
    expect(limit('>', '1000', [null, '40'])).toBe('above')
  })

  it('is not judged when it may be either', () => {
    expect(limit('<', '15', ['10', '20'])).toBe('unknown')
    expect(limit('<=', '10', ['10', '20'])).toBe('unknown')
    expect(limit('>=', '20', ['10', '20'])).toBe('unknown')
    expect(limit('<', '5', [null, '1'])).toBe('unknown')
  })
})

describe('The word of the laboratory', () => {
  it('counts when there is no interval', () => {
    expect(position({ interpretations: [coded('H')] })).toBe('above')
    expect(position({ interpretations: [coded('L')] })).toBe('below')
    expect(position({ interpretations: [coded('N')] })).toBe('inside')
    expect(position({ interpretations: [coded('A')] })).toBe('unusual')
  })

  it('is made more precise by the figures, never louder', () => {
    const ranges = [range('0.70', '1.10')]
    expect(position({ value: measured('1.12'), interpretations: [coded('H')], ranges })).toBe(
      'slightly_above',
    )
    expect(position({ value: measured('9'), interpretations: [coded('H')], ranges })).toBe('above')
    expect(position({ value: measured('0.65'), interpretations: [coded('A')], ranges })).toBe(
      'slightly_below',
    )
  })

  it('alone may call a value critical, whatever the figures say', () => {
    const ranges = [range('3.5', '5.1')]
    expect(position({ value: measured('5.2'), interpretations: [coded('HH')], ranges })).toBe(
      'critical_above',
    )
    expect(position({ value: measured('4'), interpretations: [coded('LL')], ranges })).toBe('critical_below')
    expect(position({ value: measured('40'), interpretations: [], ranges })).toBe('above')
    expect(position({ interpretations: [coded('H'), coded('HH')] })).toBe('critical_above')
  })

  it('is kept with a warning when its own figures contradict it, the more careful of the two first', () => {
    const ranges = [range('0.70', '1.10')]
    const calm = standingOf(result({ value: measured('1.40'), interpretations: [coded('N')], ranges }))
    expect(calm).toEqual({ position: 'above', disagrees: true })
    const loud = standingOf(result({ value: measured('1.00'), interpretations: [coded('H')], ranges }))
    expect(loud).toEqual({ position: 'above', disagrees: true })
    const opposite = standingOf(result({ value: measured('0.10'), interpretations: [coded('H')], ranges }))
    expect(opposite.disagrees).toBe(true)
  })

  it('is ignored when it is a code nobody knows', () => {
    expect(position({ interpretations: [coded('TOTO')] })).toBe('unknown')
    expect(position({ interpretations: [coded('constructor')] })).toBe('unknown')
  })
})

describe('Results that are no figures', () => {
  const text = (label: string): LabValue => ({ kind: 'text', text: label })

  it('are positive or negative by their code or by their only word', () => {
    expect(position({ value: text('voir commentaire'), interpretations: [coded('POS')] })).toBe('positive')
    expect(position({ value: text('Négatif') })).toBe('negative')
    expect(position({ value: { kind: 'coded', concept: coded('x'), label: 'absence' } })).toBe('negative')
    expect(position({ value: text('paille') })).toBe('unknown')
    expect(position({ value: text('négatif à confirmer') })).toBe('unknown')
  })

  it('that are positive are not called out of the usual', () => {
    expect(bucketOf('positive')).toBe('other')
    expect(bucketOf('negative')).toBe('other')
  })

  it('of an antibiogram keep their three words', () => {
    expect(position({ interpretations: [coded('S')] })).toBe('susceptible')
    expect(position({ interpretations: [coded('I')] })).toBe('intermediate')
    expect(position({ interpretations: [coded('R')] })).toBe('resistant')
  })
})

describe('The interval that is chosen', () => {
  it('is the one in the unit of the figure', () => {
    const inMoles = range(null, null, { low: quantity('3.9', 'mmol/L'), high: quantity('6.1', 'mmol/L') })
    const chosen = chosenRange(measured('1.12'), [inMoles, range('0.70', '1.10')])
    expect(chosen).toMatchObject({ kind: 'interval', range: { low: { text: '0.70' } } })
  })

  it('is compared with the translated figure when it is in another unit', () => {
    const inMoles = range(null, null, { low: quantity('3.9', 'mmol/L'), high: quantity('6.1', 'mmol/L') })
    const value = measured('1.12', { alternatives: [quantity('6.22', 'mmol/L')] })
    expect(chosenRange(value, [inMoles])).toMatchObject({ kind: 'interval', measured: { text: '6.22' } })
    expect(position({ value, ranges: [inMoles] })).toBe('slightly_above')
  })

  it('is none when no figure is in its unit', () => {
    const inMoles = range(null, null, { low: quantity('3.9', 'mmol/L') })
    expect(chosenRange(measured('1.12'), [inMoles])).toEqual({ kind: 'none' })
  })

  it('is not guessed among several that depend on the person', () => {
    const ranges = [
      range('12', '16', { conditions: ['femme'] }),
      range('13', '18', { conditions: ['homme'] }),
    ]
    expect(chosenRange(measured('12.5'), ranges).kind).toBe('several')
    expect(position({ value: measured('12.5'), ranges })).toBe('unknown')
  })

  it('leaves out the intervals of what is not usual', () => {
    const ranges = [range('0.70', '1.10'), range('1.11', '1.25', { interpretation: coded('H') })]
    expect(chosenRange(measured('1.12'), ranges)).toMatchObject({
      kind: 'interval',
      range: { high: { text: '1.10' } },
    })
  })

  it('may be words only', () => {
    expect(chosenRange(measured('3'), [range(null, null, { text: ' < 5 (non fumeur) ' })])).toEqual({
      kind: 'words',
      text: '< 5 (non fumeur)',
    })
  })
})
