import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { authorizationParams, buildLogoutUrl, newLogoutState, parsePivotIdentity, verifyAcr } from './live'
import { claimsOf } from './simulator/claims'
import { type FictivePerson, fictivePeople } from './simulator/people'

const sub = `${'0f'.repeat(32)}v1`
const camille = { ...claimsOf(fictivePeople[0], 'la-lettre'), sub, acr: 'eidas2' }

function refusedFields(changes: Record<string, unknown>): readonly string[] {
  const identity = parsePivotIdentity({ ...camille, ...changes })
  return identity.ok ? [] : Object.keys(identity.error.fields ?? {})
}

describe('The level of a proven identity', () => {
  test.each([
    ['eidas1', 'eidas2', false],
    ['eidas2', 'eidas2', true],
    ['eidas3', 'eidas2', true],
    ['eidas2', 'eidas3', false],
    ['eidas3', 'eidas3', true],
  ] as const)('%s where %s is required: %s', (proven, required, accepted) => {
    expect(verifyAcr(proven, required)).toBe(accepted)
  })

  test.each([undefined, null, '', 'eidas', 'EIDAS2', 'eidas22', 2, ['eidas3'], { acr: 'eidas3' }])(
    'what is not a level proves nothing (%o)',
    value => {
      expect(verifyAcr(value)).toBe(false)
    },
  )

  test('the substantial level is required even when nobody says so', () => {
    expect(authorizationParams({}).acr_values).toBe('eidas2')
    expect(parsePivotIdentity({ ...camille, acr: 'eidas1' })).toEqual({
      ok: false,
      error: { code: 'acr_too_low', fields: { acr: 'too_low' } },
    })
  })
})

describe('Reading the pivot identity', () => {
  test.each(fictivePeople.map((person: FictivePerson) => [person.id, person] as const))(
    '%s is read without losing a trait',
    (_id, person) => {
      const identity = parsePivotIdentity({ ...claimsOf(person, 'la-lettre'), sub, acr: 'eidas3' })
      const { givenNames, birthName, usedName, sex, birthDate, birthPlace, birthCountry, email } = person
      expect(identity).toEqual({
        ok: true,
        data: {
          ...{ sub, givenNames, birthName, sex, birthDate, birthPlace, birthCountry },
          ...(usedName ? { usedName } : {}),
          ...(email ? { email } : {}),
          acr: 'eidas3',
          idp: 'la-lettre',
        },
      })
    },
  )

  test('given names come from the list, so that a given name of two words stays one', () => {
    const identity = parsePivotIdentity({
      ...camille,
      given_name: 'Anne Marie Lou',
      given_name_array: ['Anne Marie', 'Lou'],
    })
    expect(identity.ok && identity.data.givenNames).toEqual(['Anne Marie', 'Lou'])
  })

  test('without the list, given names are separated by spaces', () => {
    const identity = parsePivotIdentity({
      ...camille,
      given_name: 'Camille  Anne',
      given_name_array: undefined,
    })
    expect(identity.ok && identity.data.givenNames).toEqual(['Camille', 'Anne'])
  })

  test('a person born abroad may have no birth place at all', () => {
    const identity = parsePivotIdentity({ ...camille, birthplace: undefined, birthcountry: '99341' })
    expect(identity.ok && identity.data.birthPlace).toBe('')
  })

  test.each(['1962-00-00', '1962-05-00', '2000-02-29', '1931-12-31'])('%s is a possible birth date', date => {
    expect(refusedFields({ birthdate: date })).toEqual([])
  })

  test.each([
    '1962-00-05',
    '1900-02-29',
    '2001-04-31',
    '1990-13-01',
    '90-01-01',
    '1990-1-1',
    '1590-01-01',
    '',
  ])('« %s » is no birth date', date => {
    expect(refusedFields({ birthdate: date })).toEqual(['birthDate'])
  })

  test.each([
    ['sub', { sub: 'camille' }],
    ['sub', { sub: undefined }],
    ['birthName', { family_name: ' ' }],
    ['birthName', { family_name: 42 }],
    ['givenNames', { given_name: undefined, given_name_array: undefined }],
    ['given_name_array', { given_name_array: 'Camille' }],
    ['sex', { gender: 'unspecified' }],
    ['birthPlace', { birthplace: '6938' }],
    ['birthPlace', { birthplace: '' }],
    ['birthCountry', { birthcountry: 'FRA' }],
    ['email', { email: 'pas une adresse' }],
  ])('a wrong %s is named, never shown (%o)', (field, changes) => {
    expect(refusedFields(changes)).toEqual([field])
  })

  test('whatever arrives, reading it never throws', () => {
    const anything = fc.dictionary(fc.constantFrom(...Object.keys(camille)), fc.anything())
    fc.assert(
      fc.property(fc.oneof(fc.anything(), anything), claims => {
        expect(parsePivotIdentity(claims)).toHaveProperty('ok')
      }),
    )
  })
})

describe('Signing out', () => {
  test('the address carries the hint, the state and where to come back', () => {
    const state = newLogoutState()
    const url = new URL(
      buildLogoutUrl('https://fc.exemple.test/api/v2', {
        idTokenHint: 'a.b.c',
        state,
        postLogoutRedirectUri: 'https://service.exemple.test/deconnexion/retour',
      }),
    )
    expect(url.pathname).toBe('/api/v2/session/end')
    expect(Object.fromEntries(url.searchParams)).toEqual({
      id_token_hint: 'a.b.c',
      state,
      post_logout_redirect_uri: 'https://service.exemple.test/deconnexion/retour',
    })
  })

  test('a state is long enough for FranceConnect+ and never the same twice', () => {
    const states = Array.from({ length: 50 }, newLogoutState)
    expect(new Set(states).size).toBe(50)
    for (const state of states) expect(state).toMatch(/^[\w-]{43}$/)
  })

  test('a short state is a mistake of ours, found before FranceConnect+ finds it', () => {
    const logout = {
      idTokenHint: 'a.b.c',
      state: 'court',
      postLogoutRedirectUri: 'https://service.exemple.test/',
    }
    expect(() => buildLogoutUrl('https://fc.exemple.test/api/v2', logout)).toThrow('32 characters')
  })
})
