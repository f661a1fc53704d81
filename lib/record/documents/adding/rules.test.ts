import { describe, expect, test } from 'vitest'
import { DOCUMENT_TYPES } from '@/lib/interop/terminology/documents'
import { categories, categoryOf, ownCategoryCodes } from '../categories'
import { titleOfFile } from './naming-rules'
import { categorySuggestedBy, dateOf, describeAdded, descriptionSchema, oidOf } from './rules'

const at = new Date('2026-11-21T10:00:00Z')

const described = (name: string, said: Record<string, string> = {}, firstLine: string | null = null) =>
  describeAdded(
    {
      id: '019a0000-0000-7000-8000-000000000001',
      name,
      mediaType: 'application/pdf',
      size: 1,
      sha256: new Uint8Array(32),
      firstLine,
      imaging: null,
      scanned: true,
    },
    descriptionSchema.parse(said),
    { at, author: 'Alix ESSAI', fallbackTitle: category => `(${category})` },
  )

describe('The categories to which a person adds', () => {
  test('are eleven: those that only others write are not offered', () => {
    expect(ownCategoryCodes).toHaveLength(11)
    for (const code of ['SYNTH_PML', 'REMB', 'QUEST_SANTE', 'CAR_VAC'] as const)
      expect(ownCategoryCodes).not.toContain(code)
    expect(described('a.pdf', { categorie: 'REMB' }).category).toBe('AUTR_DOC')
  })

  test.each(ownCategoryCodes)('%s has its national type, which leads back to it', code => {
    const type = DOCUMENT_TYPES.get(categories[code].own ?? '')
    expect(type).toBeDefined()
    expect(categoryOf(categories[code].own, type?.class ?? null)).toBe(code)
  })

  test.each([
    ['Ordonnance Dr Orme', 'ORD_SOIN'],
    ['analyses de mars', 'BIOLOGIE'],
    ['Résultats labo', 'BIOLOGIE'],
    ['IRM du genou', 'RADIO_SC'],
    ['Attestation mutuelle', 'DOC_ADM'],
    ['Biographie', null],
    ['Vacances', null],
  ])('« %s » suggests %s', (words, category) => {
    expect(categorySuggestedBy(words)).toBe(category)
  })
})

describe('The title', () => {
  test.each([
    ['2025-01-10-attestation-mutuelle.pdf', 'Attestation mutuelle'],
    ['Compte_rendu (2).pdf', 'Compte rendu'],
    ['IMG_20260101_123456.jpg', null],
    ['image.png', null],
    ['scan0001.pdf', null],
    ['DSC_1234.JPG', null],
    ['3f2504e0-4f89-11d3-9a0c-0305e82c3301.pdf', null],
  ])('of « %s » is %s', (name, title) => {
    expect(titleOfFile(name)).toBe(title)
  })

  test('is what was typed, else the name, else the first line, else the kind of document', () => {
    expect(described('lettre.pdf', { titre: ' Le mien ' }).title).toBe('Le mien')
    expect(described('lettre.pdf').title).toBe('Lettre')
    expect(described('IMG_1.txt', {}, 'Première ligne').title).toBe('Première ligne')
    expect(described('IMG_1.jpg', { categorie: 'ORD_SOIN' }).title).toBe('(ORD_SOIN)')
  })
})

describe('The date', () => {
  const dateSaid = (said: Record<string, string>) => {
    const parsed = descriptionSchema.safeParse(said)
    return parsed.success ? parsed.data.date : parsed.error.issues.map(issue => issue.path[0])
  }

  test.each([
    [{}, ''],
    [{ annee: '2019' }, '2019'],
    [{ annee: '2019', mois: '3' }, '2019-03'],
    [{ annee: '2019', mois: '3', jour: '9' }, '2019-03-09'],
    [{ annee: '2024', mois: '02', jour: '29' }, '2024-02-29'],
  ])('%o is %s', (said, iso) => {
    expect(dateSaid(said)).toBe(iso)
  })

  test.each([
    [{ annee: '2023', mois: '2', jour: '29' }],
    [{ annee: '19' }],
    [{ mois: '3' }],
    [{ annee: '2019', jour: '3' }],
    [{ annee: '2019', mois: '13' }],
  ])('%o is no date', said => {
    expect(Array.isArray(dateSaid(said))).toBe(true)
  })

  test('is kept no more precise than it was said', () => {
    expect(described('a.pdf', { annee: '2019' })).toMatchObject({ year: 2019, datePrecision: 'year' })
    expect(described('a.pdf', { annee: '2019', mois: '7' })).toMatchObject({ datePrecision: 'month' })
  })

  test('is that of the file’s name, or of today, when none is said', () => {
    expect(described('2021-05-04-lettre.pdf')).toMatchObject({ year: 2021, datePrecision: 'day' })
    expect(described('lettre.pdf')).toMatchObject({ year: 2026, datePrecision: 'day' })
    expect(described('2099-05-04-lettre.pdf').year).toBe(2026)
  })

  test('is not in the future', () => {
    expect(dateOf('2026-11-22', '', at)).toBeNull()
    expect(dateOf('2026-11-21', '', at)).not.toBeNull()
    expect(dateOf('2026', '', at)).not.toBeNull()
  })
})

test('what is added carries the national form of its identifier and says who added it', () => {
  const row = described('lettre.pdf')
  expect(row.uniqueId).toBe(oidOf(row.id))
  expect(row.uniqueId).toMatch(/^2\.25\.\d{30,39}$/)
  expect(row).toMatchObject({ source: 'citizen', authorName: 'Alix ESSAI' })
  expect(row.attribution.authors[0]?.role).toBe('patient')
})
