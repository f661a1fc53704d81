import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCda } from '@/lib/interop/cda/parse'
import type { ClinicalDocument } from '@/lib/interop/cda/schema'
import { loinc, nationalStructureOid, specialtyOid, visibilityOid } from './codes'
import type { CdaDraft, ImmunisationDraft, ProfessionalDraft, ResultDraft, SectionDraft } from './draft'
import { writeCda } from './write'

const doctor: ProfessionalDraft = {
  id: { root: '1.2.250.1.71.4.2.1', extension: '899000000098' },
  specialty: { code: 'G15_10/SM26', system: specialtyOid, display: 'Médecin généraliste' },
  organization: { id: { root: nationalStructureOid, extension: '1990000098' }, name: 'Cabinet de l’Orme' },
  by: { kind: 'person', family: 'ORME', given: 'Léo', prefix: 'M', suffix: 'DR' },
}

const base: CdaDraft = {
  templates: [{ root: '1.2.250.1.213.1.1.1.55', extension: '2024.01' }],
  id: { root: '1.2.250.1.999.8.1', extension: 'B' },
  code: loinc('11502-2', "CR d'examens biologiques"),
  title: 'Examens',
  effectiveTime: new Date('2026-03-02T09:05:00Z'),
  confidentiality: {
    level: 'R',
    flags: [{ code: 'MASQUE_PS', system: visibilityOid, display: 'Masqué aux professionnels de santé' }],
  },
  setId: { root: '1.2.250.1.999.8' },
  version: 2,
  replaces: { root: '1.2.250.1.999.8.1', extension: 'A' },
  patient: {
    ins: { matricule: '279035121518989', oid: '1.2.250.1.213.1.4.10' },
    birthName: 'D’ÉTÉ',
    usedName: 'USAGE',
    givenNames: 'Anne-Lise Zoé',
    firstGivenName: 'Anne-Lise',
    sex: 'F',
    birthDate: '1979-03-28',
    birthPlace: { code: '51215', name: 'DOMPREMY' },
  },
  authors: [{ kind: 'professional', professional: doctor, time: '2026-03-02' }],
  custodian: doctor.organization,
  legalAuthenticator: { professional: doctor, time: '2026-03-02' },
  participants: [{ typeCode: 'REF', professional: doctor, time: '2026-03-01' }],
  serviceEvents: [{ low: '2026-03-01', high: '2026-03-02', performer: doctor }],
  encounter: {
    low: '2026-03-01',
    facility: { code: 'SA25', system: '1.2.250.1.71.4.2.4', display: 'Laboratoire de biologie médicale' },
    placeName: 'Laboratoire',
  },
  body: { kind: 'structured', sections: [] },
}

function roundTrip(change: Partial<CdaDraft>): ClinicalDocument {
  const result = parseCda(writeCda({ ...base, ...change }))
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`)
  return result.data
}

const withSection = (section: Partial<SectionDraft>): ClinicalDocument =>
  roundTrip({ body: { kind: 'structured', sections: [{ title: 'Section', blocks: [], ...section }] } })

const biology = (results: readonly ResultDraft[]): ClinicalDocument =>
  withSection({ entries: [{ kind: 'biology', code: loinc('18719-5', 'Biochimie'), groups: [{ results }] }] })

/** Words that a reader may trim or join are not the subject here: one plain word, with French letters. */
const word = fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿ]{3,12}$/)
const decimal = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 999 }))
  .map(([whole, part]) => `${whole}.${String(part).padStart(3, '0')}`)

describe('what is written is what is read', () => {
  it('the header: identity, version, replacement, confidentiality, dates', () => {
    const read = roundTrip({})
    expect(read).toMatchObject({
      uniqueId: '1.2.250.1.999.8.1^B',
      setId: '1.2.250.1.999.8',
      version: 2,
      related: [{ type: 'replaces', uniqueId: '1.2.250.1.999.8.1^A' }],
      title: 'Examens',
      effectiveTime: { iso: '2026-03-02T10:05:00+01:00' },
      languageCode: 'fr-FR',
      custodian: { name: 'Cabinet de l’Orme' },
      encounter: { facilityType: { code: 'SA25' } },
    })
    expect(read.confidentiality.map(code => code.code)).toContain('R')
    expect(
      read.confidentiality.flatMap(code => [code.code, ...code.translations.map(one => one.code)]),
    ).toContain('MASQUE_PS')
  })

  it('the patient: matricule and traits of birth and of use', () => {
    expect(roundTrip({}).patient).toMatchObject({
      ins: { matricule: '279035121518989', oid: '1.2.250.1.213.1.4.10' },
      birthName: 'D’ÉTÉ',
      usedName: 'USAGE',
      givenNames: 'Anne-Lise Zoé',
      birthGivenName: 'Anne-Lise',
      usedGivenName: 'Anne-Lise',
      sex: 'F',
      birthTime: { iso: '1979-03-28' },
      birthPlaceCode: '51215',
      birthCity: 'DOMPREMY',
    })
  })

  it('the author, or the patient as the author', () => {
    expect(roundTrip({}).authors[0]).toMatchObject({
      ids: [{ extension: '899000000098' }],
      name: { family: 'ORME', given: 'Léo' },
      specialty: { code: 'G15_10/SM26' },
      organization: { name: 'Cabinet de l’Orme' },
    })
    expect(roundTrip({ authors: [{ kind: 'patient', time: '2026-03-02' }] }).authors[0]).toMatchObject({
      ids: [{ root: '1.2.250.1.213.1.4.10', extension: '279035121518989' }],
      specialty: { code: 'EXP_PATIENT' },
    })
  })

  it('a number of the laboratory keeps its decimals, its unit, its interval and its earlier values', () => {
    fc.assert(
      fc.property(fc.tuple(decimal, decimal, decimal, decimal, word), ([value, low, high, before, label]) => {
        const [result] = biology([
          {
            label,
            code: loinc('2093-3', 'Cholestérol'),
            time: '2026-03-02',
            value: { kind: 'quantity', value, unit: 'g/L' },
            range: { low, high },
            interpretation: 'H',
            previous: [{ time: '2025-03-01', value: { kind: 'quantity', value: before, unit: 'g/L' } }],
          },
        ]).results
        expect(result).toMatchObject({
          label,
          code: { code: '2093-3' },
          value: { kind: 'quantity', text: value, unit: 'g/L', value: Number(value) },
          interpretations: [{ code: 'H' }],
          ranges: [{ low: { text: low }, high: { text: high } }],
          previous: [{ time: { iso: '2025-03-01' }, value: { kind: 'quantity', text: before } }],
        })
      }),
      { numRuns: 60 },
    )
  })

  it('a result in words, its method and its remark', () => {
    const [result] = biology([
      {
        label: 'Culture',
        code: loinc('630-4', 'Culture des urines'),
        time: '2026-03-02',
        value: { kind: 'text', text: 'Stérile' },
        range: { text: 'Stérile' },
        method: { label: 'Gélose' },
        comment: 'Prélèvement du matin',
      },
    ]).results
    expect(result).toMatchObject({
      value: { kind: 'text', text: 'Stérile' },
      method: { label: 'Gélose' },
      comments: ['Prélèvement du matin'],
    })
  })

  it('a vaccine keeps its name, day, lot, rank, vaccinator and remark', () => {
    const item: ImmunisationDraft = {
      id: { root: '1.2.250.1.999.7.1' },
      label: 'Vaccin d’essai',
      date: '2025-10-12',
      vaccine: { name: 'Vaccin d’essai' },
      lot: 'L-1',
      rank: 3,
      performer: doctor,
      comment: 'Bien toléré',
    }
    const read = withSection({ entries: [{ kind: 'immunisations', items: [item] }] })
    expect(read.immunizations).toMatchObject([
      {
        name: 'Vaccin d’essai',
        time: { iso: '2025-10-12' },
        lot: 'L-1',
        rank: 3,
        comments: ['Bien toléré'],
        notGiven: false,
      },
    ])
    expect(read.immunizations[0]?.performer?.name?.family).toBe('ORME')
  })

  it('files and pictures come back byte for byte', () => {
    const bytes = Uint8Array.from({ length: 300 }, (_, index) => (index * 7) % 256)
    const file = roundTrip({ body: { kind: 'unstructured', mediaType: 'application/pdf', bytes } })
    expect(file.body).toMatchObject({ kind: 'file', declaredMediaType: 'application/pdf' })
    expect(file.body.kind === 'file' && [...file.body.bytes]).toEqual([...bytes])
    const picture = withSection({
      blocks: [{ kind: 'image', id: 'photo', mediaType: 'image/png', bytes, caption: 'Vue' }],
    })
    expect(picture.parts).toMatchObject([{ id: 'photo', declaredMediaType: 'image/png' }])
    expect([...(picture.parts[0]?.bytes ?? [])]).toEqual([...bytes])
  })

  it('a list, a table and a footnote are read as such', () => {
    const read = withSection({
      blocks: [
        { kind: 'list', ordered: true, items: ['un', 'deux'] },
        { kind: 'table', caption: 'Légende', head: ['a', 'b'], rows: [['1', [{ text: '2', bold: true }]]] },
        { kind: 'paragraph', content: ['texte', { footnote: 'n1' }] },
        { kind: 'footnote', id: 'n1', content: 'la note' },
      ],
    })
    const narrative = read.body.kind === 'structured' ? (read.body.sections[0]?.narrative ?? []) : []
    expect(narrative.map(node => node.kind).filter(kind => kind !== 'text')).toEqual([
      'list',
      'table',
      'paragraph',
      'footnote',
    ])
  })
})
