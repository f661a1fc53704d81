import { DamagedFile } from '@/lib/interop/files/byte-reader'
import { checkSize } from './size'

/** What the `meta` box of a HEIC says of its items (ISO/IEC 14496-12 §8.11, 23008-12): what each is, and where. */

export type Box = { readonly type: string; readonly start: number; readonly end: number }

/** A span of bytes: in the file, or in the `meta` box itself. */
export type Span = { readonly inMeta: boolean; readonly start: number; readonly length: number }

const HEAD = 8
const BOXES_LIMIT = 20_000

/** The boxes that lie between two places. @throws DamagedFile when one goes past the end */
export function boxesIn(bytes: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = []
  for (let at = from; at + HEAD <= to; ) {
    const size = bytes.readUInt32BE(at)
    const end = size === 0 ? to : at + size
    if (end > to || end < at + HEAD || boxes.length >= BOXES_LIMIT)
      throw new DamagedFile('A box goes past the end')
    boxes.push({ type: bytes.toString('latin1', at + 4, at + 8), start: at + HEAD, end })
    at = end
  }
  return boxes
}

/** Kinds of items that are pictures, or how they are put together: all else is said beside the image. */
const IMAGES = new Set([
  'hvc1',
  'hev1',
  'lhv1',
  'av01',
  'jpeg',
  'j2k1',
  'grid',
  'iovl',
  'iden',
  'tmap',
  'mski',
])

/** Numbers one after the other; never past the end of their box. */
class Numbers {
  #at: number
  readonly #bytes: Buffer
  readonly #end: number

  constructor(bytes: Buffer, { start, end }: Box) {
    this.#bytes = bytes
    this.#at = start
    this.#end = end
  }

  /** Of 0, 1, 2, 4 or 8 bytes. */
  next(size: number): number {
    const at = this.#at
    if (at + size > this.#end) throw new DamagedFile('A table is cut')
    this.#at += size
    if (size === 0) return 0
    if (size <= 4) return this.#bytes.readUIntBE(at, size)
    const value = Number(this.#bytes.readBigUInt64BE(at))
    if (!Number.isSafeInteger(value)) throw new DamagedFile('A place that cannot be')
    return value
  }
}

/** Ids of the items that are no picture, with their kind. */
function itemsBeside(meta: Buffer, iinf: Box): Map<number, string> {
  const version = meta[iinf.start] ?? 0
  const beside = new Map<number, string>()
  for (const box of boxesIn(meta, iinf.start + (version === 0 ? 6 : 8), iinf.end)) {
    if (box.type !== 'infe') continue
    const numbers = new Numbers(meta, box)
    const entry = numbers.next(4) >>> 24
    const id = numbers.next(entry >= 3 ? 4 : 2)
    numbers.next(2)
    const kind = numbers.next(4)
    const name =
      entry >= 2 ? Buffer.from([kind >>> 24, kind >>> 16, kind >>> 8, kind]).toString('latin1') : ''
    if (!IMAGES.has(name)) beside.set(id, name)
  }
  return beside
}

type Location = {
  readonly id: number
  readonly method: number
  readonly extents: readonly (readonly [number, number])[]
}

function locations(meta: Buffer, iloc: Box): Location[] {
  const numbers = new Numbers(meta, iloc)
  const version = numbers.next(4) >>> 24
  const sizes = numbers.next(2)
  const [offset, length, base] = [(sizes >> 12) & 15, (sizes >> 8) & 15, (sizes >> 4) & 15]
  const index = version === 0 ? 0 : sizes & 15
  const wide = version >= 2 ? 4 : 2
  const count = numbers.next(wide)
  return Array.from({ length: Math.min(count, BOXES_LIMIT) }, () => {
    const id = numbers.next(wide)
    const method = version === 0 ? 0 : numbers.next(2) & 15
    numbers.next(2)
    const from = numbers.next(base)
    const extents = Array.from({ length: numbers.next(2) }, () => {
      numbers.next(index)
      return [from + numbers.next(offset), numbers.next(length)] as const
    })
    return { id, method, extents }
  })
}

function checkSizes(meta: Buffer, iprp: Box | undefined): void {
  const [ipco] = iprp ? boxesIn(meta, iprp.start, iprp.end) : []
  const sizes =
    ipco?.type === 'ipco' ? boxesIn(meta, ipco.start, ipco.end).filter(box => box.type === 'ispe') : []
  if (sizes.length === 0) throw new DamagedFile('An image without size')
  for (const box of sizes) {
    const numbers = new Numbers(meta, box)
    numbers.next(4)
    checkSize(numbers.next(4), numbers.next(4))
  }
}

export type Beside = { readonly kind: string; readonly spans: readonly Span[] }

/**
 * Where what is no picture lies: place, time, device, previews of other programs. `meta` is the whole box, its head included.
 * @throws DamagedFile, ImageTooLarge
 */
export function besideImages(meta: Buffer): Beside[] {
  const boxes = boxesIn(meta, HEAD + 4, meta.length)
  const named = (type: string) => boxes.find(box => box.type === type)
  const [iinf, iloc, idat] = [named('iinf'), named('iloc'), named('idat')]
  if (!iinf || !iloc) throw new DamagedFile('An image without items')
  checkSizes(meta, named('iprp'))
  const beside = itemsBeside(meta, iinf)
  return locations(meta, iloc).flatMap(({ id, method, extents }) => {
    const kind = beside.get(id)
    if (kind === undefined) return []
    // In the file, or in the box beside; made of other items is for images alone.
    if (method > 1 || (method === 1 && !idat)) throw new DamagedFile('An item that is nowhere')
    const from = method === 1 ? (idat?.start ?? 0) : 0
    return [
      {
        kind,
        spans: extents.map(([start, length]) => ({ inMeta: method === 1, start: from + start, length })),
      },
    ]
  })
}
