import type { Layout } from './image'

/** The values of a picture, one pixel after the other, colours together; signed when they are. */
export type Samples = Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Int32Array

/** Bits above those stored may hold anything (overlays, once): they are put away, and the sign is spread. */
export function cleaned<Values extends Samples>(
  values: Values,
  { bitsAllocated, bitsStored, signed }: Layout,
): Values {
  const spare = bitsAllocated - bitsStored
  if (spare === 0 || bitsAllocated === 32) return values
  const shift = 32 - bitsStored
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0
    values[i] = signed ? (value << shift) >> shift : value & ((1 << bitsStored) - 1)
  }
  return values
}

function fromWords(bytes: Uint8Array, { bitsAllocated, signed }: Layout, littleEndian: boolean): Samples {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bitsAllocated === 32) {
    const values = signed ? new Int32Array(bytes.length >> 2) : new Uint32Array(bytes.length >> 2)
    for (let i = 0; i < values.length; i += 1)
      values[i] = signed ? view.getInt32(i * 4, littleEndian) : view.getUint32(i * 4, littleEndian)
    return values
  }
  const values = signed ? new Int16Array(bytes.length >> 1) : new Uint16Array(bytes.length >> 1)
  for (let i = 0; i < values.length; i += 1) values[i] = view.getUint16(i * 2, littleEndian)
  return values
}

function fromBits(bytes: Uint8Array, points: number): Uint8Array {
  const values = new Uint8Array(points)
  for (let i = 0; i < points; i += 1) values[i] = ((bytes[i >> 3] ?? 0) >> (i & 7)) & 1
  return values
}

/** Colours that were one after the other, back together (PS3.3 §C.7.6.3.1.3). */
function interleaved(bytes: Uint8Array, points: number): Uint8Array {
  const values = new Uint8Array(points * 3)
  for (let i = 0; i < points; i += 1)
    for (let colour = 0; colour < 3; colour += 1) values[i * 3 + colour] = bytes[colour * points + i] ?? 0
  return values
}

/** Y Y Cb Cr for two points. */
function unfolded422(bytes: Uint8Array, points: number): Uint8Array {
  const values = new Uint8Array(points * 3)
  for (let i = 0; i < points; i += 1) {
    const pair = (i >> 1) * 4
    values[i * 3] = bytes[pair + (i & 1)] ?? 0
    values[i * 3 + 1] = bytes[pair + 2] ?? 0
    values[i * 3 + 2] = bytes[pair + 3] ?? 0
  }
  return values
}

/** Bytes of one picture that is not, or no longer, compressed. */
export function samplesOf(bytes: Uint8Array, layout: Layout, littleEndian = true): Samples {
  const points = layout.rows * layout.columns
  if (layout.samples === 3) {
    if (layout.photometric === 'YBR_FULL_422') return unfolded422(bytes, points)
    return layout.planar ? interleaved(bytes, points) : bytes
  }
  if (layout.bitsAllocated === 1) return fromBits(bytes, points)
  if (layout.bitsAllocated > 8) return cleaned(fromWords(bytes, layout, littleEndian), layout)
  const copy = bytes.slice()
  return cleaned(layout.signed ? new Int8Array(copy.buffer) : copy, layout)
}
