import { JpegBits } from './jpeg-bits'
import { damaged, JpegError, type JpegFrame, type JpegHeader, type Scan } from './jpeg-markers'

/** Lossless pictures (process 14): each point is said from its neighbours (ISO/IEC 10918-1, annex H). */

type Neighbours = { readonly left: number; readonly above: number; readonly corner: number }

/** Table H.1. */
const predictors: ReadonlyArray<(around: Neighbours) => number> = [
  () => 0,
  ({ left }) => left,
  ({ above }) => above,
  ({ corner }) => corner,
  ({ left, above, corner }) => left + above - corner,
  ({ left, above, corner }) => left + ((above - corner) >> 1),
  ({ left, above, corner }) => above + ((left - corner) >> 1),
  ({ left, above }) => (left + above) >> 1,
]

function differenceOf(bits: JpegBits, table: Uint16Array): number {
  const length = bits.symbol(table)
  return length === 16 ? 32_768 : bits.difference(length)
}

type Work = { readonly frame: JpegFrame; readonly out: Uint16Array; readonly scan: Scan }

type Place = {
  readonly x: number
  /** Points since the beginning, or since the last restart: a restart begins anew, and what is above it counts for nothing. */
  readonly since: number
}

/** What a point should be, from those around it; on the first line and in the first column there are not all (§H.1.1). */
function guess({ frame, out, scan }: Work, at: number, { x, since }: Place): number {
  const step = frame.components.length
  const line = frame.width * step
  if (since === 0) return 1 << (frame.precision - scan.shift - 1)
  const left = out[at - step] ?? 0
  if (since < frame.width) return left
  const above = out[at - line] ?? 0
  if (x === 0) return above
  return predictors[scan.start]?.({ left, above, corner: out[at - line - step] ?? 0 }) ?? 0
}

function decodeScan(bytes: Uint8Array, work: Work): number {
  const { frame, out, scan } = work
  if (scan.start < 1 || scan.start > 7) throw damaged('predictor')
  const bits = new JpegBits(bytes, scan.at)
  const points = frame.width * frame.height
  const every = scan.restart || points
  for (let i = 0; i < points; i += 1) {
    const place = { x: i % frame.width, since: i % every }
    if (i > 0 && place.since === 0) bits.restart()
    for (const { index, dc } of scan.components) {
      const at = i * frame.components.length + index
      out[at] = guess(work, at, place) + differenceOf(bits, dc)
    }
    if (place.x === 0) bits.check()
  }
  bits.check()
  return bits.at
}

export function decodeLossless(bytes: Uint8Array, header: JpegHeader, first: Scan): Uint16Array {
  const { frame } = header
  if (!frame) throw damaged('no frame')
  if (frame.components.some(({ across, down }) => across !== 1 || down !== 1))
    throw new JpegError('unsupported_pixels', 'colours of another size')
  const out = new Uint16Array(frame.width * frame.height * frame.components.length)
  for (let scan: Scan | null = first; scan; ) {
    const { shift } = scan
    scan = header.nextScan(decodeScan(bytes, { frame, out, scan }))
    if (shift > 0 && !scan) for (let i = 0; i < out.length; i += 1) out[i] = (out[i] ?? 0) << shift
  }
  return out
}
