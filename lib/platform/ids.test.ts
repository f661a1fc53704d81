import { expect, test, vi } from 'vitest'
import { isId, newId } from './ids'

test('ids are unique, and sorted as they were made, even ten thousand in a moment', () => {
  const ids = Array.from({ length: 10_000 }, newId)
  expect(new Set(ids).size).toBe(ids.length)
  expect([...ids].sort()).toEqual(ids)
  expect(ids.every(isId)).toBe(true)
})

test('an id says when it was made', () => {
  vi.useFakeTimers({ now: new Date('2045-02-22T19:22:22Z') })
  const id = newId()
  vi.useRealTimers()
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse('2045-02-22T19:22:22Z'))
})

test('a clock set back repeats nothing, and keeps the order', () => {
  vi.useFakeTimers({ now: new Date('2050-01-01T00:00:00Z') })
  const before = newId()
  vi.setSystemTime(new Date('2049-12-31T23:00:00Z'))
  const after = newId()
  vi.useRealTimers()
  expect(after > before).toBe(true)
})

test('what is no id of ours is known: another version, capitals, anything else', () => {
  // RFC 9562, appendix A.6.
  expect(isId('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')).toBe(true)
  for (const other of [
    '017F22E2-79B0-7CC3-98C4-DC0C0C07398F',
    '919108f7-52d1-4320-9bac-f847db4148a8',
    '017f22e2-79b0-7cc3-78c4-dc0c0c07398f',
    '00000000-0000-0000-0000-000000000000',
    '017f22e2-79b0-7cc3-98c4-dc0c0c07398f\n',
    '',
  ])
    expect(isId(other)).toBe(false)
})
