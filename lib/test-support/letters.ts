import { createRequire } from 'node:module'
import path from 'node:path'

/** Letters as people photograph them: grey, leaning, compressed. */

const ofPdfJs = createRequire(import.meta.resolve('pdfjs-dist/package.json'))
const canvas = ofPdfJs('@napi-rs/canvas') as typeof import('@napi-rs/canvas')
const fonts = path.join(path.dirname(ofPdfJs.resolve('pdfjs-dist/package.json')), 'standard_fonts')

const [width, height] = [1400, 900]

/** A JPEG of these lines. */
export function photographed(lines: readonly string[]): Uint8Array {
  canvas.GlobalFonts.registerFromPath(path.join(fonts, 'LiberationSans-Regular.ttf'), 'Letter')
  const sheet = canvas.createCanvas(width, height)
  const context = sheet.getContext('2d')
  context.fillStyle = '#e6e0d2'
  context.fillRect(0, 0, width, height)
  context.rotate(0.012)
  context.fillStyle = '#3a3a3a'
  context.font = '36px Letter'
  lines.forEach((line, i) => {
    context.fillText(line, 90, 120 + i * 70)
  })
  return new Uint8Array(sheet.toBuffer('image/jpeg', 70))
}

/** A PDF of one page, which is this picture and nothing else. */
export function scannedPdf(jpeg: Uint8Array): Uint8Array {
  const draw = `q ${width} 0 0 ${height} 0 0 cm /Im0 Do Q`
  const objects: Array<readonly (string | Uint8Array)[]> = [
    ['<< /Type /Catalog /Pages 2 0 R >>'],
    ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R /Resources << /XObject << /Im0 5 0 R >> >> >>`,
    ],
    [`<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`],
    [
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
      jpeg,
      '\nendstream',
    ],
  ]
  const pieces: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const places: number[] = []
  const written = () => pieces.reduce((sum, piece) => sum + piece.length, 0)
  objects.forEach((parts, i) => {
    places.push(written())
    pieces.push(
      Buffer.from(`${i + 1} 0 obj\n`),
      ...parts.map(part => Buffer.from(part)),
      Buffer.from('\nendobj\n'),
    )
  })
  const start = written()
  const table = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  pieces.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  )
  return new Uint8Array(Buffer.concat(pieces))
}
