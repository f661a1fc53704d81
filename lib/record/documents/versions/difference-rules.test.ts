import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differences } from '@/lib/record/documents/versions/difference-rules'

const options = { most: 1_000, keyOf: (item: string) => item }
const letters = (text: string) => [...text]

const told = (before: string, after: string) =>
  (differences(letters(before), letters(after), options) ?? [])
    .map(step =>
      step.kind === 'same' ? step.before : step.kind === 'added' ? `+${step.after}` : `-${step.before}`,
    )
    .join('')

test('the same list twice has nothing changed', () => {
  expect(told('abc', 'abc')).toBe('abc')
  expect(told('', '')).toBe('')
})

test('what was added and what was removed are told where they are', () => {
  expect(told('abc', 'abxc')).toBe('ab+xc')
  expect(told('abc', 'ac')).toBe('a-bc')
  expect(told('', 'ab')).toBe('+a+b')
  expect(told('ab', '')).toBe('-a-b')
  expect(told('abc', 'axc')).toBe('a-b+xc')
})

test('the example of the article is told in five changes, the fewest there are', () => {
  const steps = differences(letters('ABCABBA'), letters('CBABAC'), options) ?? []
  expect(steps.filter(({ kind }) => kind !== 'same')).toHaveLength(5)
})

test('of any two lists, the first and the second can be read back from what is told', () => {
  const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 })
  fc.assert(
    fc.property(list, list, (before, after) => {
      const steps = differences(before, after, options) ?? []
      expect(steps.flatMap(step => ('before' in step ? [step.before] : []))).toEqual(before)
      expect(steps.flatMap(step => ('after' in step ? [step.after] : []))).toEqual(after)
    }),
  )
})

test('lists with more changes than allowed are not compared', () => {
  expect(differences(letters('abcdef'), letters('uvwxyz'), { ...options, most: 5 })).toBeNull()
  expect(differences(letters('abcdef'), letters('abcdefg'), { ...options, most: 1 })).not.toBeNull()
})
