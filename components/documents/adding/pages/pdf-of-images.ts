/**
 * One PDF of several JPEG images, a page each (ISO 32000-1): the images go in as they are, since PDF reads JPEG. No
 * library is this small.
 */
export type JpegPage = { readonly jpeg: Uint8Array; readonly width: number; readonly height: number }

/** The longer side of A4, in points: a page is as high, or as wide, as a sheet. */
const LONGEST = 842

const ascii = (text: string) => new TextEncoder().encode(text)
const rounded = (value: number) => Number(value.toFixed(2))

export function pdfOfImages(images: readonly JpegPage[]): Blob {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  const places: number[] = []
  let length = 0
  const push = (bytes: Uint8Array) => {
    pieces.push(new Uint8Array(bytes))
    length += bytes.length
  }
  const object = (...content: ReadonlyArray<string | Uint8Array>) => {
    places.push(length)
    push(ascii(`${places.length} 0 obj\n`))
    for (const part of content) push(typeof part === 'string' ? ascii(part) : part)
    push(ascii('\nendobj\n'))
  }
  push(ascii('%PDF-1.7\n'))
  push(Uint8Array.of(0x25, 0xe2, 0xe3, 0xcf, 0xd3, 0x0a))
  object('<< /Type /Catalog /Pages 2 0 R >>')
  const kids = images.map((_, i) => `${3 * i + 3} 0 R`).join(' ')
  object(`<< /Type /Pages /Kids [${kids}] /Count ${images.length} >>`)
  images.forEach(({ jpeg, width, height }, i) => {
    const scale = LONGEST / Math.max(width, height)
    const [across, up] = [rounded(width * scale), rounded(height * scale)]
    const draw = `q ${across} 0 0 ${up} 0 0 cm /I Do Q`
    const first = 3 * i + 3
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${across} ${up}] /Contents ${first + 1} 0 R /Resources << /XObject << /I ${first + 2} 0 R >> >> >>`,
    )
    object(`<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`)
    object(
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
      jpeg,
      '\nendstream',
    )
  })
  const table = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const size = places.length + 1
  const start = length
  push(
    ascii(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  )
  return new Blob(pieces, { type: 'application/pdf' })
}
