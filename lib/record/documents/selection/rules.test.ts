import { describe, expect, test } from 'vitest'
import { chosenAddressSchema, selectionAtMost, selectionSchema } from '@/lib/record/documents/selection/rules'

const ids = (count: number) => Array.from({ length: count }, (_, index) => `id-${index}`)
const faultOf = (choix: string) => {
  const parsed = selectionSchema.safeParse({ choix, faire: 'cacher' })
  return parsed.success ? 'ok' : parsed.error.issues[0]?.message
}

describe('What a form says of several documents', () => {
  test('is each of them once, with the folder meant for it alone when there is one', () => {
    const { choix } = selectionSchema.parse({ choix: 'a b:dossier a c:', faire: 'ranger' })
    expect(choix).toEqual([{ id: 'a' }, { id: 'b', folder: 'dossier' }, { id: 'c', folder: '' }])
  })

  test('is refused when there is none, or more than a page of the list', () => {
    expect(faultOf('')).toBe('none_chosen')
    expect(faultOf(ids(selectionAtMost).join(' '))).toBe('ok')
    expect(faultOf(ids(selectionAtMost + 1).join(' '))).toBe('too_many_chosen')
    expect(faultOf('x'.repeat(101))).not.toBe('ok')
    expect(selectionSchema.safeParse({ choix: 'a', faire: 'detruire' }).success).toBe(false)
  })
})

test('An address says one document or several; what it says badly is nobody’s document', () => {
  expect(chosenAddressSchema.parse({ choix: 'a', faire: 'ranger' })).toEqual({
    choix: ['a'],
    faire: 'ranger',
  })
  expect(chosenAddressSchema.parse({ choix: ['a', 'b', 'a', 'x'.repeat(101)] }).choix).toEqual(['a', 'b'])
  expect(chosenAddressSchema.parse({ faire: 'detruire' })).toEqual({ choix: [], faire: 'visibilite' })
})
