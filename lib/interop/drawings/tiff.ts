import { type Directory, directoriesOf, NotDrawable, type Order, orderOf } from './tiff-directory'

/**
 * A TIFF as a PDF, page for page: its image data are those that PDF knows how to read (fax, LZW, deflate, JPEG, run
 * lengths), so that nothing is decoded here, and one reader serves both. Pure.
 */
const tags = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  stripOffsets: 273,
  orientation: 274,
  samples: 277,
  rowsPerStrip: 278,
  stripSizes: 279,
  planar: 284,
  faxOptions: 292,
  predictor: 317,
  colours: 320,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileSizes: 325,
  jpegTables: 347,
} as const

const pixelsAtMost = 60_000_000
const piecesAtMost = 4_000

/** A rectangle of the image, with its own data. */
type Piece = {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly data: Buffer
}

class Page {
  readonly #directory: Directory

  constructor(directory: Directory) {
    this.#directory = directory
  }

  all(tag: keyof typeof tags): readonly number[] {
    return this.#directory.get(tags[tag]) ?? []
  }

  one(tag: keyof typeof tags, otherwise: number): number {
    return this.all(tag)[0] ?? otherwise
  }

  get size(): { readonly width: number; readonly height: number } {
    return { width: this.one('width', 0), height: this.one('height', 0) }
  }
}

function reversedBits(data: Buffer): Buffer {
  return Buffer.from(data).map(byte => {
    let reversed = 0
    for (let i = 0; i < 8; i += 1) reversed |= ((byte >> i) & 1) << (7 - i)
    return reversed
  }) as Buffer
}

/** Tables that several pieces share stand in front of each (TIFF technical note 2). */
function withTables(data: Buffer, tables: Buffer): Buffer {
  if (tables.length < 4) return data
  return Buffer.concat([data.subarray(0, 2), tables.subarray(2, -2), data.subarray(2)])
}

type Source = { readonly bytes: Buffer; readonly order: Order }

function dataOf(page: Page, { bytes, order }: Source, [offset, size]: readonly [number, number]): Buffer {
  if (offset + size > bytes.length) throw new NotDrawable('Image data lie outside')
  const data = bytes.subarray(offset, offset + size)
  const compression = page.one('compression', 1)
  if (compression === 7) return withTables(data, Buffer.from(page.all('jpegTables')))
  const straight = page.one('fillOrder', 1) === 2 ? reversedBits(data) : data
  // PDF writes the high byte first.
  if (page.one('bits', 1) !== 16 || !order.little) return straight
  if (compression !== 1) throw new NotDrawable('Sixteen bits, compressed')
  return Buffer.from(straight.subarray(0, straight.length & ~1)).swap16()
}

function spots(page: Page): ReadonlyArray<Omit<Piece, 'data'>> {
  const { width, height } = page.size
  const tileWidth = page.one('tileWidth', 0)
  if (tileWidth === 0) {
    const rows = Math.max(1, Math.min(page.one('rowsPerStrip', height), height))
    return page.all('stripOffsets').map((_, i) => ({
      left: 0,
      top: i * rows,
      width,
      height: Math.max(1, Math.min(rows, height - i * rows)),
    }))
  }
  const tileHeight = page.one('tileHeight', tileWidth)
  const across = Math.ceil(width / tileWidth)
  return page.all('tileOffsets').map((_, i) => ({
    left: (i % across) * tileWidth,
    top: Math.floor(i / across) * tileHeight,
    width: tileWidth,
    height: tileHeight,
  }))
}

function piecesOf(page: Page, source: Source): Piece[] {
  const tiled = page.all('tileOffsets').length > 0
  const [offsets, lengths] = [
    page.all(tiled ? 'tileOffsets' : 'stripOffsets'),
    page.all(tiled ? 'tileSizes' : 'stripSizes'),
  ]
  if (offsets.length === 0 || offsets.length > piecesAtMost) throw new NotDrawable('No image data')
  return spots(page).map((spot, i) => ({
    ...spot,
    data: dataOf(page, source, [offsets[i] ?? 0, lengths[i] ?? source.bytes.length - (offsets[i] ?? 0)]),
  }))
}

/** The kind of compression, in the words of PDF (ISO 32000-1 §7.4). */
function filterOf(page: Page, piece: Piece, samples: number): string {
  const fax = (k: number, more = '') =>
    `/Filter /CCITTFaxDecode /DecodeParms << /K ${k} /Columns ${piece.width} /Rows ${piece.height} ${more} >>`
  const options = page.one('faxOptions', 0)
  const predictor = page.one('predictor', 1)
  const parms =
    predictor === 2
      ? `/DecodeParms << /Predictor 2 /Colors ${samples} /BitsPerComponent ${page.one('bits', 1)} /Columns ${piece.width} >>`
      : ''
  if (predictor > 2) throw new NotDrawable('Floating point')
  const filters: Readonly<Record<number, () => string>> = {
    1: () => '',
    2: () => fax(0, '/EncodedByteAlign true /EndOfBlock false'),
    3: () => fax(options & 1 ? 4 : 0, '/EndOfBlock false'),
    4: () => fax(-1, '/EndOfBlock false'),
    5: () => `/Filter /LZWDecode ${parms}`,
    7: () => '/Filter /DCTDecode',
    8: () => `/Filter /FlateDecode ${parms}`,
    32773: () => '/Filter /RunLengthDecode',
    32946: () => `/Filter /FlateDecode ${parms}`,
  }
  const filter = filters[page.one('compression', 1)]
  if (!filter) throw new NotDrawable('A compression of another time')
  return filter()
}

function paletteOf(page: Page): string {
  const colours = page.all('colours')
  const count = colours.length / 3
  const bytes = Array.from({ length: count }, (_, i) =>
    [0, 1, 2].map(part => (colours[part * count + i] ?? 0) >> 8),
  )
  return `[/Indexed /DeviceRGB ${count - 1} <${Buffer.from(bytes.flat()).toString('hex')}>]`
}

/** Samples beyond the colour are transparency: they are passed over. */
function colourSpace(page: Page, samples: number): string {
  const bases: Readonly<Record<number, readonly [string, number]>> = {
    0: ['/DeviceGray', 1],
    1: ['/DeviceGray', 1],
    2: ['/DeviceRGB', 3],
    5: ['/DeviceCMYK', 4],
    6: ['/DeviceRGB', 3],
  }
  const kind = page.one('photometric', 1)
  if (kind === 3 && samples === 1) return paletteOf(page)
  const base = bases[kind]
  if (!base || samples < base[1] || samples > base[1] + 1) throw new NotDrawable('Colours of another kind')
  if (kind === 6 && page.one('compression', 1) !== 7) throw new NotDrawable('Colours of video')
  if (samples === base[1]) return base[0]
  const names = Array.from({ length: samples }, (_, i) => `/C${i}`).join(' ')
  const domain = '0 1 '.repeat(samples)
  const range = '0 1 '.repeat(base[1])
  const tint = `<< /FunctionType 4 /Domain [${domain}] /Range [${range}] /Length 7 >>\nstream\n{ pop }\nendstream`
  return `TINT${tint}TINT[/DeviceN [${names}] ${base[0]} @]`
}

/** Fax data say black and white, the others say numbers: which of them is white is said beside. */
function isInverted(page: Page): boolean {
  const compression = page.one('compression', 1)
  const fax = compression >= 2 && compression <= 4
  return page.one('photometric', fax ? 0 : 1) === (fax ? 1 : 0)
}

const turns: Readonly<Record<number, number>> = { 3: 180, 6: 90, 8: 270 }

/** The objects of a PDF, numbered as they come. */
class Objects {
  readonly #pieces: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  readonly #places = new Map<number, number>()
  #length = 9
  #last = 2

  add(content: readonly (string | Buffer)[], id = ++this.#last): number {
    this.#places.set(id, this.#length)
    for (const part of [`${id} 0 obj\n`, ...content, '\nendobj\n']) this.#push(Buffer.from(part))
    return id
  }

  stream(dictionary: string, data: Buffer): number {
    return this.add([`<< ${dictionary} /Length ${data.length} >>\nstream\n`, data, '\nendstream'])
  }

  #push(bytes: Buffer): void {
    this.#pieces.push(bytes)
    this.#length += bytes.length
  }

  whole(pages: readonly number[]): Buffer {
    this.add(['<< /Type /Catalog /Pages 2 0 R >>'], 1)
    const kids = pages.map(id => `${id} 0 R`).join(' ')
    this.add([`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`], 2)
    const start = this.#length
    const table = Array.from({ length: this.#last }, (_, i) => this.#places.get(i + 1) ?? 0)
    const lines = table.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
    const size = this.#last + 1
    this.#push(
      Buffer.from(
        `xref\n0 ${size}\n0000000000 65535 f \n${lines}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
      ),
    )
    return Buffer.concat(this.#pieces)
  }
}

function spaceIn(objects: Objects, page: Page, samples: number): string {
  const [plain = '', tint, space = ''] = colourSpace(page, samples).split('TINT')
  return tint ? space.replace('@', `${objects.add([tint])} 0 R`) : plain
}

function addPage(objects: Objects, page: Page, source: Source): number {
  const { width, height } = page.size
  if (width * height === 0 || width * height > pixelsAtMost) throw new NotDrawable('Of no size, or too large')
  const samples = page.one('samples', 1)
  if (page.one('planar', 1) === 2 && samples > 1) throw new NotDrawable('Colours apart')
  const space = spaceIn(objects, page, samples)
  const jpeg = page.one('compression', 1) === 7
  const decode = isInverted(page) && !jpeg ? '/Decode [1 0]' : ''
  const drawn = piecesOf(page, source).map(piece => {
    const id = objects.stream(
      `/Type /XObject /Subtype /Image /Width ${piece.width} /Height ${piece.height} /ColorSpace ${space} ` +
        `/BitsPerComponent ${jpeg ? 8 : page.one('bits', 1)} ${decode} ${filterOf(page, piece, samples)}`,
      piece.data,
    )
    const bottom = height - piece.top - piece.height
    return { id, draw: `q ${piece.width} 0 0 ${piece.height} ${piece.left} ${bottom} cm /I${id} Do Q\n` }
  })
  const contents = objects.stream('', Buffer.from(drawn.map(({ draw }) => draw).join('')))
  const images = drawn.map(({ id }) => `/I${id} ${id} 0 R`).join(' ')
  return objects.add([
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${turns[page.one('orientation', 1)] ?? 0} ` +
      `/Contents ${contents} 0 R /Resources << /XObject << ${images} >> >> >>`,
  ])
}

/** @throws NotDrawable, RangeError: nothing here is trusted */
export function tiffAsPdf(file: Uint8Array): Buffer {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const source = { bytes, order: orderOf(bytes) }
  const objects = new Objects()
  const pages = directoriesOf(bytes).map(directory => addPage(objects, new Page(directory), source))
  if (pages.length === 0) throw new NotDrawable('No page')
  return objects.whole(pages)
}
