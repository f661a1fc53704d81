import { describe, expect, test } from 'vitest'
import {
  birthDateInWords,
  dateInWords,
  dateWithinYear,
  momentInWords,
  nearDayInWords,
  weekdayInWords,
} from './dates'

const now = new Date('2026-11-21T20:00:00Z')

describe('Dates as people say them', () => {
  test.each([
    ['2026-11-21T08:12:00Z', 'aujourd’hui à 09:12'],
    ['2026-11-20T23:30:00Z', 'aujourd’hui à 00:30'],
    ['2026-11-20T12:00:00Z', 'hier à 13:00'],
    ['2026-03-12T07:00:00Z', '12 mars à 08:00'],
    ['2024-12-01T07:00:00Z', '1ᵉʳ décembre 2024 à 08:00'],
  ])('%s is « %s », in the time of Paris', (instant, words) => {
    expect(momentInWords(new Date(instant), now)).toBe(words)
  })

  test('the day changes at midnight in Paris, summer and winter', () => {
    expect(nearDayInWords(new Date('2026-07-01T21:59:00Z'), new Date('2026-07-01T22:01:00Z'))).toBe('hier')
    expect(nearDayInWords(new Date('2026-12-01T22:59:00Z'), new Date('2026-12-01T23:01:00Z'))).toBe('hier')
  })

  test('a date is never more precise than its source', () => {
    const at = new Date('2019-03-01T11:00:00Z')
    expect(dateInWords(at, 'year')).toBe('2019')
    expect(dateInWords(at, 'month')).toBe('mars 2019')
    expect(dateInWords(at, 'day')).toBe('1ᵉʳ mars 2019')
    expect(dateInWords(at, 'minute')).toBe('1ᵉʳ mars 2019 à 12:00')
    expect(dateWithinYear(at, 'month')).toBe('mars')
    expect(dateWithinYear(at, 'year')).toBe('')
  })

  test('the eleventh and the twenty-first are not « premier »', () => {
    expect(weekdayInWords(new Date('2026-11-21T12:00:00Z'))).toBe('samedi 21 novembre 2026')
    expect(weekdayInWords(new Date('2026-11-11T12:00:00Z'))).toBe('mercredi 11 novembre 2026')
  })

  test('a presumed birth keeps what is known', () => {
    expect(birthDateInWords('1962-00-00')).toBe('1962')
    expect(birthDateInWords('1962-05-00')).toBe('mai 1962')
    expect(birthDateInWords('1986-05-14')).toBe('14 mai 1986')
  })
})
