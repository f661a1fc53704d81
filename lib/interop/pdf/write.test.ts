import fc from 'fast-check'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { type PdfBlock, writePdf } from './write'

const letter = (blocks: readonly PdfBlock[]): Uint8Array =>
  writePdf({
    title: 'Lettre d’essai',
    author: 'Dr Aubépine',
    created: new Date('2026-01-02T08:00:00Z'),
    blocks,
  })

async function pagesOf(bytes: Uint8Array): Promise<readonly (readonly { text: string; right: number }[])[]> {
  const pdf = await getDocument({ data: bytes.slice(), useSystemFonts: true, verbosity: 0 }).promise
  const pages = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    pages.push(
      items.flatMap(item =>
        'str' in item ? [{ text: item.str, right: item.transform[4] + item.width }] : [],
      ),
    )
  }
  await pdf.destroy()
  return pages
}

describe('writing a letter as a PDF', () => {
  it('French accents, ligatures and quotation marks are read back as written', async () => {
    const text = 'Cœur : « ça va » – l’état s’améliore, naïveté, Noël, août, 12 °C, 15 €, ÉÈÀÇ'
    const [first] = await pagesOf(letter([{ kind: 'paragraph', text }]))
    expect(first?.map(item => item.text).join(' ')).toContain(text)
  })

  it('brackets and backslashes do not break the file', async () => {
    const [first] = await pagesOf(letter([{ kind: 'paragraph', text: 'a (b) \\ (c' }]))
    expect(first?.[0]?.text).toBe('a (b) \\ (c')
  })

  it('a long letter takes several pages, loses no word and says the number of pages', async () => {
    const words = Array.from({ length: 1500 }, (_, index) => `mot${index}`)
    const pages = await pagesOf(letter([{ kind: 'paragraph', text: words.join(' ') }]))
    expect(pages.length).toBeGreaterThan(2)
    const all = pages.flatMap(page => page.map(item => item.text)).join(' ')
    for (const word of words) expect(all).toContain(word)
    expect(all).toContain(`page 2 sur ${pages.length}`)
  })

  it('no line goes beyond the right margin, even for a word longer than the line', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ minLength: 1, maxLength: 120 }), { maxLength: 30 }),
        async words => {
          const pages = await pagesOf(letter([{ kind: 'paragraph', text: words.join(' ') }]))
          for (const item of pages.flat()) expect(item.right).toBeLessThan(595 - 40)
        },
      ),
      { numRuns: 25 },
    )
  })

  it('the same letter gives the same bytes', () => {
    expect(letter([{ kind: 'heading', text: 'Été' }])).toEqual(letter([{ kind: 'heading', text: 'Été' }]))
  })
})
