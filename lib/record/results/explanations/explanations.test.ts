import { readdirSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analytes } from '@/prisma/seed/story/analytes'
import {
  type Entry,
  explanationFor,
  families,
  inOtherUnit,
  isWellFormedLoinc,
  loincPage,
  sources,
} from './explanations'

const entries = families.flatMap(family => family.entries)
const codes = entries.flatMap(entry => entry.codes)

const textsOf = ({ name, measures, high, low, positive, negative, next }: Entry) =>
  [name, measures, high, low, positive, negative, next].filter(text => text !== null)

const sentencesOf = (entry: Entry) =>
  textsOf(entry).flatMap(text => text.split(/(?<=[.!?])\s+/).map(sentence => ({ id: entry.id, sentence })))

const repeated = (list: readonly string[]) => list.filter((one, index) => list.indexOf(one) !== index)

/** What is wrong, as `id: text`, so that a failure names the entry to correct. */
const faults = (wrong: RegExp) =>
  entries.flatMap(entry =>
    [...textsOf(entry), ...families.map(({ title }) => title)]
      .filter(text => wrong.test(text))
      .map(text => `${entry.id}: ${text}`),
  )

describe('The files', () => {
  test('explain at least one hundred and fifty tests', () => {
    expect(entries.length).toBeGreaterThanOrEqual(150)
  })

  test('are all loaded', () => {
    const written = readdirSync(import.meta.dirname)
      .filter(file => file.endsWith('.json') && file !== 'sources.json')
      .map(file => file.replace('.json', ''))
    expect(families.map(({ family }) => family).sort()).toEqual(written.sort())
  })

  test('say each code and each name once', () => {
    expect(repeated(codes)).toEqual([])
    expect(repeated(entries.map(({ id }) => id))).toEqual([])
    expect(repeated(entries.map(({ name }) => name))).toEqual([])
  })

  test('name sources that exist, and every source is used', () => {
    const cited = entries.flatMap(entry => [
      ...entry.sources,
      ...entry.conversions.map(({ source }) => source),
    ])
    expect(cited.filter(key => !sources.has(key))).toEqual([])
    expect([...sources.keys()].filter(key => key !== 'loinc' && !cited.includes(key))).toEqual([])
    expect(entries.filter(({ sources: own }) => repeated(own).length > 0)).toEqual([])
  })

  test('explain every test of the demonstration', () => {
    const silent = Object.values(analytes).filter(({ code }) => explanationFor(code) === undefined)
    expect(silent.map(({ label }) => label)).toEqual([])
  })

  test('are not called reviewed without a name and a date', () => {
    for (const { review } of families) {
      expect(review.by === null).toBe(review.status === 'à relire par un médecin')
    }
  })
})

describe('The words', () => {
  test('never tell a person what they have', () => {
    expect(
      faults(/vous (?:avez|souffrez|êtes|présentez|risquez)|atteinte? d|votre (?:maladie|cancer)/i),
    ).toEqual([])
    expect(faults(/diagnosti|pronostic|cancer|tumeur|leucémie|sida\b(?! Info)(?<!virus du sida)/i)).toEqual(
      [],
    )
    expect(faults(/signifie que|prouve|est le signe|c’est un diabète|mortel|incurable/i)).toEqual([])
  })

  test('follow French typography', () => {
    expect(faults(/'/)).toEqual([])
    expect(faults(/[^\u00A0\u202F][:;?!%»]/)).toEqual([])
    expect(faults(/«[^\u00A0\u202F]/)).toEqual([])
    expect(faults(/ {2}|\.\.|\s$| [.,]/)).toEqual([])
  })

  test('are whole sentences', () => {
    const open = entries.flatMap(entry =>
      textsOf(entry)
        .slice(1)
        .filter(text => !text.endsWith('.')),
    )
    expect(open).toEqual([])
    const small = entries.flatMap(sentencesOf).filter(({ sentence }) => /^[a-zà-ÿ]/.test(sentence))
    expect(small).toEqual([])
  })

  test('come in short sentences: at most twenty-five words', () => {
    const long = entries.flatMap(sentencesOf).filter(({ sentence }) => sentence.split(/\s+/).length > 25)
    expect(long).toEqual([])
    const counted = entries.flatMap(sentencesOf).map(({ sentence }) => sentence.split(/\s+/).length)
    expect(counted.reduce((sum, one) => sum + one, 0) / counted.length).toBeLessThan(13)
  })

  test('say what it measures in three sentences at most', () => {
    expect(entries.filter(({ measures }) => measures.split(/(?<=[.!?])\s+/).length > 3)).toEqual([])
  })
})

describe('What is sensitive', () => {
  const entryNamed = (code: string) => explanationFor(code)?.sensitive

  test.each([
    ['HIV', '56888-1'],
    ['hepatitis B', '5196-1'],
    ['hepatitis C', '16128-1'],
    ['syphilis', '22587-0'],
    ['chlamydia', '21613-5'],
    ['pregnancy', '21198-7'],
    ['PSA', '2857-1'],
    ['cannabis', '3426-4'],
    ['HLA-B27', '4821-5'],
  ])('%s is', (_, code) => {
    expect(entryNamed(code)).toBe(true)
  })

  test('haemoglobin is not', () => {
    expect(entryNamed('718-7')).toBe(false)
  })
})

describe('Finding an explanation', () => {
  test('every code finds its own', () => {
    for (const entry of entries) {
      for (const code of entry.codes) {
        expect(explanationFor(code)).toMatchObject({ id: entry.id, name: entry.name })
        expect(explanationFor(code)?.sources).toHaveLength(entry.sources.length)
      }
    }
  })

  test('an unknown code finds none', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.constantFrom('__proto__', 'constructor', 'toString', ''),
          fc.stringMatching(/^\d{1,5}-\d$/),
        ),
        code => {
          fc.pre(!codes.includes(code))
          expect(explanationFor(code)).toBeUndefined()
        },
      ),
    )
  })

  test('the check digit of LOINC is checked', () => {
    expect(codes.filter(code => !isWellFormedLoinc(code))).toEqual([])
    for (const wrong of ['718-8', '2345-0', '56888-2', '7187', '', '-7', 'LA18976-3']) {
      expect(isWellFormedLoinc(wrong)).toBe(false)
    }
    expect(loincPage('718-7')).toBe('https://loinc.org/718-7')
  })
})

describe('Conversions', () => {
  const SCALES: Readonly<Record<string, number>> = { '': 1, d: 0.1, m: 1e-3, u: 1e-6, n: 1e-9, p: 1e-12 }

  /** `mg/dL` → grams per litre: 0.01. */
  const perLitre = (unit: string, amount: 'g' | 'mol') => {
    const [, top = '?', bottom = '?'] = new RegExp(`^([munp]?)${amount}/([dm]?)L$`).exec(unit) ?? []
    return (SCALES[top] ?? Number.NaN) / (SCALES[bottom] ?? Number.NaN)
  }

  const all = entries.flatMap(({ id, conversions }) => conversions.map(one => ({ id, ...one })))
  const off = (found: number, expected: number) => Math.abs(found / expected - 1)

  test('by molar mass are what the molar mass says', () => {
    const molar = all.filter(({ molarMass }) => molarMass !== undefined)
    expect(molar.length).toBeGreaterThan(50)
    const wrong = molar.filter(({ from, to, factor, molarMass = Number.NaN }) => {
      const expected = perLitre(from, 'g') / molarMass / perLitre(to, 'mol')
      return !(off(factor, expected) < 1e-5)
    })
    expect(wrong).toEqual([])
  })

  test('without a molar mass are between units of one kind', () => {
    const metric = all.filter(({ molarMass }) => molarMass === undefined)
    const wrong = metric.filter(({ from, to, factor }) =>
      from === 'mm[Hg]'
        ? !(to === 'kPa' && off(factor, 133.322387415 / 1000) < 1e-5)
        : !(off(factor, perLitre(from, 'g') / perLitre(to, 'g')) < 1e-9),
    )
    expect(wrong).toEqual([])
  })

  test('go from one unit to one other', () => {
    for (const { conversions } of entries) {
      expect(repeated(conversions.map(({ from }) => from))).toEqual([])
      const targets = new Set(conversions.map(({ to }) => to))
      expect(conversions.filter(({ from }) => targets.has(from))).toEqual([])
    }
  })

  test('there and back, a result is itself', () => {
    for (const { conversions } of entries) {
      for (const { from } of conversions.slice(0, 1)) {
        fc.assert(
          fc.property(fc.integer({ min: 1000, max: 9999 }), thousandths => {
            const text = `${thousandths}000`
            const there = inOtherUnit({ conversions }, { value: Number(text), text, unit: from })
            const back = there && inOtherUnit({ conversions }, there)
            expect(back?.unit).toBe(from)
            expect(off(back?.value ?? Number.NaN, Number(text))).toBeLessThan(1e-5)
          }),
          { numRuns: 20 },
        )
      }
    }
  })

  test.each([
    { code: '1558-6', given: '1.10', unit: 'g/L', text: '6.11', other: 'mmol/L' },
    { code: '1558-6', given: '5.5', unit: 'mmol/L', text: '0.99', other: 'g/L' },
    { code: '14682-9', given: '84', unit: 'umol/L', text: '9.5', other: 'mg/L' },
    { code: '2093-3', given: '2.00', unit: 'g/L', text: '5.17', other: 'mmol/L' },
    { code: '718-7', given: '12.4', unit: 'g/dL', text: '124', other: 'g/L' },
    { code: '3084-1', given: '60', unit: 'mg/L', text: '357', other: 'umol/L' },
  ])('$code: $given $unit is $text $other', ({ code, given, unit, text, other }) => {
    const explanation = explanationFor(code)
    const found = explanation && inOtherUnit(explanation, { value: Number(given), text: given, unit })
    expect(found).toEqual({ value: Number(text), text, unit: other })
  })

  test('are not made up: triglycerides are many substances, HbA1c is no proportion', () => {
    for (const code of ['2571-8', '4548-4', '62292-8']) expect(explanationFor(code)?.conversions).toEqual([])
    const glucose = explanationFor('1558-6')
    expect(glucose && inOtherUnit(glucose, { value: 1, text: '1', unit: null })).toBeNull()
    expect(glucose && inOtherUnit(glucose, { value: 1, text: '1', unit: '%' })).toBeNull()
  })
})
