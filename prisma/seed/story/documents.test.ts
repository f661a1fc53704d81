import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { readIncoming } from '@/lib/interop/incoming/read'
import type { IncomingDocument } from '@/lib/interop/incoming/schema'
import { dayOf } from './calendar'
import { type DemonstrationDocument, demonstrationDocuments, story } from './documents'
import { personOf } from './people'
import type { PersonKey } from './schema'

const today = new Date('2026-11-21T09:00:00Z')
const documents = demonstrationDocuments(today)
type Received = { readonly document: DemonstrationDocument; readonly incoming: IncomingDocument }

/** Through the door of real documents. */
async function receive(document: DemonstrationDocument): Promise<Received> {
  const result = await readIncoming(document.bytes(), document.fileName)
  if (!result.ok) throw new Error(`${document.fileName}: ${result.error.code}: ${result.error.detail}`)
  const [incoming, ...others] = result.data
  if (!incoming || others.length > 0) throw new Error(`${document.fileName}: one document expected`)
  return { document, incoming }
}

const received = await Promise.all(documents.map(receive))
const clinical = received.flatMap(({ document, incoming }) =>
  incoming.cda ? [{ document, cda: incoming.cda, incoming }] : [],
)
const texts = clinical.map(({ document, incoming }) => ({
  document,
  xml: new TextDecoder('utf-8', { fatal: true }).decode(incoming.bytes),
}))

describe('the demonstration documents', () => {
  it('there are at least sixty, of at least fifteen kinds, most of them for Camille', () => {
    expect(documents.length).toBeGreaterThanOrEqual(60)
    expect(new Set(documents.map(document => document.type)).size).toBeGreaterThanOrEqual(15)
    const count = (key: PersonKey): number => documents.filter(document => document.personKey === key).length
    expect(count('camille')).toBeGreaterThanOrEqual(40)
    expect(count('jeanne')).toBeGreaterThanOrEqual(15)
    expect(count('hugo')).toBeGreaterThanOrEqual(8)
    expect(count('ousmane')).toBeGreaterThanOrEqual(4)
  })

  it('only people whose space is open have documents', () => {
    for (const document of documents) expect(personOf(document.personKey).spaceState).toBe('open')
  })

  it('the same day gives the same bytes, whatever the hour', () => {
    const again = demonstrationDocuments(new Date('2026-11-21T20:59:00Z'))
    expect(again.map(document => document.fileName)).toEqual(documents.map(document => document.fileName))
    for (const [index, document] of again.entries()) {
      const first = documents[index]?.bytes() ?? new Uint8Array()
      expect(Buffer.compare(document.bytes(), first), document.fileName).toBe(0)
    }
  })

  it('no two documents of a person have the same file name', () => {
    const names = documents.map(document => `${document.personKey}/${document.fileName}`)
    expect(new Set(names).size).toBe(names.length)
  })

  it('every XML document is well formed, with its namespaces', () => {
    for (const { xml } of texts) {
      const parser = new SaxesParser({ xmlns: true })
      parser.on('error', error => {
        throw error
      })
      parser.write(xml).close()
    }
  })

  it('every bare file is what its name says', () => {
    const bare = documents.filter(document => /\.(pdf|png|dcm)$/.test(document.fileName))
    expect(bare.length + clinical.length).toBe(documents.length)
    expect(bare.every(document => document.sentBy === 'citizen')).toBe(true)
    expect(new Set(bare.map(document => document.fileName.slice(-3)))).toEqual(new Set(['pdf', 'png', 'dcm']))
    for (const document of bare) {
      const start = Buffer.from(document.bytes().subarray(0, 132)).toString('latin1')
      expect(start).toMatch(
        { pdf: /^%PDF-/, png: /^\x89PNG\r/, dcm: /DICM$/ }[document.fileName.slice(-3)] ?? /$^/,
      )
    }
  })

  it('the patient of each document is its person, trait by trait', () => {
    for (const { document, cda } of clinical) {
      const person = personOf(document.personKey)
      expect(cda.patient).toMatchObject({
        ins: { matricule: person.matricule, oid: person.oid },
        birthName: person.birthName,
        usedName: person.usedName ?? person.birthName,
        givenNames: person.givenNames,
        birthGivenName: person.firstGivenName,
        sex: person.sex,
        birthTime: { iso: person.birthDate },
        birthPlaceCode: person.birthPlace,
      })
    }
  })

  it('every document has its own identifier, a title, a type, an author and a signatory', () => {
    const ids = clinical.map(({ cda }) => cda.uniqueId)
    expect(new Set(ids).size).toBe(clinical.length)
    for (const { document, cda } of clinical) {
      expect(cda.uniqueId).toMatch(/^1\.2\.250\.1\.999\.1\.\d+\.[12]$/)
      expect(cda.code?.code).toBe(document.type)
      expect(cda.title).toBe(document.title.replaceAll('\u00A0', ' '))
      expect(cda.authors).toHaveLength(1)
      expect(cda.authors[0]?.ids[0]?.extension).toBeTruthy()
      expect(cda.legalAuthenticator).not.toBeNull()
      expect(cda.custodian?.name).toBeTruthy()
    }
  })

  it('no text is empty and none keeps a date that was not written', () => {
    for (const { xml } of texts) {
      expect(xml).not.toMatch(/\{[dmy]:/)
      expect(xml).not.toMatch(/<(paragraph|item|title|caption)><\/|<(paragraph|item|title|text|caption)\/>/)
    }
    for (const document of documents) expect(document.title.trim().length).toBeGreaterThan(4)
  })

  it('written after the birth, received after it was written, before today, on any day of seeding', () => {
    for (const seedingDay of [
      today,
      new Date('2026-11-21T00:30:00+01:00'),
      new Date('2028-02-29T08:00:00Z'),
    ]) {
      for (const document of demonstrationDocuments(seedingDay)) {
        expect(dayOf(document.documentAt) > personOf(document.personKey).birthDate).toBe(true)
        expect(document.receivedAt.getTime()).toBeGreaterThanOrEqual(document.documentAt.getTime())
        expect(document.receivedAt.getTime()).toBeLessThanOrEqual(seedingDay.getTime())
      }
    }
  })

  it('what was recent stays recent when the demonstration is started much later', () => {
    const later = demonstrationDocuments(new Date('2028-02-29T08:00:00Z'))
    expect(dayOf(later.at(-1)?.receivedAt ?? today)).toBe('2028-02-28')
    expect(later.find(document => document.type === '15508-5')?.documentAt.toISOString()).toContain(
      '2020-01-27',
    )
  })

  it('one report replaces another, one is hidden from professionals, one waits before the patient sees it', () => {
    const replacing = clinical.filter(({ cda }) => cda.related.some(related => related.type === 'replaces'))
    expect(replacing).toHaveLength(1)
    const [latest] = replacing
    expect(clinical.some(({ cda }) => cda.uniqueId === latest?.cda.related[0]?.uniqueId)).toBe(true)
    expect(latest?.cda.version).toBe(2)
    const flags = documents.flatMap(document => document.visibility ?? [])
    expect(flags.toSorted()).toEqual(['INVISIBLE_PATIENT', 'MASQUE_PS'])
  })

  it('who may not see a document is known as soon as it is received', () => {
    for (const { document, incoming } of clinical) {
      expect(incoming.confidentiality).toEqual(document.visibility ? ['N', document.visibility] : ['N'])
    }
  })

  it('what is received has the type, the class, the place and the author that were sent', () => {
    for (const { document, incoming } of clinical) {
      expect(incoming.type?.code, document.fileName).toBe(document.type)
      expect(incoming.class?.code, document.fileName).toBeTruthy()
      expect(incoming.facilityType?.code).toBeTruthy()
      expect(incoming.authors[0]?.specialty?.label).toBeTruthy()
      expect(incoming.patient?.matricule).toBe(personOf(document.personKey).matricule)
    }
  })
})

describe('the biology of the story', () => {
  const reports = clinical.filter(({ document }) => document.type === '11502-2')

  it('every value of the table is read back as a result, with its decimals, unit and interval', () => {
    const latest = reports.findLast(({ document }) => document.personKey === 'camille')
    const glucose = latest?.cda.results.find(result => result.code.code === '53049-3')
    expect(glucose?.value).toMatchObject({ kind: 'quantity', value: 1.13, text: '1.13', unit: 'g/L' })
    expect(glucose?.ranges[0]).toMatchObject({ low: { text: '0.70' }, high: { text: '1.10' } })
    expect(glucose?.interpretations[0]?.code).toBe('H')
    expect(glucose?.label).toBe('Glycémie à jeun')
    expect(glucose?.previous.map(previous => previous.time?.iso)).toEqual(['2026-04-03', '2025-11-14'])
    for (const { document, cda } of reports) {
      const row = story[document.personKey]?.find(one => cda.uniqueId === `1.2.250.1.999.1.${one.n}.1`)
      const values = row?.body.kind === 'biology' ? Object.values(row.body.values) : []
      expect(
        cda.results
          .map(result =>
            result.value?.kind === 'quantity'
              ? result.value.text
              : result.value && 'text' in result.value
                ? result.value.text
                : null,
          )
          .toSorted(),
      ).toEqual(values.toSorted())
    }
  })

  it('Camille’s haemoglobin is in at least five reports of three laboratories, each with its own interval', () => {
    const measured = reports
      .filter(({ document }) => document.personKey === 'camille')
      .flatMap(({ cda }) =>
        cda.results
          .filter(result => result.code.code === '718-7')
          .map(({ ranges }) => ({
            laboratory: cda.custodian?.name,
            low: ranges[0]?.low?.text,
            high: ranges[0]?.high?.text,
          })),
      )
    expect(measured.length).toBeGreaterThanOrEqual(5)
    expect(new Set(measured.map(({ laboratory }) => laboratory)).size).toBe(3)
    expect(new Set(measured.map(({ low, high }) => `${low} ${high}`)).size).toBe(3)
  })

  it('Camille’s fasting glucose rises slowly, year after year', () => {
    const values = reports
      .filter(({ document }) => document.personKey === 'camille')
      .filter(({ cda }) => (cda.effectiveTime?.iso ?? '') > '2020-02')
      .flatMap(({ cda }) => cda.results.filter(result => result.code.code === '53049-3'))
      .flatMap(result => (result.value?.kind === 'quantity' ? [result.value.value] : []))
    expect(values.length).toBeGreaterThanOrEqual(7)
    expect(values).toEqual(values.toSorted((one, other) => one - other))
  })
})

describe('treatments and vaccines of the story', () => {
  it('a vaccination record is read back with its dates, lots and ranks', () => {
    const history = clinical.find(
      ({ document }) => document.personKey === 'hugo' && document.type === '11369-6',
    )
    expect(history?.cda.immunizations).toHaveLength(11)
    expect(history?.cda.immunizations.at(-1)).toMatchObject({
      name: 'Papillomavirus humains',
      lot: 'PV26-019',
      rank: 1,
      notGiven: false,
      time: { iso: '2026-10-14' },
    })
  })

  it('a prescription is read back as a request, with its dosage and its length', () => {
    const prescription = clinical.findLast(
      ({ document }) => document.personKey === 'jeanne' && document.type === '57833-6',
    )
    expect(prescription?.cda.medications[0]).toMatchObject({
      name: 'BISOPROLOL 2,5 mg, comprimé',
      mood: 'request',
      dosage: ['1 comprimé le matin et un demi-comprimé le soir'],
      period: { start: { iso: '2026-11-17' }, end: { iso: '2026-12-17' } },
    })
  })

  it('an image of a report is carried with its bytes', () => {
    const knee = clinical.find(({ document }) => document.title === 'Radiographie du genou gauche')
    expect(knee?.cda.parts[0]).toMatchObject({ mediaType: 'image/png', id: 'image-knee' })
  })
})
