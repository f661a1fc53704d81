import { readdirSync, readFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { texts } from '@/lib/content/texts'
import type { NarrativeNode, Section } from '@/lib/interop/cda/schema'
import type { LabResult } from '@/lib/interop/cda/schema-results'
import { type Content, contentOf } from '@/lib/record/documents/content'
import { coded, earlier, measured, range, result } from '@/lib/record/results/test-support'
import { demonstrationDocuments } from '@/prisma/seed/story/documents'
import { DocumentContent } from './document-content'
import { childrenOf, NarrativeIndex } from './narrative-index'
import { Results } from './results'

function Shown({ results }: { readonly results: readonly LabResult[] }) {
  const t = texts('reading')
  return (
    <Results
      reading={{ documentId: 'abcdefgh', parts: [], index: new NarrativeIndex('abcdefgh', []), t }}
      results={results}
    />
  )
}

const page = renderToStaticMarkup

const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replace(/\s+/g, ' ')

const said = (...results: LabResult[]) => words(page(<Shown results={results} />))

const usual = [range('0.70', '1.10')]
const inside = (label: string) => result({ label, value: measured('0.90'), ranges: usual })
const high = result({
  label: 'Glycémie',
  value: measured('1.12'),
  ranges: usual,
  interpretations: [coded('H')],
})

describe('The conclusion of a report, first', () => {
  it('counts in words and names what is out', () => {
    const five = ['A', 'B', 'C', 'D', 'E'].map(inside)
    expect(said(...five, high)).toContain(
      'Sur six mesures, cinq sont dans l’intervalle habituel. Une est un peu au-dessus : Glycémie.',
    )
    expect(said(inside('A'), high)).toContain('Sur deux mesures, une est dans l’intervalle habituel.')
  })

  it('is one short sentence when nothing is out', () => {
    expect(said(inside('A'), inside('B'), inside('C'))).toContain(
      'Les trois mesures sont dans l’intervalle habituel.',
    )
    expect(said(inside('A'))).toContain('La mesure est dans l’intervalle habituel.')
  })

  it('is the answer itself for a single test', () => {
    const test = result({ label: 'Angine', value: { kind: 'coded', concept: coded('x'), label: 'négatif' } })
    expect(said(test)).toContain('Angine : négatif.')
  })

  it('lists several that are out, and stops before the list is a wall', () => {
    const out = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map(label => ({ ...high, label }))
    expect(said(...out)).toContain(
      'Les sept mesures sont en dehors de l’intervalle habituel : A, B, C, D et 3 autres.',
    )
  })
})

describe('One measure', () => {
  it('is told in words: value, unit, interval, side, and that one measure proves nothing', () => {
    const text = said(high)
    expect(text).toContain('1,12 gramme par litre')
    expect(text).toContain('Habituel : de 0,70 à 1,10')
    expect(text).toContain('Un peu haut')
    expect(text).toContain(
      'Votre valeur est un peu au-dessus de l’habituel (1,10). Une seule mesure ne suffit pas pour conclure.',
    )
  })

  it('never shows the bare letter of the laboratory', () => {
    for (const code of ['H', 'L', 'HH', 'LL', 'A', 'N']) {
      const text = said(result({ label: 'Mesure', interpretations: [coded(code)], ranges: usual }))
      expect(text).not.toMatch(new RegExp(`(^|\\s)${code}(\\s|$)`))
    }
  })

  it('keeps garnet for what the laboratory calls critical, with whom to call', () => {
    const ordinary = page(<Shown results={[{ ...high, value: measured('9') }]} />)
    expect(ordinary).not.toContain('danger')
    const critical = page(<Shown results={[{ ...high, interpretations: [coded('HH')] }]} />)
    expect(critical).toContain('tag-danger')
    expect(words(critical)).toContain('appelez le 15 ou le 112 ; par SMS, le 114')
  })

  it('says that there is no interval instead of inventing one', () => {
    const text = said(result({ label: 'Mesure', interpretations: [coded('H')] }))
    expect(text).toContain('Le laboratoire la note au-dessus de l’habituel, sans donner d’intervalle.')
    expect(page(<Shown results={[result()]} />)).not.toContain('class="gauge"')
  })

  it('asks to check when the word and the figures of the laboratory contradict each other', () => {
    const text = said({ ...high, value: measured('1.50'), interpretations: [coded('N')] })
    expect(text).toContain('ne disent pas la même chose')
  })

  it('tells the change since the time before, with its month', () => {
    const text = said({ ...high, previous: [earlier('2025-11-14', '1.08')] })
    expect(text).toContain('Elle a augmenté de 0,04 depuis novembre 2025 (1,08).')
  })

  it('has a curve from three values on, always with its table', () => {
    const two = page(<Shown results={[{ ...high, previous: [earlier('2025-11-14', '1.08')] }]} />)
    expect(two).not.toContain('class="curve"')
    const three = page(
      <Shown
        results={[{ ...high, previous: [earlier('2025-11-14', '1.08'), earlier('2022-01-02', '0.96')] }]}
      />,
    )
    expect(three).toContain('class="curve"')
    expect(three).toContain('2 janvier 2022')
    expect(three).toContain('<table')
  })

  it('without a value says so in words', () => {
    const text = said(result({ label: 'Mesure', value: { kind: 'absent', reason: 'NAV' } }))
    expect(text).toContain('Pas encore disponible')
  })

  it('of a germ against antibiotics is a table in words', () => {
    const text = said(
      result({
        label: 'Ampicilline',
        isolate: coded('1', 'Escherichia coli'),
        interpretations: [coded('R')],
      }),
    )
    expect(text).toContain('Escherichia coli')
    expect(text).toContain('Il n’agit pas (résistant)')
  })
})

const { env } = import.meta as ImportMeta & { readonly env?: Readonly<Record<string, string | undefined>> }
const corpus = env?.CORPUS_DIR

function textsOf(sections: readonly Section[]): readonly string[] {
  const of = (nodes: readonly NarrativeNode[]): string[] =>
    nodes.flatMap(node => (node.kind === 'text' ? [node.text] : of(childrenOf(node))))
  return sections.flatMap(section => [...of(section.narrative), ...textsOf(section.sections)])
}

function lostTexts(content: Content): readonly string[] {
  if (content.body.kind !== 'sections') return []
  const shown = words(page(<DocumentContent content={content} documentId="abcdefgh" />))
  return textsOf(content.body.sections)
    .map(text => text.replace(/\s+/g, ' ').trim())
    .filter(text => text !== '' && !shown.includes(text))
}

/** The project's own documents, and those that others published when a copy of them is at hand (CORPUS_DIR). */
const own = demonstrationDocuments(new Date('2026-11-21T12:00:00Z'))
  .filter(document => document.fileName.endsWith('.xml'))
  .map(document => [document.fileName, () => document.bytes()] as const)
const published = (corpus ? readdirSync(`${corpus}/cda`) : [])
  .filter(name => name.endsWith('.xml'))
  .map(name => [name, () => readFileSync(`${corpus}/cda/${name}`)] as const)

describe('Documents', () => {
  it.each([...own, ...published])('%s is shown whole', (_name, bytes) => {
    const content = contentOf(bytes(), 'application/xml')
    expect(lostTexts(content).filter(text => text !== 'Copie PDF du document')).toEqual([])
  })
})
