import { describe, expect, test } from 'vitest'
import { categoryCodes, categoryOf } from '../categories'
import { searchable } from '../searching/search-text'
import { instantOf, nationalIdsOf, visibilityOf } from './rules'

describe('The date of a received document', () => {
  test.each([
    ['2024', 'year', '2024-01-01T11:00:00.000Z'],
    ['2024-07', 'month', '2024-07-01T10:00:00.000Z'],
    ['2024-07-14', 'day', '2024-07-14T10:00:00.000Z'],
    ['2024-11-10T13:10+01:00', 'minute', '2024-11-10T12:10:00.000Z'],
    ['2024-11-10T13:10', 'minute', '2024-11-10T12:10:00.000Z'],
    ['2024-07-10T08', 'minute', '2024-07-10T06:00:00.000Z'],
  ] as const)('« %s » is known to the %s', (iso, precision, instant) => {
    const found = instantOf({ iso, precision: 'day' })
    expect(found).toEqual({ at: new Date(instant), precision })
  })

  test('what is not a date is no date', () => {
    expect(instantOf({ iso: 'hier', precision: 'day' })).toBeNull()
    expect(instantOf(null)).toBeNull()
  })
})

describe('Where a received document goes', () => {
  test.each([
    ['11502-2', '10', 'BIOLOGIE'],
    ['11490-0', '10', 'CPT_REND'],
    ['57833-6', '42', 'ORD_SOIN'],
    ['18748-4', '31', 'RADIO_SC'],
    ['11369-6', '11', 'CAR_VAC'],
    ['CERT_DECL', '52', 'CERT_MED'],
    ['60591-5', '11', 'SYNTHESE'],
    ['REMB', '60', 'REMB'],
    ['75492-9', '10', 'DEPISTAG'],
    [null, null, 'AUTR_DOC'],
    ['inconnu', '77', 'AUTR_DOC'],
  ])('type %s of class %s goes to %s', (type, classCode, category) => {
    expect(categoryOf(type, classCode)).toBe(category)
  })

  test('there are fifteen categories, as in the official service', () => {
    expect(categoryCodes).toHaveLength(15)
  })
})

test('confidentiality codes become what each one closes', () => {
  expect(visibilityOf(['N', 'MASQUE_PS', 'INVISIBLE_REPRESENTANTS_LEGAUX'])).toEqual({
    confidentiality: ['N', 'MASQUE_PS', 'INVISIBLE_REPRESENTANTS_LEGAUX'],
    hiddenFromProfessionals: true,
    notYetAnnounced: false,
    hiddenFromGuardians: true,
  })
})

test.each([
  [['N'], ''],
  [['R', 'MASQUE_PS'], 'hiddenFromProfessionals'],
  [['V', 'INVISIBLE_PATIENT'], 'notYetAnnounced'],
  [['N', 'INVISIBLE_REPRESENTANTS_LEGAUX'], 'hiddenFromGuardians'],
  [
    ['V', 'MASQUE_PS', 'INVISIBLE_PATIENT', 'INVISIBLE_REPRESENTANTS_LEGAUX'],
    'hiddenFromProfessionals notYetAnnounced hiddenFromGuardians',
  ],
  [['masque', 'autre'], ''],
])('the codes %s, one to four at once, close it by: %s', (codes, flags) => {
  const { confidentiality, ...closed } = visibilityOf(codes)
  expect(confidentiality).toEqual(codes)
  const set = Object.entries(closed).filter(([, value]) => value)
  expect(set.map(([name]) => name).join(' ')).toBe(flags)
})

describe('Who is known by a national identifier', () => {
  const author = (id: string | null, idSystem: string | null) => ({
    id,
    idSystem,
    familyName: null,
    givenName: null,
    displayName: 'X',
    role: null,
    specialty: null,
    organization: null,
    kind: 'person' as const,
  })
  test('is each author with one, once; an identifier of any other authority is nobody’s here', () => {
    const authors = [
      author('899700000017', '1.2.250.1.71.4.2.1'),
      author('899700000017', '1.2.250.1.71.4.2.1'),
      author('899700000025', '1.2.3.4'),
      author(null, '1.2.250.1.71.4.2.1'),
      author('12', null),
    ]
    expect(nationalIdsOf({ authors })).toEqual(['899700000017'])
  })
})

test('search ignores accents, capitals, ligatures and punctuation', () => {
  expect(searchable('Cœur – Échographie', null, 'Dr Noël')).toBe('coeur echographie dr noel')
})
