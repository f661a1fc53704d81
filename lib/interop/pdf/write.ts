import { textWidth, winAnsi } from './glyphs'

/**
 * A small PDF writer for letters: text only, standard fonts, A4, as many pages as needed. For demonstration letters and
 * simple notices; anything with a lay-out needs a real composer and an embedded font.
 */

export type PdfBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'small'; readonly text: string }
  | { readonly kind: 'right'; readonly text: string }
  | { readonly kind: 'space' }

export type PdfDraft = {
  readonly title: string
  readonly author: string
  readonly created: Date
  readonly blocks: readonly PdfBlock[]
  /** At the bottom of each page, before the page number. */
  readonly footer?: string
}

type Line = {
  readonly text: string
  readonly size: number
  readonly font: 'F1' | 'F2'
  readonly right: boolean
  readonly gap: number
}

const page = { width: 595, height: 842, margin: 64, bottom: 72 } as const
const room = page.width - 2 * page.margin

const styles = {
  heading: { size: 14, font: 'F2', right: false, before: 10 },
  paragraph: { size: 11, font: 'F1', right: false, before: 6 },
  small: { size: 9, font: 'F1', right: false, before: 2 },
  right: { size: 11, font: 'F1', right: true, before: 2 },
} as const

/** Bold letters are a little wider than the table says. */
const widthOf = (text: string, size: number, font: 'F1' | 'F2'): number =>
  (textWidth(text) * size * (font === 'F2' ? 1.09 : 1)) / 1000

/** A word that is longer than the line is cut: nothing may run out of the page. */
function cut(word: string, size: number): readonly string[] {
  const pieces: string[] = []
  let piece = ''
  for (const character of word) {
    if (piece !== '' && widthOf(piece + character, size, 'F2') > room) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...pieces, piece]
}

/** Only plain spaces and line ends break: a non-breaking space does not. */
function wrap(text: string, size: number, font: 'F1' | 'F2'): readonly string[] {
  return text.split('\n').flatMap(paragraph => {
    const lines: string[] = []
    let line = ''
    for (const word of paragraph.split(/[ \t]+/).flatMap(word => cut(word, size))) {
      const longer = line === '' ? word : `${line} ${word}`
      if (line !== '' && widthOf(longer, size, font) > room) {
        lines.push(line)
        line = word
      } else line = longer
    }
    return [...lines, line]
  })
}

function linesOf(block: PdfBlock): readonly Line[] {
  if (block.kind === 'space') return [{ text: '', size: 11, font: 'F1', right: false, gap: 6 }]
  const { size, font, right, before } = styles[block.kind]
  return wrap(block.text, size, font).map((text, index) => ({
    text,
    size,
    font,
    right,
    gap: size * 1.4 + (index === 0 ? before : 0),
  }))
}

type Placed = Line & { readonly y: number }

function paginate(lines: readonly Line[]): readonly (readonly Placed[])[] {
  const pages: Placed[][] = [[]]
  let y: number = page.height - page.margin
  for (const line of lines) {
    if (y - line.gap < page.bottom) {
      pages.push([])
      y = page.height - page.margin
    }
    y -= line.gap
    pages[pages.length - 1]?.push({ ...line, y })
  }
  return pages
}

/** A PDF string: everything that is not plain ASCII is written in octal, so that the file is pure ASCII. */
function literal(text: string): string {
  const bytes = winAnsi(text).map(code => {
    const character = String.fromCharCode(code)
    if (character === '(' || character === ')' || character === '\\') return `\\${character}`
    return code > 0x7e || code < 0x20 ? `\\${code.toString(8).padStart(3, '0')}` : character
  })
  return `(${bytes.join('')})`
}

/** Document properties are in UTF-16 because their encoding is not WinAnsi. */
function property(text: string): string {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))
  return `<FEFF${units.map(unit => unit.toString(16).padStart(4, '0')).join('')}>`
}

function drawn(line: Placed): string {
  const x = line.right ? page.width - page.margin - widthOf(line.text, line.size, line.font) : page.margin
  return `BT /${line.font} ${line.size} Tf ${x.toFixed(2)} ${line.y.toFixed(2)} Td ${literal(line.text)} Tj ET`
}

function pageContent(lines: readonly Placed[], footer: string): string {
  const foot: Placed = { text: footer, size: 8, font: 'F1', right: false, gap: 0, y: 40 }
  return [...lines.filter(line => line.text !== ''), foot].map(drawn).join('\n')
}

function pdfDate(date: Date): string {
  return `(D:${date.toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z)`
}

function assemble(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const entries = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 2 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return new TextEncoder().encode(file)
}

const font = (name: string): string =>
  `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`

/** The letter as a PDF file. The same draft always gives the same bytes. */
export function writePdf(draft: PdfDraft): Uint8Array {
  const pages = paginate(draft.blocks.flatMap(linesOf))
  const pageNumber = (index: number): number => 6 + index * 2
  const kids = pages.map((_, index) => `${pageNumber(index)} 0 R`).join(' ')
  const pageObjects = pages.flatMap((lines, index) => {
    const footer = [draft.footer, `page ${index + 1} sur ${pages.length}`].filter(Boolean).join(' – ')
    const stream = pageContent(lines, footer)
    return [
      `<< /Type /Page /Parent 3 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Contents ${pageNumber(index) + 1} 0 R ` +
        '/Resources << /Font << /F1 4 0 R /F2 5 0 R >> >> >>',
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    ]
  })
  return assemble([
    '<< /Type /Catalog /Pages 3 0 R /Lang (fr-FR) /ViewerPreferences << /DisplayDocTitle true >> >>',
    `<< /Title ${property(draft.title)} /Author ${property(draft.author)} /CreationDate ${pdfDate(draft.created)} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    ...pageObjects,
  ])
}
