import { describe, expect, test } from 'vitest'
import { normalizeName, properName, sameBeyondKey, sameTraits, traitsKey } from './traits'

describe('Recognising a person by the strict traits', () => {
  test('accents, hyphens, apostrophes and ligatures do not part one person in two', () => {
    expect(normalizeName('Noël d’Orléans-Œuvrard')).toBe('NOEL D ORLEANS OEUVRARD')
    expect(traitsKey({ birthName: 'Ben  Amor', birthDate: '1985-07-14', sex: 'male' })).toBe(
      traitsKey({ birthName: 'BEN-AMOR', birthDate: '1985-07-14', sex: 'male' }),
    )
  })

  test('a source that gives the first given name alone still agrees', () => {
    expect(
      sameBeyondKey(
        { givenNames: ['Dominique'], birthPlace: '51215' },
        { givenNames: ['DOMINIQUE MARIE-LOUISE'], birthPlace: '51215' },
      ),
    ).toBe(true)
  })

  test('homonyms born the same day are told apart by their other given names or their birth place', () => {
    const claire = { givenNames: ['Marie', 'Claire'], birthPlace: '13055' }
    expect(sameBeyondKey(claire, { givenNames: ['Marie', 'Sophie'], birthPlace: '33063' })).toBe(false)
    expect(sameBeyondKey(claire, { givenNames: ['Marie', 'Claire'], birthPlace: '33063' })).toBe(false)
    expect(
      sameBeyondKey(
        { givenNames: ['Marie'], birthPlace: '13055' },
        { givenNames: ['Marianne'], birthPlace: '13055' },
      ),
    ).toBe(false)
  })

  test('someone born abroad has no commune with the identity provider', () => {
    const register = { givenNames: ['Ousmane'], birthPlace: '99341' }
    expect(sameBeyondKey(register, { givenNames: ['Ousmane'], birthPlace: '' })).toBe(true)
    expect(
      sameBeyondKey(
        { givenNames: ['Ousmane'], birthPlace: '69383' },
        { givenNames: ['Ousmane'], birthPlace: '' },
      ),
    ).toBe(false)
  })

  test('homonyms born in two countries are two people', () => {
    const inMali = { givenNames: ['FATOU'], birthPlace: '99335' }
    expect(sameBeyondKey(inMali, { givenNames: ['FATOU'], birthPlace: '99335' })).toBe(true)
    expect(sameBeyondKey(inMali, { givenNames: ['FATOU'], birthPlace: '99341' })).toBe(false)
  })

  test('no given name at all agrees with nobody', () => {
    expect(
      sameBeyondKey({ givenNames: [], birthPlace: '69383' }, { givenNames: ['Hugo'], birthPlace: '69383' }),
    ).toBe(false)
  })
})

test('a name in capitals is written as people write it', () => {
  expect(properName('Antoine SUREAU')).toBe('Antoine Sureau')
  expect(properName('DOMINIQUE PAT-TROIS')).toBe('Dominique Pat-Trois')
  expect(properName('Inès Aubépine')).toBe('Inès Aubépine')
})

describe('A received document and the person its matricule says', () => {
  const person = {
    birthName: 'PAT-TROIS',
    givenNames: ['DOMINIQUE'],
    sex: 'female',
    birthDate: '1979-03-28',
    birthPlace: '51215',
  } as const

  test('agree when name or date does, or when the document says nothing', () => {
    expect(sameTraits({ birthName: 'Pat Trois', birthDate: '1979-03-28' }, person)).toBe(true)
    expect(sameTraits({ birthName: 'DUPONT', birthDate: '1979-03-28' }, person)).toBe(true)
    expect(sameTraits({ birthName: 'PAT-TROIS', birthDate: '1979' }, person)).toBe(true)
    expect(sameTraits({ birthName: null, birthDate: null }, person)).toBe(true)
  })

  test('disagree when both are someone else’s', () => {
    expect(sameTraits({ birthName: 'DUPONT', birthDate: '1980-01-01' }, person)).toBe(false)
    expect(sameTraits({ birthName: 'DUPONT', birthDate: null }, person)).toBe(false)
  })
})
