import { describe, expect, test } from 'vitest'
import { durationInWords, spokenSeconds } from './session-words'

describe('The end of a session is announced in words', () => {
  test.each([
    [120, '2 minutes'],
    [100, '1 minute 40 secondes'],
    [61, '1 minute 1 seconde'],
    [60, '1 minute'],
    [9, '9 secondes'],
    [0, '0 seconde'],
  ])('%i seconds left is « %s »', (left, words) => {
    expect(durationInWords(left).replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(words)
  })

  test('the remaining time is said five times in two minutes, not every second', () => {
    const said = Array.from({ length: 120 }, (_, passed) => spokenSeconds(120 - passed, 120))
    expect([...new Set(said)]).toEqual([120, 90, 60, 30, 10])
  })

  test('a shorter warning starts with its own length', () => {
    expect(spokenSeconds(45, 45)).toBe(45)
    expect(spokenSeconds(30, 45)).toBe(30)
  })
})
