import { expect, test } from 'vitest'
import { documentFilterSchema, pinToggleSchema } from '@/lib/record/documents/schema'
import { hrefOf } from './list-address'

const filter = documentFilterSchema.parse({ q: 'genou', categorie: 'RADIO_SC', page: '3' })

test('changing a filter keeps the others and comes back to the first page', () => {
  expect(hrefOf(filter, { annee: 2024 })).toBe('/documents?q=genou&categorie=RADIO_SC&annee=2024')
})

test('a page keeps every filter', () => {
  expect(hrefOf(filter, { page: 2 })).toBe('/documents?q=genou&categorie=RADIO_SC&page=2')
})

test('no filter is the plain address', () => {
  expect(hrefOf(filter, { q: '', categorie: undefined })).toBe('/documents')
})

test('what cannot be understood in an address is no filter, never an error', () => {
  expect(documentFilterSchema.parse({ page: '-1', categorie: 'X', annee: 'hier', tri: '?' })).toMatchObject({
    page: 1,
    tri: 'recent',
    q: '',
  })
})

test('an order that was not chosen stays out of the address, and a search comes nearest first', () => {
  expect(filter.tri).toBe('pertinence')
  expect(hrefOf(filter, { q: '' })).toBe('/documents?categorie=RADIO_SC')
  const oldest = documentFilterSchema.parse({ q: 'genou', tri: 'ancien' })
  expect(hrefOf(oldest, {})).toBe('/documents?q=genou&tri=ancien')
  expect(documentFilterSchema.parse({ tri: 'pertinence' }).tri).toBe('recent')
})

test('a pin put on without script comes back to the list as it was, and to nowhere else', () => {
  const back = (retour: string) => pinToggleSchema.parse({ epingler: 'x', retour }).retour
  const searched = documentFilterSchema.parse({ q: 'l’été (1) & co', auteur: 'Dr Été', page: '2' })
  const here = hrefOf(searched, { page: 2 })
  expect(back(here)).toBe(here)
  for (const elsewhere of [
    'https://ailleurs.example',
    '//ailleurs.example',
    '/accueil',
    '/documents/../x',
    '/documents?a\n',
  ])
    expect(back(elsewhere)).toBe('/documents')
})
