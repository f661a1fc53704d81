/** What a JPEG says of itself before its coded data (ISO/IEC 10918-1, annex B). */

export class JpegError extends Error {
  override name = 'JpegError'
  readonly code: 'damaged_pixels' | 'unsupported_pixels'

  constructor(code: JpegError['code'], detail: string) {
    super(detail)
    this.code = code
  }
}

export type Component = {
  readonly id: number
  readonly across: number
  readonly down: number
  readonly quantizer: number
}

export type JpegFrame = {
  readonly lossless: boolean
  readonly precision: number
  readonly width: number
  readonly height: number
  readonly components: readonly Component[]
}

/** Of the next sixteen bits: how many are the code (high byte), and what it stands for. */
export type HuffmanTable = Uint16Array

export type Scan = {
  readonly components: ReadonlyArray<{
    readonly index: number
    readonly dc: HuffmanTable
    readonly ac: HuffmanTable
  }>
  /** Predictor, of a lossless scan. */
  readonly start: number
  /** Bits put away, of a lossless scan. */
  readonly shift: number
  /** Where its coded data begin. */
  readonly at: number
  readonly restart: number
}

export const damaged = (detail: string) => new JpegError('damaged_pixels', detail)

/** ISO/IEC 10918-1 annex C: codes of one length follow each other. */
function huffmanTable(
  bytes: Uint8Array,
  at: number,
): { readonly table: HuffmanTable; readonly next: number } {
  const table = new Uint16Array(65_536)
  let code = 0
  let symbol = at + 16
  for (let length = 1; length <= 16; length += 1) {
    for (let i = bytes[at + length - 1] ?? 0; i > 0; i -= 1) {
      const from = code << (16 - length)
      const to = from + (1 << (16 - length))
      if (to > 65_536) throw damaged('Huffman table')
      table.fill((length << 8) | (bytes[symbol] ?? 0), from, to)
      symbol += 1
      code += 1
    }
    code <<= 1
  }
  return { table, next: symbol }
}

const LOSSLESS = 0xc3
const SEQUENTIAL = [0xc0, 0xc1]
const MOST_POINTS = 40_000_000

const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

const END = 0xd9
const SCAN = 0xda

/** Coded data of a scan before, filling, restarts. */
const saysNothing = (marker: number) => marker < 0xc0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd8)

/** Markers as they come; what was said before counts for the scans that follow. */
export class JpegHeader {
  frame: JpegFrame | null = null
  /** Of the Adobe marker: 0, colours as they are. Null: not said. */
  adobe: number | null = null
  jfif = false
  readonly quantizers = new Map<number, Uint16Array>()
  readonly #tables = new Map<number, HuffmanTable>()
  readonly #bytes: Uint8Array
  #restart = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  #word(at: number): number {
    return ((this.#bytes[at] ?? 0) << 8) | (this.#bytes[at + 1] ?? 0)
  }

  /** The next marker that says something, from there; null: the picture ends. */
  #marker(from: number): { readonly marker: number; readonly at: number; readonly end: number } | null {
    let at = from
    while (
      at + 4 <= this.#bytes.length &&
      (this.#bytes[at] !== 0xff || saysNothing(this.#bytes[at + 1] ?? 0))
    )
      at += 1
    const marker = this.#bytes[at + 1] ?? END
    if (at + 4 > this.#bytes.length || marker === END) return null
    const end = at + 2 + this.#word(at + 2)
    if (end < at + 4 || end > this.#bytes.length) throw damaged('cut marker')
    return { marker, at: at + 4, end }
  }

  /** The next scan from there; null: the picture ends. */
  nextScan(from: number): Scan | null {
    for (let found = this.#marker(from); found; found = this.#marker(found.end)) {
      if (found.marker === SCAN) return this.#scan(found.at, found.end)
      this.#segment(found.marker, found.at, found.end)
    }
    return null
  }

  #segment(marker: number, at: number, end: number): void {
    if (marker === 0xc4) this.#huffman(at, end)
    else if (marker === 0xdb) this.#quantizer(at, end)
    else if (marker === 0xdd) this.#restart = this.#word(at)
    else if (marker === 0xe0) this.jfif = this.#bytes[at] === 0x4a
    else if (marker === 0xee && end - at >= 12) this.adobe = this.#bytes[at + 11] ?? null
    else if (isFrame(marker)) this.frame = this.#frame(marker, at, end)
  }

  #huffman(from: number, end: number): void {
    for (let at = from; at + 17 <= end; ) {
      const { table, next } = huffmanTable(this.#bytes, at + 1)
      this.#tables.set(this.#bytes[at] ?? 0, table)
      at = next
    }
  }

  #quantizer(from: number, end: number): void {
    for (let at = from; at + 65 <= end; ) {
      const said = this.#bytes[at] ?? 0
      const wide = said >> 4 > 0
      const start = at + 1
      const value = (i: number) => (wide ? this.#word(start + i * 2) : (this.#bytes[start + i] ?? 0))
      this.quantizers.set(
        said & 15,
        Uint16Array.from({ length: 64 }, (_, i) => value(i)),
      )
      at += wide ? 129 : 65
    }
  }

  #frame(marker: number, at: number, end: number): JpegFrame {
    if (marker !== LOSSLESS && !SEQUENTIAL.includes(marker))
      throw new JpegError('unsupported_pixels', `JPEG process ${marker.toString(16)}`)
    const [height, width, count] = [this.#word(at + 1), this.#word(at + 3), this.#bytes[at + 5] ?? 0]
    if (width < 1 || height < 1 || width * height > MOST_POINTS) throw damaged('size')
    if (![1, 3].includes(count) || at + 6 + count * 3 > end) throw damaged('components')
    const components = Array.from({ length: count }, (_, i) => {
      const place = at + 6 + i * 3
      const sampling = this.#bytes[place + 1] ?? 0
      const [across, down] = [sampling >> 4, sampling & 15]
      if (across < 1 || across > 4 || down < 1 || down > 4) throw damaged('sampling')
      return { id: this.#bytes[place] ?? 0, across, down, quantizer: this.#bytes[place + 2] ?? 0 }
    })
    const precision = this.#bytes[at] ?? 8
    if (precision < 2 || precision > 16) throw damaged('precision')
    return { lossless: marker === LOSSLESS, precision, width, height, components }
  }

  #scan(at: number, end: number): Scan {
    const { frame } = this
    if (!frame) throw damaged('no frame')
    const count = this.#bytes[at] ?? 0
    const components = Array.from({ length: count }, (_, i) => {
      const id = this.#bytes[at + 1 + i * 2]
      const chosen = this.#bytes[at + 2 + i * 2] ?? 0
      const index = frame.components.findIndex(component => component.id === id)
      const dc = this.#tables.get(chosen >> 4)
      const ac = frame.lossless ? dc : this.#tables.get(0x10 | (chosen & 15))
      if (index < 0 || !dc || !ac) throw damaged('scan')
      return { index, dc, ac }
    })
    if (count < 1 || count > frame.components.length) throw damaged('scan')
    const said = at + 1 + count * 2
    return {
      components,
      start: this.#bytes[said] ?? 0,
      shift: (this.#bytes[said + 2] ?? 0) & 15,
      at: end,
      restart: this.#restart,
    }
  }
}
