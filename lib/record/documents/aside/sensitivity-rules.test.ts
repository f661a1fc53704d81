import { describe, expect, test } from 'vitest'
import { DOCUMENT_TYPES } from '@/lib/interop/terminology/documents'
import {
  isSensitive,
  type Known,
  sensitiveGroups,
  sensitiveTests,
  sensitiveTypes,
  sensitivityReview,
} from '@/lib/record/documents/aside/sensitivity-rules'
import { explanationFor } from '@/lib/record/results/explanations/explanations'

const known = (change: Partial<Known> = {}): Known => ({
  typeCode: '11488-4',
  text: 'Consultation pour une entorse du genou, Dr Orme',
  tests: ['718-7'],
  readInside: true,
  ...change,
})

describe('What is held to be sensitive', () => {
  test('not a knee, nor a haemoglobin', () => {
    expect(isSensitive(known())).toBe(false)
  })

  test.each([
    ['a pathology report', { typeCode: '60568-3' }],
    ['a report of genetics', { typeCode: '51969-4' }],
    ['an HIV test', { tests: ['718-7', '56888-1'] }],
    ['a tumour marker', { tests: ['2857-1'] }],
    ['a pregnancy test', { tests: ['21198-7'] }],
    ['a word of the title, with its accents and capitals', { text: 'GÉNÉTIQUE moléculaire' }],
    ['a word in the plural, inside', { text: 'Recherche de métastases osseuses.' }],
    ['what nobody could read', { readInside: false }],
  ] as const)('%s', (_what, change) => {
    expect(isSensitive(known(change))).toBe(true)
  })

  test('a word inside another word is not that word', () => {
    expect(isSensitive(known({ text: 'Liste des spécialistes, mission, psaume' }))).toBe(false)
  })

  test('is made of national types that exist, and of every test explained as sensitive', () => {
    expect(sensitiveTypes.filter(code => !DOCUMENT_TYPES.has(code))).toEqual([])
    expect(sensitiveTests.length).toBeGreaterThan(80)
    expect(sensitiveTests.filter(code => explanationFor(code)?.sensitive === false)).toEqual([])
    expect(sensitiveGroups.length).toBeGreaterThan(3)
  })

  test('says whether a physician has read the list again', () => {
    expect(sensitivityReview.by === null).toBe(sensitivityReview.status === 'à relire par un médecin')
  })
})
