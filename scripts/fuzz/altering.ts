/** Alters files the way chance and malice do. The same number gives the same file, so that a failure can be seen again. */

/** Mulberry32: small, fast, good enough to shuffle bytes. */
export function chance(seed: number): (below: number) => number {
  let state = seed >>> 0
  return below => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

/** What makes readers stumble: ends of structures, sizes at their limits, names that mean something to JavaScript. */
const pieces = [
  '<',
  '>',
  '</a>',
  '"',
  '&',
  '&#x0;',
  ']]>',
  '<!--',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '\u0000',
  'PK\u0003\u0004',
  'PK\u0001\u0002',
  '%PDF-1.7',
  'endobj',
  'stream',
  'xref',
  '/JS (x)',
  'xsi:type="IVL_PQ"',
  'nullFlavor="UNK"',
  '__proto__',
  'constructor',
  '^',
  '9'.repeat(40),
  '-1',
  '1e999',
].map(text => Buffer.from(text))

const numbers = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0xffffffff]

type Edit = (bytes: Buffer, below: (limit: number) => number) => Buffer

const edits: readonly Edit[] = [
  // Cut short.
  (bytes, below) => bytes.subarray(0, below(bytes.length)),
  // A hole.
  (bytes, below) => {
    const at = below(bytes.length)
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + below(2000))])
  },
  // Something that means something, in the middle of something else.
  (bytes, below) => {
    const at = below(bytes.length)
    const piece = pieces[below(pieces.length)] ?? Buffer.alloc(0)
    return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at + below(4))])
  },
  // Part of itself, many times.
  (bytes, below) => {
    const at = below(bytes.length)
    const part = bytes.subarray(at, at + below(400))
    return Buffer.concat([
      bytes.subarray(0, at),
      ...Array.from({ length: below(200) }, () => part),
      bytes.subarray(at),
    ])
  },
  // A number at its limit, where a size or an offset may stand.
  (bytes, below) => {
    const copy = Buffer.from(bytes)
    const value = numbers[below(numbers.length)] ?? 0
    const at = below(Math.max(copy.length - 4, 1))
    if (copy.length < 4) return copy
    if (below(2)) copy.writeUInt32LE(value, at)
    else copy.writeUInt32BE(value, at)
    return copy
  },
  // Bits.
  (bytes, below) => {
    const copy = Buffer.from(bytes)
    for (let n = below(8) + 1; n > 0 && copy.length > 0; n -= 1) {
      const at = below(copy.length)
      copy[at] = (copy[at] ?? 0) ^ (1 << below(8))
    }
    return copy
  },
]

export function altered(bytes: Uint8Array, seed: number): Buffer {
  const below = chance(seed)
  let current = Buffer.from(bytes)
  for (let n = below(4) + 1; n > 0; n -= 1)
    current = Buffer.from(edits[below(edits.length)]?.(current, below) ?? current)
  return current
}
