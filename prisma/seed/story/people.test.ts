import { describe, expect, it } from 'vitest'
import { demonstrationPeople, insTestOid } from './people'

/** 97 minus the remainder by 97 of the first thirteen; Corsica counts as 19 and 18. */
function insKey(first13: string): string {
  const number = first13.replace('2A', '19').replace('2B', '18')
  return String(97 - Number(BigInt(number) % 97n)).padStart(2, '0')
}

describe('the people of the demonstration', () => {
  it('the key of a matricule is computed as the register does, Corsica included', () => {
    expect(insKey('2790351215189')).toBe('89')
    expect(insKey('284052A321025')).toBe('52')
    expect(insKey('284052B321025')).toBe('79')
  })

  it('everyone has a matricule with a right key, except Ruth whose published one is wrong', () => {
    const wrong = demonstrationPeople.filter(
      person => insKey(person.matricule.slice(0, 13)) !== person.matricule.slice(13),
    )
    expect(wrong.map(person => person.key)).toEqual(['ruth'])
  })

  it('every matricule is a test one, unique, and says the sex, the year and the place of birth', () => {
    expect(new Set(demonstrationPeople.map(person => person.matricule)).size).toBe(demonstrationPeople.length)
    for (const person of demonstrationPeople) {
      expect(person.oid).toBe(insTestOid)
      expect(person.matricule).toMatch(/^\d{15}$/)
      expect(person.matricule[0]).toBe(person.sex === 'M' ? '1' : '2')
      if (person.key === 'ruth') continue
      expect(person.matricule.slice(1, 3)).toBe(person.birthDate.slice(2, 4))
      expect(person.matricule.slice(5, 10)).toBe(person.birthPlace)
    }
  })

  it('the month of the matricule is the month of birth, or a fictive one when the certificate gives none', () => {
    for (const person of demonstrationPeople) {
      const month = person.matricule.slice(3, 5)
      expect(month).toBe(person.civilBirthDate ? '20' : person.birthDate.slice(5, 7))
    }
  })

  it('the first given name of the certificate is the first of the list', () => {
    for (const person of demonstrationPeople)
      expect(person.givenNames.split(' ')[0]).toBe(person.firstGivenName)
  })
})
