import { expect, test } from 'vitest'
import { daysLeft, erasedAfter } from './rules'

const binned = new Date('2026-03-01T10:00:00.000Z')

test.each([
  ['2026-03-01T10:00:00.000Z', 30],
  ['2026-03-01T10:00:00.001Z', 30],
  ['2026-03-02T10:00:00.000Z', 29],
  ['2026-03-31T09:59:59.999Z', 1],
  ['2026-03-31T10:00:00.000Z', 0],
  ['2027-01-01T00:00:00.000Z', 0],
])('what was deleted on 1 March at 10:00 can, on %s, be put back for %i more days', (now, left) => {
  expect(daysLeft(binned, new Date(now))).toBe(left)
})

test('thirty days after, to the instant, it is destroyed', () => {
  expect(erasedAfter(binned)).toEqual(new Date('2026-03-31T10:00:00.000Z'))
})
