import { describe, expect, test } from 'vitest'
import { laboratoryOf, loincOf, performerOf, sidesToTell } from './lab-rules'
import { coded, result } from './test-support'

const loinc = '2.16.840.1.113883.6.1'
const local = { ...coded('HB', 'Hémoglobine'), system: '1.2.3' }

describe('Which test a result is', () => {
  test('its LOINC code, or the LOINC translation of the laboratory’s own code', () => {
    expect(loincOf(result({ code: { ...coded('718-7'), system: loinc } }))).toBe('718-7')
    const translated = { ...local, translations: [{ code: '718-7', system: loinc, label: null }] }
    expect(loincOf(result({ code: translated }))).toBe('718-7')
  })

  test('no code of another system, and no guess', () => {
    expect(loincOf(result({ code: local }))).toBeNull()
    expect(loincOf(result({ code: { ...coded('718-7'), system: null } }))).toBeNull()
  })
})

describe('Who measured', () => {
  const organization = (name: string | null) => ({ ids: [], name, practiceSetting: null, city: null })
  const party = { ids: [], name: null, specialty: null, organization: null, device: null }

  test('the organisation that signs the report, or the one that keeps it', () => {
    const author = { ...party, time: null, role: null, organization: organization('Laboratoire du Lavoir') }
    expect(laboratoryOf({ authors: [author], custodian: organization('Autre') })).toBe(
      'Laboratoire du Lavoir',
    )
    expect(laboratoryOf({ authors: [], custodian: organization('Autre') })).toBe('Autre')
    expect(laboratoryOf({ authors: [], custodian: null })).toBeNull()
  })

  test('another laboratory, when the result says so itself', () => {
    expect(performerOf(result({ performer: { ...party, organization: organization('Confrère') } }))).toBe(
      'Confrère',
    )
    expect(performerOf(result())).toBeNull()
  })
})

describe('The part of an explanation that is told', () => {
  const both = { high: 'haut', low: 'bas', positive: null, negative: null }
  const found = { high: null, low: null, positive: 'oui', negative: 'non' }

  test('the side that applies, alone', () => {
    expect(sidesToTell('slightly_above', both)).toEqual(['high'])
    expect(sidesToTell('critical_below', both)).toEqual(['low'])
    expect(sidesToTell('positive', found)).toEqual(['positive'])
  })

  test('both when the value is usual, or when nothing says where it stands', () => {
    expect(sidesToTell('inside', both)).toEqual(['high', 'low'])
    expect(sidesToTell('unknown', both)).toEqual(['high', 'low'])
    expect(sidesToTell('unusual', found)).toEqual(['positive', 'negative'])
  })

  test('never the opposite of what was measured', () => {
    expect(sidesToTell('below', { ...both, low: null })).toEqual([])
  })

  test('a figure beside an explanation in words keeps the words', () => {
    expect(sidesToTell('above', found)).toEqual(['positive', 'negative'])
  })
})
