/** The first directory of a TIFF, which is also what EXIF is written in: the numbers it gives, by tag. */

const SHORT = 3
const LONG = 4
const ENTRY = 12
/** More entries than any device writes. */
const ENTRIES_LIMIT = 512

type Numbers = { readonly short: (at: number) => number; readonly long: (at: number) => number }

function numbersOf(tiff: Buffer): Numbers | null {
  const order = tiff.toString('latin1', 0, 4)
  if (order === 'II*\0') return { short: at => tiff.readUInt16LE(at), long: at => tiff.readUInt32LE(at) }
  if (order === 'MM\0*') return { short: at => tiff.readUInt16BE(at), long: at => tiff.readUInt32BE(at) }
  return null
}

function valueAt(at: number, { short, long }: Numbers): number | null {
  const type = short(at + 2)
  if (type === SHORT) return short(at + 8)
  return type === LONG ? long(at + 8) : null
}

/** What of it lies in these bytes; empty when none does. Never throws: it comes from anyone. */
export function directoryOf(tiff: Buffer): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  const numbers = tiff.length < 8 ? null : numbersOf(tiff)
  const start = numbers?.long(4) ?? 0
  if (!numbers || start < 8 || start + 2 > tiff.length) return found
  const count = Math.min(numbers.short(start), ENTRIES_LIMIT, Math.floor((tiff.length - start - 2) / ENTRY))
  for (let at = start + 2; at < start + 2 + count * ENTRY; at += ENTRY) {
    const value = valueAt(at, numbers)
    if (value !== null) found.set(numbers.short(at), value)
  }
  return found
}
