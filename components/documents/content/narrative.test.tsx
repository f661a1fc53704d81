import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import reading from '@/lib/content/fr/reading.json'
import type { NarrativeCell, NarrativeNode, Section } from '@/lib/interop/cda/schema'
import type { Part } from '@/lib/record/documents/content'
import { DocumentContent } from './document-content'

const text = (words: string): NarrativeNode => ({ kind: 'text', text: words })
const paragraph = (...children: NarrativeNode[]): NarrativeNode => ({
  kind: 'paragraph',
  id: null,
  styles: [],
  caption: [],
  children,
})
const content = (
  id: string | null,
  revised: 'insert' | 'delete' | null,
  ...children: NarrativeNode[]
): NarrativeNode => ({
  kind: 'content',
  id,
  styles: [],
  revised,
  children,
})
const cell = (words: string, more: Partial<NarrativeCell> = {}): NarrativeCell => ({
  id: null,
  header: false,
  scope: null,
  colSpan: 1,
  rowSpan: 1,
  align: null,
  styles: [],
  children: words === '' ? [] : [text(words)],
  ...more,
})
const row = (...cells: NarrativeCell[]) => ({ id: null, styles: [], cells })
const section = (
  title: string | null,
  narrative: readonly NarrativeNode[],
  sections: readonly Section[] = [],
): Section => ({
  id: null,
  code: null,
  title,
  templateIds: [],
  narrative,
  sections,
})

function html(sections: readonly Section[], parts: readonly Part[] = []): string {
  return renderToStaticMarkup(
    <DocumentContent
      content={{ body: { kind: 'sections', sections }, parts, clinical: null }}
      documentId="019aa0b0-0000-7000-8000-00000000abcd"
    />,
  )
}

const ids = (page: string) => [...page.matchAll(/ id="([^"]+)"/g)].map(found => found[1])
const targets = (page: string) => [...page.matchAll(/href="#([^"]+)"/g)].map(found => found[1])

describe('The text of a document', () => {
  it('follows the title of the page: h2, h3 … and never below h6', () => {
    const deep = [2, 3, 4, 5, 6, 7].reduceRight<readonly Section[]>(
      (inner, level) => [section(`Niveau ${level}`, [paragraph(text('mot'))], inner)],
      [],
    )
    const page = html(deep)
    expect(page).toMatch(/<h2[^>]*>Niveau 2<\/h2>/)
    expect(page).toMatch(/<h6[^>]*>Niveau 6<\/h6>/)
    expect(page).toMatch(/<h6[^>]*>Niveau 7<\/h6>/)
    expect(page).not.toContain('<h1')
  })

  it('says that a part says nothing rather than leaving it blank', () => {
    expect(html([section('Allergies', [text(' ')])])).toContain(reading.narrative.nothing)
    expect(html([section('Allergies', [paragraph(text('Aucune'))])])).not.toContain(reading.narrative.nothing)
  })

  it('has a table of contents from five parts on', () => {
    const parts = (count: number) => Array.from({ length: count }, (_, i) => section(`P${i}`, [text('mot')]))
    expect(html(parts(4))).not.toContain('<nav')
    const page = html(parts(5))
    expect(page).toContain('<nav')
    expect(targets(page)).toHaveLength(5)
    expect(targets(page).every(target => ids(page).includes(target))).toBe(true)
  })

  it('shows what hostile text says without ever becoming markup', () => {
    const hostile = '<script>alert(1)</script><img src=x onerror=alert(1)>'
    const page = html([
      section(hostile, [
        paragraph(text(hostile), { kind: 'link', href: 'https://a.fr/"><script>', children: [text('x')] }),
      ]),
    ])
    expect(page).not.toContain('<script')
    expect(page).not.toContain('<img')
    expect(page).toContain('&lt;script&gt;')
  })

  it('makes no link of an address it does not know, even if one slipped in', () => {
    const bad = ['javascript:alert(1)', 'data:text/html,x', '//a.fr', 'http://a.fr'].map(
      (href): NarrativeNode => ({ kind: 'link', href, children: [text('ici')] }),
    )
    expect(html([section('S', [paragraph(...bad)])])).not.toContain('<a ')
  })

  it('has no style attribute at all, as the security policy asks', () => {
    const table: NarrativeNode = {
      kind: 'table',
      id: null,
      caption: [],
      head: [],
      body: [row(cell('a', { align: 'right' }), cell('b', { align: 'center' }))],
      foot: [],
    }
    expect(html([section('S', [table])])).not.toContain('style=')
  })

  it('says which words were removed and which were added', () => {
    const page = html([
      section('S', [
        paragraph(content(null, 'delete', text('avant')), content(null, 'insert', text('après'))),
      ]),
    ])
    expect(page).toContain('<del>')
    expect(page).toContain(reading.narrative.deleted)
    expect(page).toContain('<ins>')
    expect(page).toContain(reading.narrative.inserted)
  })
})

describe('Links inside a document', () => {
  it('lead to the first element of that id, with ids that belong to this document only', () => {
    const page = html([
      section('S', [
        paragraph({ kind: 'link', href: '#a b', children: [text('voir')] }),
        paragraph(content('a b', null, text('un'))),
        paragraph(content('a b', null, text('deux'))),
      ]),
    ])
    const [target] = targets(page)
    expect(target).toMatch(/^doc-/)
    expect(ids(page).filter(id => id === target)).toHaveLength(1)
  })

  it('become plain words when the document has no such place', () => {
    const page = html([section('S', [paragraph({ kind: 'link', href: '#rien', children: [text('voir')] })])])
    expect(page).toContain('voir')
    expect(targets(page)).toEqual([])
  })

  it('of footnotes work both ways, and the note is read at the end of its part', () => {
    const note: NarrativeNode = { kind: 'footnote', id: 'n1', children: [text('La note.')] }
    const page = html([
      section('S', [
        paragraph(text('Un mot'), { kind: 'footnoteRef', target: 'n1' }),
        note,
        paragraph(text('La suite.')),
      ]),
    ])
    expect(page.match(/La note\./g)).toHaveLength(1)
    expect(page.indexOf('La note.')).toBeGreaterThan(page.indexOf('La suite.'))
    expect(targets(page)).toHaveLength(2)
    expect(targets(page).every(target => ids(page).includes(target))).toBe(true)
  })
})

describe('Tables of a document', () => {
  const table = (more: Partial<Extract<NarrativeNode, { kind: 'table' }>>): NarrativeNode => ({
    kind: 'table',
    id: null,
    caption: [text('Traitements')],
    head: [row(cell('Médicament', { header: true }), cell('Dose', { header: true }))],
    body: [row(cell('Paracétamol'), cell('500 mg'))],
    foot: [],
    ...more,
  })

  it('that are simple become blocks on a phone and stay tables for a screen reader', () => {
    const page = html([section('S', [table({})])])
    expect(page).toContain('role="table"')
    expect(page).toContain('data-label="Dose"')
    expect(page).toMatch(/<th[^>]*scope="row"[^>]*>/)
    expect(page).not.toContain('tabindex="0"')
  })

  it('that are not scroll alone, in a region with a name', () => {
    const page = html([section('S', [table({ body: [row(cell('Deux colonnes', { colSpan: 2 }))] })])])
    expect(page).toContain('tabindex="0"')
    expect(page).toContain('aria-label="Tableau 1\u00A0: Traitements"')
    expect(page).not.toContain('role="table"')
  })

  it('never announce an empty title', () => {
    const page = html([
      section('S', [table({ head: [row(cell('', { header: true }), cell('Dose', { header: true }))] })]),
    ])
    expect(page.match(/<th[ >]/g)).toHaveLength(2)
  })
})

describe('Files inside a document', () => {
  const part = (id: string, mediaType: string, title: string | null): Part => ({
    id,
    mediaType,
    title,
    bytes: new Uint8Array(1),
  })
  const media = (...target: string[]): NarrativeNode => ({
    kind: 'media',
    targets: target,
    caption: [text('Genou droit')],
  })

  it('are shown where their author put them, with the caption as the words of the image', () => {
    const page = html([section('S', [media('i1')])], [part('i1', 'image/png', null)])
    expect(page).toContain('alt="Genou droit"')
    expect(page).toContain('/api/read/documents/019aa0b0-0000-7000-8000-00000000abcd/parts/i1')
  })

  it('are said to be missing when they did not come', () => {
    expect(html([section('S', [media('perdu')])])).toContain(reading.narrative.mediaMissing)
  })

  it('that no text mentions can still be opened', () => {
    const page = html(
      [section('S', [text('mot')])],
      [part('p1', 'application/pdf', 'Copie'), part('x', 'application/zip', 'Archive')],
    )
    expect(page).toContain(reading.pdf.open)
    expect(page).toContain('parts/p1')
    expect(page).toContain('parts/x')
  })

  it('of a kind that a browser could run are never drawn as an image', () => {
    const page = html([section('S', [media('s')])], [part('s', 'image/svg+xml', 'Dessin')])
    expect(page).not.toContain('<img')
    expect(page).toContain('parts/s')
  })
})
