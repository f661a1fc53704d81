import { describe, expect, test } from 'vitest'
import {
  classLabel,
  classOfType,
  confidentialityCode,
  confidentialityLabel,
  DOCUMENT_CLASSES,
  DOCUMENT_TYPES,
  formatOfMedia,
  formatOfTemplates,
  typeLabel,
} from './documents'
import { interpretationOf } from './interpretations'
import {
  AUTHOR_SPECIALTIES,
  facilityLabel,
  practiceSettingLabel,
  professionLabel,
  professionOfSpecialty,
  specialtyLabel,
} from './people'
import { unitSymbol, unitWords } from './units'

describe('codes of documents', () => {
  test('every document type has a French label and a class that exists', () => {
    expect(DOCUMENT_TYPES.size).toBe(115)
    for (const [code, type] of DOCUMENT_TYPES) {
      expect(type.label, code).not.toBe('')
      expect(DOCUMENT_CLASSES.has(type.class ?? ''), code).toBe(true)
      expect(type.system, code).toMatch(/^(?:[\d.]+|ASTM)$/)
    }
  })

  test('a biology report is a report, an imaging report is imaging', () => {
    expect(typeLabel('11502-2')).toBe('CR d’examens biologiques')
    expect(classLabel(classOfType('11502-2') ?? '')).toBe('Compte rendu')
    expect(classLabel(classOfType('18748-4') ?? '')).toBe('Imagerie médicale')
  })

  test('both spellings of the secret of minors are one code', () => {
    expect(confidentialityCode('INVISIBLE_REP_LEGAUX')).toBe('INVISIBLE_REPRESENTANTS_LEGAUX')
    expect(confidentialityLabel('INVISIBLE_REP_LEGAUX')).toContain('représentants légaux')
  })

  test('the format comes from the French model first, or from the file inside', () => {
    expect(formatOfTemplates(['1.2.250.1.213.1.1.1.1', '1.2.250.1.213.1.1.1.55'])).toBe(
      'urn:ihe:lab:xd-lab:2008',
    )
    expect(formatOfTemplates(['1.2.3'])).toBeNull()
    expect(formatOfMedia('application/pdf')).toBe('urn:ihe:iti:xds-sd:pdf:2008')
  })

  test('an unknown code fails nowhere, not even one named like a property of objects', () => {
    for (const code of ['', 'inconnu', 'constructor', '__proto__', 'toString']) {
      expect([typeLabel(code), classLabel(code), classOfType(code), confidentialityLabel(code)]).toEqual([
        null,
        null,
        null,
        null,
      ])
      expect([
        specialtyLabel(code),
        facilityLabel(code),
        practiceSettingLabel(code),
        professionLabel(code),
      ]).toEqual([null, null, null, null])
      expect([interpretationOf(code), unitWords(code), formatOfMedia(code)]).toEqual([null, null, null])
    }
  })
})

describe('who and where', () => {
  test('the same number is two professions in two systems', () => {
    expect(professionLabel('51', '1.2.250.1.213.1.6.1.4')).toBe('Éducateur spécialisé')
    expect(professionLabel('51')).toBeNull()
    expect(professionLabel('60')).toBe('Infirmier')
  })

  test('a specialty names its profession', () => {
    expect(AUTHOR_SPECIALTIES.size).toBe(396)
    expect(specialtyLabel('G15_10/SM03')).toBe('Médecin - Biologie médicale (SM)')
    expect(professionOfSpecialty('G15_10/SM03')).toEqual({ code: '10', system: '1.2.250.1.71.1.2.7' })
    expect(professionOfSpecialty('G15_60')?.code).toBe('60')
    expect(professionOfSpecialty('EXP_PATIENT')).toBeNull()
  })
})

describe('units are said in French', () => {
  test.each([
    ['g/dL', 'g/dL', 'grammes par décilitre'],
    ['mmol/L', 'mmol/L', 'millimoles par litre'],
    ['m[IU]/L', 'mUI/L', 'milliunités internationales par litre'],
    ['[IU]/L', 'UI/L', 'unités internationales par litre'],
    ['10*9/L', '10⁹/L', 'milliards par litre'],
    ['/mL', '/mL', 'par millilitre'],
    ['ug/mL', 'µg/mL', 'microgrammes par millilitre'],
    ['fL', 'fL', 'femtolitres'],
    ['mm[Hg]', 'mmHg', 'millimètres de mercure'],
    ['kg/m2', 'kg/m²', 'kilogrammes par mètre carré'],
    ['/min', '/min', 'par minute'],
    ['%', '%', 'pour cent'],
    ['mL/min/1.73.m2', null, null],
    ['{score}', '', ''],
    ['{cells}/uL', 'cells/µL', 'cells par microlitre'],
  ])('%s', (code, symbol, words) => {
    expect(unitWords(code)).toEqual(symbol === null ? null : { symbol, words })
  })

  test('a unit nobody can say is shown as it came', () => {
    expect(unitSymbol('zorglub/L')).toBe('zorglub/L')
    expect(unitSymbol(null)).toBe('')
  })
})

test('an interpretation is a sentence and a level', () => {
  expect(interpretationOf('HH')).toEqual({ label: 'Très au-dessus des valeurs habituelles', level: 'alert' })
  expect(interpretationOf('S')?.level).toBe('information')
})
