import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guessFrom, proposalFor, withProposal } from '@/lib/record/documents/adding/guess-rules'

const now = new Date('2026-06-15T10:00:00Z')

describe('What the words of a document seem to say of it', () => {
  test.each([
    [
      'CENTRE D’IMAGERIE DES ORMES Patient né le 12/04/1985 COMPTE RENDU DE RADIOLOGIE Examen du 12 mars 2024 : genou gauche',
      { category: 'RADIO_SC', day: '2024-03-12', title: 'Compte rendu de radiologie' },
    ],
    [
      'Laboratoire Sureau. Date de naissance : 01.02.1990. Prélèvement du 05/01/2025 à 8 h',
      { category: 'BIOLOGIE', day: '2025-01-05', title: 'Analyses de laboratoire' },
    ],
    [
      'Dr Orme, Lyon, le 1er août 2023. ORDONNANCE Paracétamol 1 g',
      { category: 'ORD_SOIN', day: '2023-08-01', title: 'Ordonnance' },
    ],
    ['AVIS D’ARRÊT DE TRAVAIL', { category: 'CERT_MED', day: null, title: 'Arrêt de travail' }],
    [
      'Scanner thoracique. Comparé à la radiographie du 2 mai 2022',
      { category: 'RADIO_SC', day: '2022-05-02', title: 'Scanner' },
    ],
  ])('%s', (text, expected) => {
    expect(guessFrom(text, now)).toEqual(expected)
  })

  test.each([
    ['nothing, of nothing', ''],
    ['nothing, of a note', 'Penser à rappeler Paul.'],
    ['no day that does not exist', 'Rendez-vous le 31/02/2024'],
    ['no day to come', 'Prochain rendez-vous le 12 mars 2031'],
    ['no birth', 'Née le 12 avril 1985 à Lyon'],
  ])('%s', (_what, text) => {
    expect(guessFrom(text, now)).toBeNull()
  })

  test('never a day that does not exist or is to come, whatever the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('le ', ' mars ', '/', '31', '02', '2024', '2099', ' né le ', 'date : '),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
        const day = guessFrom(pieces.join(''), now)?.day
        if (!day) return
        expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day)
        expect(day <= '2026-06-15').toBe(true)
      }),
    )
  })
})

describe('What is proposed', () => {
  const guess = { category: 'RADIO_SC', day: '2024-03-12', title: 'Compte rendu de radiologie' } as const

  test('is what differs from what is said already', () => {
    expect(proposalFor(guess, { category: 'AUTR_DOC', title: 'Scan', day: '2024-03-12' })).toEqual({
      category: 'RADIO_SC',
      day: null,
      title: 'Compte rendu de radiologie',
    })
    expect(proposalFor(guess, { category: 'RADIO_SC', title: 'Genou', day: '2024-03-12' })).toBeNull()
    expect(proposalFor(null, { category: 'AUTR_DOC', title: '', day: null })).toBeNull()
    const titled = { category: 'AUTR_DOC', title: 'COMPTE RENDU DE RADIOLOGIE du genou', day: null }
    expect(proposalFor(guess, titled)?.title).toBeNull()
  })

  test('fills the fields of the form, and leaves the others', () => {
    const fields = {
      titre: 'Scan',
      categorie: 'AUTR_DOC',
      commentaire: 'mien',
      annee: '2026',
      mois: '6',
      jour: '15',
    }
    expect(withProposal(fields, guess)).toEqual({
      ...fields,
      titre: 'Compte rendu de radiologie',
      categorie: 'RADIO_SC',
      annee: '2024',
      mois: '3',
      jour: '12',
    })
    expect(withProposal(fields, { category: null, day: null, title: null })).toEqual(fields)
  })
})
