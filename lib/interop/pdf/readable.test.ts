import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeReadable } from '@/lib/interop/pdf/readable'
import type { ReadableBlock, ReadableCopy } from '@/lib/interop/pdf/readable-schema'
import { drawable } from '@/lib/interop/pdf/readable-text'
import { pdfSettings, readPdfText } from '@/lib/interop/pdf/text'

const font = (style: string) =>
  new Uint8Array(readFileSync(`node_modules/pdfjs-dist/standard_fonts/LiberationSans-${style}.ttf`))

const copyOf = (blocks: readonly ReadableBlock[], change: Partial<ReadableCopy> = {}): ReadableCopy => ({
  title: 'Compte rendu d’échographie',
  facts: [
    { term: 'Personne', details: 'Zélie LEFÈVRE' },
    { term: 'Date', details: '1ᵉʳ mars 2026' },
  ],
  blocks,
  notice: 'Copie lisible. L’original fait foi.',
  page: (page, count) => `Page ${page} sur ${count}`,
  cut: 'La suite est dans l’original.',
  undrawn: 'Des signes manquent.',
  fonts: { regular: font('Regular'), bold: font('Bold') },
  ...change,
})

const paragraph = (text: string): ReadableBlock => ({ kind: 'paragraph', text })
const cell = (text: string, header = false, span = 1) => ({ text, header, span })
/** The two codes of « micro » are one letter here, as in the font. */
const said = async (copy: ReadableCopy) => {
  const { pageCount, pages } = await readPdfText(await writeReadable(copy))
  return { pageCount, pages: pages.map(({ text }) => text.normalize('NFKC').replace(/\s+/gu, ' ')) }
}

async function opened(bytes: Uint8Array) {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  return getDocument({ ...pdfSettings, data: new Uint8Array(bytes) }).promise
}

/** The names of a structure, in the order they are read. */
function rolesOf(node: unknown): string[] {
  if (typeof node !== 'object' || node === null || !('role' in node)) return []
  const children = 'children' in node && Array.isArray(node.children) ? node.children : []
  return [String(node.role), ...children.flatMap(rolesOf)]
}

describe('A readable copy', { timeout: 60_000 }, () => {
  test('says what the document says, who and when, and at the foot of each page that it is a copy', async () => {
    const long = Array.from({ length: 60 }, (_, index) =>
      paragraph(`Phrase ${index} : ${'un long texte, cœur à 12 µg/L, ≥ 3 mmol/L. '.repeat(4)}`),
    )
    const { pageCount, pages } = await said(copyOf([{ kind: 'heading', level: 2, text: 'Motif' }, ...long]))
    expect(pageCount).toBeGreaterThan(2)
    expect(pages[0]).toContain('Compte rendu d’échographie')
    expect(pages[0]).toContain('Personne : Zélie LEFÈVRE')
    expect(pages[0]).toContain('1er mars 2026')
    expect(pages[0]).toContain('cœur à 12 μg/L, ≥ 3 mmol/L')
    for (const [index, text] of pages.entries()) {
      expect(text).toContain(`Page ${index + 1} sur ${pageCount}`)
      expect(text).toContain('L’original fait foi.')
    }
    expect(pages.join(' ')).toContain('Phrase 59')
    expect(pages.join(' ')).not.toContain('Des signes manquent')
  })

  test('is tagged: a program that reads aloud finds language, title, headings, lists and tables', async () => {
    const table: ReadableBlock = {
      kind: 'table',
      caption: 'Mesures',
      rows: [
        [cell('Examen', true), cell('Valeur', true)],
        [cell('Glucose'), cell('0,95 g/L')],
        [cell('Tout le reste', false, 2)],
      ],
    }
    const list: ReadableBlock = { kind: 'list', ordered: true, items: ['un', 'deux'] }
    const pdf = await opened(
      await writeReadable(copyOf([{ kind: 'heading', level: 2, text: 'Motif' }, list, table])),
    )
    expect((await pdf.getMarkInfo())?.Marked).toBe(true)
    const { info } = await pdf.getMetadata()
    expect(info).toMatchObject({ Title: 'Compte rendu d’échographie', Language: 'fr-FR' })
    const roles = rolesOf(await (await pdf.getPage(1)).getStructTree())
    expect(roles.join(' ')).toContain('H1 P P P H2 L LI LBody LI LBody P Table TR TH TH TR TD TD TR TD')
    await pdf.destroy()
  })

  test('keeps every row of a table longer than a page, and says one that does not fit', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => [cell(`Ligne ${index}`), cell('valeur')])
    const tall = [[cell('Colonne', true)], [cell(`début ${'mot '.repeat(8000)} fin`)]]
    const wide = [Array.from({ length: 30 }, (_, index) => cell(`c${index}`))]
    const { pages } = await said(
      copyOf([rows, tall, wide].map(one => ({ kind: 'table', caption: '', rows: one }))),
    )
    const all = pages.join(' ')
    for (const text of ['Ligne 0', 'Ligne 119', 'Colonne : début', 'fin', 'c0 ; c1', 'c29'])
      expect(all).toContain(text)
  })

  test('stops where it would be too long, and says so', async () => {
    const { pageCount, pages } = await said(
      copyOf(Array.from({ length: 400 }, () => paragraph('mot '.repeat(500)))),
    )
    expect(pageCount).toBeLessThan(120)
    expect(pages.at(-1)).toContain('La suite est dans l’original.')
  })

  test('tells what it cannot draw', async () => {
    const { pages } = await said(copyOf([paragraph('Bien 👍🏽, שלום, 漢字\u202Efin\0.')]))
    expect(pages[0]).toContain('Bien [?], [?], [?]fin.')
    expect(pages[0]).toContain('Des signes manquent.')
  })

  test('is made whatever the text', async () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme' }))
    const block = fc.oneof(
      text.map(paragraph),
      text.map((value): ReadableBlock => ({ kind: 'heading', level: 3, text: value })),
      fc
        .array(text, { maxLength: 4 })
        .map((items): ReadableBlock => ({ kind: 'list', ordered: false, items })),
      fc.array(fc.array(text, { maxLength: 5 }), { maxLength: 4 }).map(
        (rows): ReadableBlock => ({
          kind: 'table',
          caption: '',
          rows: rows.map(row => row.map(value => cell(value))),
        }),
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(block, { maxLength: 5 }), text, async (blocks, title) => {
        const { pageCount } = await said(copyOf(blocks, { title }))
        expect(pageCount).toBeGreaterThan(0)
      }),
      { numRuns: 15 },
    )
  })
})

test('Half a character, controls and turned directions are never written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(/[^\P{Cc}\n]|\p{Cs}|[\u202a-\u202e]/u.test(drawable(text))).toBe(false)
    }),
  )
})
