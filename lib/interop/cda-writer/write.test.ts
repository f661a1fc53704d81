import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { loinc, nationalStructureOid, specialtyOid, timestamp } from './codes'
import type { CdaDraft, ProfessionalDraft, SectionDraft } from './draft'
import { escapeAttribute, escapeText } from './markup'
import { writeCda } from './write'

const doctor: ProfessionalDraft = {
  id: { root: '1.2.250.1.71.4.2.1', extension: '899000000099' },
  specialty: { code: 'G15_10/SM26', system: specialtyOid, display: 'Médecin généraliste' },
  organization: {
    id: { root: nationalStructureOid, extension: '1990000099' },
    name: 'Cabinet « Les Ormes » & associés',
  },
  by: { kind: 'person', family: 'ORME', given: 'Léo', prefix: 'M', suffix: 'DR' },
}

function draft(sections: readonly SectionDraft[], change: Partial<CdaDraft> = {}): CdaDraft {
  return {
    templates: [],
    id: { root: '1.2.250.1.999.9.1' },
    code: loinc('11488-4', 'CR ou fiche de consultation ou de visite'),
    title: 'Consultation',
    effectiveTime: new Date('2026-03-02T09:05:00Z'),
    setId: { root: '1.2.250.1.999.9' },
    version: 1,
    patient: {
      ins: { matricule: '279035121518989', oid: '1.2.250.1.213.1.4.10' },
      birthName: 'NOM',
      usedName: 'USAGE',
      givenNames: 'Un Deux',
      firstGivenName: 'Un',
      sex: 'F',
      birthDate: '1979-03-28',
      birthPlace: { code: '51215' },
    },
    authors: [{ kind: 'professional', professional: doctor, time: '2026-03-02' }],
    custodian: doctor.organization,
    serviceEvents: [{ low: '2026-03-02' }],
    encounter: { facility: { code: 'SA07', system: '1.2.250.1.71.4.2.4', display: 'Cabinet individuel' } },
    body: { kind: 'structured', sections },
    ...change,
  }
}

type Seen = { name: string; attributes: Record<string, string>; text: string }

/** Reads with a strict parser, namespaces on: throws on anything that is not well formed. */
function read(bytes: Uint8Array): readonly Seen[] {
  const seen: Seen[] = []
  const open: Seen[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', tag => {
    const attributes = Object.fromEntries(Object.values(tag.attributes).map(one => [one.name, one.value]))
    const element = { name: tag.name, attributes, text: '' }
    seen.push(element)
    open.push(element)
  })
  parser.on('text', text => {
    const current = open.at(-1)
    if (current) current.text += text
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).close()
  return seen
}

/** What may be in an XML 1.0 document; the rest is replaced by the writer. */
const kept = (text: string): string =>
  Array.from(text)
    .map(character =>
      /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD]$/u.test(character) || character.length === 2
        ? character
        : '\uFFFD',
    )
    .join('')

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[<>&"'\]\r\n\t a-z]*$/),
  fc.constant('a]]>b <!-- c --> <![CDATA[ d ]]> &amp; &#0; \uD800 \u0000 \u202F'),
)

describe('writing a CDA document', () => {
  it('any text in a title, a paragraph, a table, a list or an attribute comes back exactly', () => {
    fc.assert(
      fc.property(anyText, text => {
        const section: SectionDraft = {
          title: text,
          blocks: [
            { kind: 'paragraph', content: text },
            { kind: 'table', head: [text], rows: [[[{ text, bold: true }]]] },
            { kind: 'list', items: [text] },
          ],
        }
        const seen = read(writeCda(draft([section], { title: text, code: loinc('x', text) })))
        for (const name of ['title', 'paragraph', 'th', 'content', 'item']) {
          expect(seen.filter(element => element.name === name).map(element => element.text)).toContain(
            kept(text),
          )
        }
        expect(seen.find(element => element.name === 'code')?.attributes.displayName).toBe(kept(text))
      }),
    )
  })

  it('markup signs never survive unescaped', () => {
    fc.assert(
      fc.property(anyText, text => {
        expect(escapeText(text)).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|#13;)/)
        expect(escapeAttribute(text)).not.toMatch(/[<>"\n\r\t]/)
      }),
    )
  })

  it('no space is added between two words of a paragraph', () => {
    const blocks: SectionDraft['blocks'] = [
      { kind: 'paragraph', content: [{ text: 'H', bold: true }, { text: '2' }, { text: 'O' }] },
    ]
    const xml = new TextDecoder().decode(writeCda(draft([{ title: 't', blocks }])))
    expect(xml).toContain(
      '<content styleCode="Bold">H</content><content>2</content><content>O</content></paragraph>',
    )
  })

  it('an instant is written in Paris time, in winter and in summer, and a partial date keeps its precision', () => {
    expect(timestamp(new Date('2026-01-15T08:30:00Z'))).toBe('20260115093000+0100')
    expect(timestamp(new Date('2026-07-15T22:30:05Z'))).toBe('20260716003005+0200')
    expect(timestamp(new Date('2026-03-29T00:59:59Z'))).toBe('20260329015959+0100')
    expect(timestamp(new Date('2026-03-29T01:00:00Z'))).toBe('20260329030000+0200')
    expect(timestamp('2026-03')).toBe('202603')
  })

  it('a file body is carried byte for byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 400 }), bytes => {
        const seen = read(
          writeCda(draft([], { body: { kind: 'unstructured', mediaType: 'image/png', bytes } })),
        )
        const text = seen.find(element => element.name === 'text')
        expect(text?.attributes).toEqual({ mediaType: 'image/png', representation: 'B64' })
        expect(new Uint8Array(Buffer.from(text?.text ?? '', 'base64'))).toEqual(bytes)
      }),
    )
  })

  it('the header has its elements in the order of the CDA schema', () => {
    const change = {
      legalAuthenticator: { professional: doctor, time: '2026-03-02' },
      participants: [{ typeCode: 'REF' as const, professional: doctor }],
      orders: [{ root: '1.2.250.1.999.8', extension: 'A1' }],
      replaces: { root: '1.2.250.1.999.9.0' },
    }
    const names = read(writeCda(draft([{ title: 't', blocks: [] }], change))).map(element => element.name)
    const order = [
      'realmCode',
      'typeId',
      'templateId',
      'id',
      'code',
      'title',
      'effectiveTime',
      'confidentialityCode',
      'languageCode',
      'setId',
      'versionNumber',
      'recordTarget',
      'author',
      'custodian',
      'legalAuthenticator',
      'participant',
      'inFulfillmentOf',
      'documentationOf',
      'relatedDocument',
      'componentOf',
      'component',
    ]
    const positions = order.map(name => names.indexOf(name))
    expect(positions.every(position => position > 0)).toBe(true)
    expect(positions).toEqual([...positions].sort((one, other) => one - other))
  })

  it('every reference of an entry points at a text of the narrative', () => {
    const section: SectionDraft = {
      title: 'Biochimie',
      blocks: [],
      entries: [
        {
          kind: 'biology',
          code: loinc('18719-5', 'Biochimie'),
          groups: [
            {
              results: [
                {
                  label: 'Glycémie à jeun',
                  code: loinc('14771-0', 'Glucose à jeun'),
                  time: '2026-03-02',
                  value: { kind: 'quantity', value: '5.10', unit: 'mmol/L' },
                  range: { low: '3.9', high: '5.5' },
                  interpretation: 'N',
                  comment: 'à contrôler',
                },
              ],
            },
          ],
        },
      ],
    }
    const seen = read(writeCda(draft([section])))
    const ids = seen.map(element => element.attributes.ID).filter(id => id !== undefined)
    const pointed = seen
      .filter(element => element.name === 'reference')
      .map(element => element.attributes.value)
    expect(pointed.length).toBeGreaterThan(0)
    expect(new Set(ids).size).toBe(ids.length)
    for (const target of pointed) expect(ids).toContain(target?.slice(1))
  })
})
