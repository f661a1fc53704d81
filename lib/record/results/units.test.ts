import { describe, expect, it } from 'vitest'
import { unitInWords, withoutUnit } from './units'

describe('Units in words', () => {
  it('agree with the value, plural from two on', () => {
    expect(unitInWords('g/L', 1.12)).toBe('gramme par litre')
    expect(unitInWords('g/L', 1.99)).toBe('gramme par litre')
    expect(unitInWords('g/L', 2)).toBe('grammes par litre')
    expect(unitInWords('mo', 3)).toBe('mois')
  })

  it('say the units of blood counts, hormones and enzymes', () => {
    expect(unitInWords('10*9/L', 8.2)).toBe('milliards par litre')
    expect(unitInWords('10*12/L', 4.95)).toBe('milliers de milliards par litre')
    expect(unitInWords('m[IU]/L', 1.95)).toBe('milli-unité internationale par litre')
    expect(unitInWords('[IU]/L', 30)).toBe('unités internationales par litre')
    expect(unitInWords('mmol/L', 10.02)).toBe('millimoles par litre')
    expect(unitInWords('mm[Hg]', 120)).toBe('millimètres de mercure')
    expect(unitInWords('kg/m2', 24)).toBe('kilogrammes par mètre carré')
  })

  it('say a count per volume without a numerator', () => {
    expect(unitInWords('/uL', 5)).toBe('par microlitre')
    expect(unitInWords('/min', 70)).toBe('par minute')
  })

  it('read the many ways of writing a filtration rate as one', () => {
    const words = 'millilitres par minute pour 1,73 mètre carré de peau'
    expect(unitInWords('mL/min/{1.73_m2}', 90)).toBe(words)
    expect(unitInWords('mL/min/1.73.m2', 90)).toBe(words)
  })

  it('keep the letters of the laboratory when a part has no word', () => {
    expect(unitInWords('furlong/L', 3)).toBe('furlong/L')
    expect(unitInWords('g/furlong', 3)).toBe('g/furlong')
    expect(unitInWords('constructor', 3)).toBe('constructor')
  })

  it('keep what the laboratory notes about its unit', () => {
    expect(unitInWords('ug/L{FEU}', 300)).toBe('microgrammes par litre (FEU)')
  })

  it('say nothing when there is no unit', () => {
    for (const unit of [null, '', ' ', '1', '[pH]', '{ratio}']) expect(unitInWords(unit, 3)).toBe('')
  })

  it('keep the percent sign, that everyone reads', () => {
    expect(unitInWords('%', 45)).toBe('%')
  })
})

describe('The name of a measure', () => {
  it('does not repeat the unit written beside its value', () => {
    expect(withoutUnit('Hémoglobine (g/dL)', 'g/dL')).toBe('Hémoglobine')
    expect(withoutUnit('Hématies (10*12/L)', '10*12/L')).toBe('Hématies')
    expect(withoutUnit('Electrophorèse :', null)).toBe('Electrophorèse')
  })

  it('keeps any other words in brackets', () => {
    expect(withoutUnit('Thyréostimuline (TSH)', 'm[IU]/L')).toBe('Thyréostimuline (TSH)')
    expect(withoutUnit('Albumine (%)', 'g/L')).toBe('Albumine (%)')
    expect(withoutUnit('(g/L)', 'g/L')).toBe('(g/L)')
  })
})
