import { expect, test } from 'vitest'
import { altered } from './altering'
import { faultOf } from './faults'
import { models } from './models'

test('the same number alters a file in the same way, and another number in another', () => {
  const [model] = models()
  if (!model) throw new Error('no model')
  expect(altered(model.bytes, 7).equals(altered(model.bytes, 7))).toBe(true)
  const different = new Set(
    Array.from({ length: 50 }, (_, seed) => altered(model.bytes, seed).toString('base64')),
  )
  expect(different.size).toBeGreaterThan(45)
  expect(altered(new Uint8Array(), 3)).toBeInstanceOf(Buffer)
})

test('there is a model of each kind of file that people receive', () => {
  const kinds = new Set(models().map(({ name }) => name.split('.').at(-1)))
  expect([...kinds]).toEqual(expect.arrayContaining(['xml', 'pdf', 'zip', 'png']))
})

test('a crash, a silence, an exception, slowness and hunger are faults; a refusal is not', () => {
  const fine = { ms: 10, peakMb: 0, refused: true, error: null }
  expect(faultOf(fine, 20)).toBeNull()
  expect(faultOf('crash', 0)).toBe('crash')
  expect(faultOf('hang', 0)).toBe('hang')
  expect(faultOf({ ...fine, error: 'TypeError' }, 0)).toContain('TypeError')
  expect(faultOf({ ...fine, ms: 2500 }, 0)).toContain('slow')
  expect(faultOf(fine, 301)).toContain('memory')
})
