import { describe, expect, test } from 'vitest'
import { biology, cdaText, INS, levelOne, PDF, structured, utf8 } from './fixtures/documents'
import { parseCda } from './parse'
import type { ClinicalDocument } from './schema'

function read(bytes: Uint8Array): ClinicalDocument {
  const parsed = parseCda(bytes)
  if (!parsed.ok) throw new Error(`${parsed.error.code} ${parsed.error.detail}`)
  return parsed.data
}

const code = (bytes: Uint8Array) => {
  const parsed = parseCda(bytes)
  return parsed.ok ? 'accepted' : parsed.error.code
}

describe('the header of a French document is understood', () => {
  const document = read(biology())

  test('identifiers, version and what it replaces', () => {
    expect(document).toMatchObject({
      uniqueId: '1.2.250.1.999.1^BIO-42-2',
      setId: '1.2.250.1.999.1^BIO-42',
      version: 2,
      related: [{ type: 'replaces', uniqueId: '1.2.250.1.999.1^BIO-42-1', version: 1 }],
      title: 'Bilan de juin',
      effectiveTime: { iso: '2025-06-12T17:45:00+02:00', precision: 'second', zoned: true },
      languageCode: 'fr-FR',
      selfRendering: false,
    })
    expect(document.code?.code).toBe('11502-2')
    expect(document.confidentiality.map(c => c.code)).toEqual(['N'])
  })

  test('the traits of the INS are told apart from the names in use', () => {
    expect(document.patient).toMatchObject({
      ins: INS,
      birthName: 'TRÉMIÈRE',
      usedName: 'GUIMAUVE',
      birthGivenName: 'ROSE',
      givenNames: 'ROSE ALIX INÈS',
      usedGivenName: 'ALIX',
      sex: 'F',
      birthTime: { iso: '1985-04-12', precision: 'day' },
      birthPlaceCode: '75056',
      birthCity: 'PARIS',
    })
    expect(document.patient?.ids).toHaveLength(2)
  })

  test('people, devices and places', () => {
    const [person, device] = document.authors
    expect(person).toMatchObject({
      name: { full: 'Violette ANCOLIE', given: 'Violette', family: 'ANCOLIE', suffix: 'DR' },
      specialty: { code: 'G15_10/SM03' },
      organization: { name: 'Laboratoire des Glycines', city: 'NANTES' },
      role: { label: 'Biologiste responsable' },
      device: null,
    })
    expect(device).toMatchObject({ name: null, device: { software: 'Automate Y', manufacturer: 'Modèle X' } })
    expect(document.custodian?.name).toBe('Laboratoire des Glycines')
    expect(document.legalAuthenticator?.name?.full).toBe('Violette ANCOLIE')
    expect(document.recipients[0]?.name?.full).toBe('Paul LIERRE')
    expect(document.participants[0]).toMatchObject({ typeCode: 'INF', role: { code: 'PCP' } })
    expect(document.encounter).toMatchObject({
      facilityType: { code: 'SA25' },
      facilityName: 'Laboratoire des Glycines',
    })
    expect(document.serviceEvents[0]).toMatchObject({
      code: { code: '18719-5' },
      period: { start: { iso: '2025-06-12T07:30+02:00', precision: 'minute' } },
      performer: { organization: { practiceSetting: { code: 'AMBULATOIRE' } } },
    })
  })

  test('everything but bytes survives JSON', () => {
    expect(JSON.parse(JSON.stringify({ ...document, parts: [] }))).toEqual({ ...document, parts: [] })
  })
})

describe('results of biology are values, not text', () => {
  const { results } = read(biology())

  test('a number keeps its decimals, its unit, its range, its history and its words', () => {
    expect(results[0]).toMatchObject({
      category: 'laboratory',
      label: 'Glycémie à jeun',
      code: { code: '53049-3' },
      value: {
        kind: 'quantity',
        value: 1.3,
        text: '1.30',
        unit: 'g/L',
        comparator: null,
        alternatives: [{ value: 7.2, text: '7.2', unit: 'mmol/L' }],
      },
      interpretations: [{ code: 'H' }],
      ranges: [
        {
          low: { text: '0.70' },
          high: { text: '1.10' },
          interpretation: { code: 'N' },
          conditions: ['Adulte à jeun'],
        },
      ],
      method: { label: 'Hexokinase' },
      status: 'completed',
      time: { iso: '2025-06-12T11:00:00+02:00' },
      specimens: [
        {
          kind: { label: 'Sang' },
          collected: { iso: '2025-06-12T07:35+02:00' },
          received: { iso: '2025-06-12T08:10+02:00' },
        },
      ],
      performer: { organization: { name: 'Laboratoire spécialisé' } },
      validatedAt: { iso: '2025-06-12T17:00+02:00' },
      comments: ['À contrôler dans un mois'],
      previous: [{ time: { iso: '2025-01-10' }, value: { value: 1.02 } }],
    })
    expect(results[0]?.groups.map(group => group.label)).toEqual([
      'BIOCHIMIE',
      'Sang',
      'Biochimie',
      'Bilan glucidique',
    ])
    expect(results[0]?.groups.at(-1)?.comments).toEqual(['Glycémie à contrôler.'])
  })

  test('a result below what can be measured is a comparison, and its name is not its value', () => {
    expect(results[1]).toMatchObject({
      label: 'C Réactive protéine',
      value: { kind: 'quantity', comparator: '<', value: 0.5, unit: 'mg/L' },
      ranges: [{ low: null, high: null, text: 'inférieur à 5' }],
      time: null,
    })
  })

  test('an antibiogram knows its germ', () => {
    expect(results[2]).toMatchObject({
      label: 'Ampicilline',
      isolate: { label: 'Escherichia coli' },
      value: { comparator: '>=', value: 8 },
      interpretations: [{ code: 'R' }],
    })
    expect(results).toHaveLength(3)
  })

  test.each([
    ['<value xsi:type="INT" value="12"/>', { kind: 'quantity', value: 12, unit: null }],
    ['<value xsi:type="PQ" value="13,2" unit="g/dL"/>', { kind: 'quantity', value: 13.2, text: '13.2' }],
    [
      '<value xsi:type="IVL_PQ"><low value="1" unit="m"/><high value="2" unit="m"/></value>',
      { kind: 'interval' },
    ],
    ['<value xsi:type="RTO"><numerator value="1"/><denominator value="160"/></value>', { kind: 'ratio' }],
    ['<value xsi:type="CD" code="260385009" displayName="négatif"/>', { kind: 'coded', label: 'négatif' }],
    ['<value xsi:type="ST">absence</value>', { kind: 'text', text: 'absence' }],
    ['<value xsi:type="BL" value="true"/>', { kind: 'boolean', value: true }],
    ['<value xsi:type="TS" value="20250101"/>', { kind: 'time', time: { iso: '2025-01-01' } }],
    ['<value xsi:type="PQ" nullFlavor="NI"/>', { kind: 'absent', reason: 'NI' }],
    ['<value xsi:type="PQ" value="environ 3" unit="g/L"/>', { kind: 'text', text: 'environ 3 g/L' }],
    ['<value value="4.5" unit="g/L"/>', { kind: 'quantity', value: 4.5 }],
    ['<value xsi:type="PQ" value="1e400" unit="g/L"/>', { kind: 'text' }],
  ])('%s', (value, expected) => {
    const entry = `<entry><observation><templateId root="1.3.6.1.4.1.19376.1.3.1.6"/><code code="x" displayName="Examen"/>${value}</observation></entry>`
    expect(read(utf8(structured('', entry))).results[0]?.value).toMatchObject(expected)
  })
})

describe('vaccines and medicines', () => {
  const product = (name: string) =>
    `<consumable><manufacturedProduct><manufacturedMaterial><code code="1" displayName="${name}"/><name>${name}</name><lotNumberText>LOT7</lotNumberText></manufacturedMaterial></manufacturedProduct></consumable>`

  test('a vaccine has its date, lot, rank and who gave it', () => {
    const entry = `<entry><substanceAdministration moodCode="EVN" negationInd="false"><code code="IMMUNIZ"/><effectiveTime value="20240501"/><doseQuantity value="0.5" unit="mL"/>${product('Vaccin A')}<performer><assignedEntity><assignedPerson><name><family>LIERRE</family></name></assignedPerson></assignedEntity></performer><entryRelationship typeCode="SUBJ"><observation><code code="30973-2"/><value xsi:type="INT" value="2"/></observation></entryRelationship></substanceAdministration></entry>`
    expect(read(utf8(structured('', entry))).immunizations).toMatchObject([
      {
        name: 'Vaccin A',
        lot: 'LOT7',
        rank: 2,
        dose: '0,5 mL',
        time: { iso: '2024-05-01' },
        notGiven: false,
        performer: { name: { family: 'LIERRE' } },
      },
    ])
  })

  test('a medicine has its period and is prescribed or taken', () => {
    const entry = `<entry><substanceAdministration moodCode="INT"><effectiveTime><low value="20240501"/><high value="20240508"/></effectiveTime><doseQuantity><low value="1" unit="{comprimé}"/><high value="2" unit="{comprimé}"/></doseQuantity>${product('Médicament B')}</substanceAdministration></entry>`
    const document = read(utf8(structured('', entry)))
    expect(document.medications).toMatchObject([
      {
        name: 'Médicament B',
        mood: 'request',
        period: { end: { iso: '2024-05-08' } },
        dosage: ['1 à 2 comprimé'],
      },
    ])
    expect(document.immunizations).toEqual([])
  })
})

describe('files inside a document', () => {
  test('each one is found, named, and typed from its bytes', () => {
    expect(
      read(biology()).parts.map(({ id, mediaType, declaredMediaType, title }) => ({
        id,
        mediaType,
        declaredMediaType,
        title,
      })),
    ).toEqual([
      { id: 'courbe', mediaType: 'image/png', declaredMediaType: 'image/png', title: 'Sang' },
      {
        id: 'part-2',
        mediaType: 'application/pdf',
        declaredMediaType: 'text/plain',
        title: 'Copie du document',
      },
    ])
  })

  test('a document without structure gives its file', () => {
    expect(read(utf8(levelOne())).body).toEqual({
      kind: 'file',
      declaredMediaType: 'application/pdf',
      mediaType: 'application/pdf',
      bytes: PDF,
    })
  })

  test('a level 1 text may be plain', () => {
    const body =
      '<component><nonXMLBody><text mediaType="text/plain">Bonjour été</text></nonXMLBody></component>'
    expect(read(utf8(cdaText(body))).body).toMatchObject({
      kind: 'file',
      mediaType: 'text/plain',
      bytes: utf8('Bonjour été'),
    })
  })
})

describe('what is not a sound document is refused', () => {
  test.each([
    ['not_a_cda', '<html xmlns="http://www.w3.org/1999/xhtml"/>'],
    ['not_a_cda', '<ClinicalDocument/>'],
    ['not_a_cda', '<ClinicalDocument xmlns="urn:hl7-org:v3"/>'],
    [
      'xml_unsafe',
      '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><ClinicalDocument xmlns="urn:hl7-org:v3">&a;</ClinicalDocument>',
    ],
    ['xml_unsafe', '<ClinicalDocument xmlns="urn:hl7-org:v3">'.repeat(100_000)],
    ['xml_invalid', '<ClinicalDocument xmlns="urn:hl7-org:v3">'],
  ])('%s', (expected, text) => {
    expect(code(utf8(text))).toBe(expected)
  })

  test('a document that carries its stylesheet is read, the stylesheet is not', () => {
    const wrapped = `<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/"><script>alert(1)</script></xsl:template>${levelOne()}</xsl:stylesheet>`
    expect(read(utf8(wrapped))).toMatchObject({
      selfRendering: true,
      uniqueId: '1.2.3',
      body: { kind: 'file' },
    })
  })

  test('a document with nothing but an id is still a document', () => {
    expect(read(utf8(cdaText('')))).toMatchObject({
      uniqueId: '1.2.3',
      patient: null,
      authors: [],
      body: { kind: 'none' },
      results: [],
    })
  })

  test('twenty thousand pointers to one huge text do not multiply it', () => {
    const entry = `<entry><observation><templateId root="1.3.6.1.4.1.19376.1.3.1.6"/><code code="x" displayName="y"/><value xsi:type="ED"><reference value="#big"/></value></observation></entry>`
    const document = read(
      utf8(structured(`<content ID="big">${'mot '.repeat(500_000)}</content>`, entry.repeat(20_000))),
    )
    expect(document.results.length).toBeLessThanOrEqual(5000)
    expect(JSON.stringify(document.results).length).toBeLessThan(20_000_000)
  })
})
