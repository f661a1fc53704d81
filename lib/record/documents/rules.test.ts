import { describe, expect, test } from 'vitest'
import { facetsOf, matchingOf, readableTitle, specialtyInWords } from './rules'
import { documentFilterSchema } from './schema'

describe('Words of a document for a person', () => {
  test('a title in capitals is calmed, another is left as its author wrote it', () => {
    expect(readableTitle('SYNTHESE MEDICALE')).toBe('Synthese medicale')
    expect(readableTitle('CR d’imagerie – IRM')).toBe('CR d’imagerie – IRM')
    expect(readableTitle('IRM')).toBe('IRM')
  })

  test('a specialty is said without the codes of the directory', () => {
    expect(specialtyInWords('Médecin - Gynécologie-obstétrique (SM)')).toBe('gynécologie-obstétrique')
    expect(specialtyInWords('Médecin - Qualifié en Médecine Générale (SM)')).toBe('médecine générale')
    expect(specialtyInWords('Pharmacien')).toBe('pharmacien')
  })
})

const groups = [
  { category: 'BIOLOGIE', authorName: 'B', year: 2025, folderId: null, count: 2, newCount: 1 },
  {
    category: 'BIOLOGIE',
    authorName: 'A',
    year: 2026,
    folderId: '01900000-0000-7000-8000-000000000001',
    count: 1,
    newCount: 1,
  },
  { category: 'RADIO_SC', authorName: 'A', year: 2025, folderId: null, count: 4, newCount: 0 },
]

test('what the filters offer adds up to what there is', () => {
  const facets = facetsOf(groups)
  expect(facets.total).toBe(7)
  expect(facets.categories).toEqual([
    { code: 'RADIO_SC', count: 4 },
    { code: 'BIOLOGIE', count: 3 },
  ])
  expect(facets.authors.map(({ name }) => name)).toEqual(['A', 'B'])
  expect(facets.years[0]).toEqual({ year: 2026, count: 1 })
})

test('how many match the filters is known from the groups', () => {
  const matching = (filter: object) => matchingOf(groups, documentFilterSchema.parse(filter))
  expect(matching({})).toBe(7)
  expect(matching({ categorie: 'BIOLOGIE' })).toBe(3)
  expect(matching({ auteur: 'A', annee: 2025 })).toBe(4)
  expect(matching({ categorie: 'BIOLOGIE', nouveaux: 'oui' })).toBe(2)
  expect(matching({ dossier: '01900000-0000-7000-8000-000000000001' })).toBe(1)
  expect(matching({ dossier: '01900000-0000-7000-8000-000000000002' })).toBe(0)
  expect(matching({ annee: 1999 })).toBe(0)
  expect(matching({ q: ' !' })).toBe(7)
})
