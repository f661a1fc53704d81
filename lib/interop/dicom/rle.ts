import { type Decoded, decoded, refused } from '@/lib/interop/decoded'
import type { Layout } from './image'

/** Run lengths (PS3.5 §G): each byte of each sample is a segment of its own, the most significant first. */

const HEADER = 64
const MOST_SEGMENTS = 15

/** PackBits. Never writes beyond `out`; false when the bytes end before it is full. */
function unpack(bytes: Uint8Array, out: Uint8Array): boolean {
  let [at, to] = [0, 0]
  while (to < out.length && at < bytes.length) {
    const control = bytes[at] ?? 128
    if (control < 128) {
      const run = bytes.subarray(at + 1, at + 2 + control).subarray(0, out.length - to)
      out.set(run, to)
      to += run.length
      at += control + 2
    } else if (control > 128) {
      const count = Math.min(257 - control, out.length - to)
      out.fill(bytes[at + 1] ?? 0, to, to + count)
      to += count
      at += 2
    } else at += 1
  }
  return to === out.length
}

function segmentsOf(bytes: Uint8Array): Uint8Array[] {
  if (bytes.length < HEADER) return []
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = view.getUint32(0, true)
  if (count < 1 || count > MOST_SEGMENTS) return []
  const starts = Array.from({ length: count }, (_, i) => view.getUint32(4 + i * 4, true))
  return starts.map((start, i) => bytes.subarray(start, starts[i + 1] ?? bytes.length))
}

/** The picture as if it had not been compressed, one pixel after the other, little endian. */
export function decodeRle(bytes: Uint8Array, layout: Layout): Decoded<Uint8Array, 'damaged_pixels'> {
  const { rows, columns, samples, bitsAllocated } = layout
  const each = bitsAllocated / 8
  const segments = segmentsOf(bytes)
  if (segments.length !== samples * each) return refused('damaged_pixels', `${segments.length} segments`)
  const points = rows * columns
  // Two bytes stand for 128 at most: what could not fill the picture is not given its memory.
  if (segments.some(({ length }) => length * 64 < points)) return refused('damaged_pixels', 'short segments')
  const out = new Uint8Array(points * samples * each)
  const plane = new Uint8Array(points)
  for (const [index, segment] of segments.entries()) {
    if (!unpack(segment, plane)) return refused('damaged_pixels', `segment ${index}`)
    const sample = Math.floor(index / each)
    const place = sample * each + (each - 1 - (index % each))
    for (let i = 0; i < points; i += 1) out[i * samples * each + place] = plane[i] ?? 0
  }
  return decoded(out)
}
