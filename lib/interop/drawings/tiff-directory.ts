/** The pages of a TIFF (6.0): each one a directory of numbers. What it cites must lie in the file. */

const PAGES_LIMIT = 500
const ENTRIES_LIMIT = 512
const VALUES_LIMIT = 100_000
/** Bytes of each type of number; the others are of no use here. */
const sizes: Readonly<Record<number, 1 | 2 | 4>> = { 1: 1, 3: 2, 4: 4, 7: 1 }

export type Directory = ReadonlyMap<number, readonly number[]>

export class NotDrawable extends Error {
  override name = 'NotDrawable'
}

export type Order = {
  readonly little: boolean
  readonly read: (at: number, size: 1 | 2 | 4) => number
}

export function orderOf(bytes: Buffer): Order {
  const order = bytes.toString('latin1', 0, 4)
  const little = order === 'II*\0'
  if (!little && order !== 'MM\0*') throw new NotDrawable('Not a TIFF')
  return {
    little,
    read: (at, size) => (little ? bytes.readUIntLE(at, size) : bytes.readUIntBE(at, size)),
  }
}

function valuesAt(bytes: Buffer, { read }: Order, at: number): readonly number[] {
  const size = sizes[read(at + 2, 2)]
  const count = read(at + 4, 4)
  if (!size || count > VALUES_LIMIT) return []
  const from = size * count <= 4 ? at + 8 : read(at + 8, 4)
  if (from + size * count > bytes.length) throw new NotDrawable('A value lies outside')
  return Array.from({ length: count }, (_, i) => read(from + i * size, size))
}

/** @throws NotDrawable, RangeError */
export function directoriesOf(bytes: Buffer): Directory[] {
  const order = orderOf(bytes)
  const pages: Directory[] = []
  const seen = new Set<number>()
  for (let at = order.read(4, 4); at !== 0 && !seen.has(at) && pages.length < PAGES_LIMIT; ) {
    seen.add(at)
    const count = order.read(at, 2)
    if (count > ENTRIES_LIMIT) throw new NotDrawable('Too many entries')
    const entries = new Map<number, readonly number[]>()
    for (let i = 0; i < count; i += 1) {
      const entry = at + 2 + 12 * i
      entries.set(order.read(entry, 2), valuesAt(bytes, order, entry))
    }
    pages.push(entries)
    at = order.read(at + 2 + 12 * count, 4)
  }
  return pages
}
