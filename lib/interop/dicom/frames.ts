import { type Decoded, decoded, refused } from '@/lib/interop/decoded'
import { type DataSet, type Element, elementOf, type Range } from './data-set'
import type { Layout } from './image'
import { numbersOf } from './values'

/** Where the bytes of each picture of a file stand. */

export type FrameCode = 'frame_cut' | 'frame_missing'

/** Bytes of one picture that is not compressed. Two points share their colours in 4:2:2. */
export function frameSize({ rows, columns, samples, bitsAllocated, photometric }: Layout): number {
  const points = rows * columns
  if (photometric === 'YBR_FULL_422') return points * 2
  return Math.ceil((points * samples * bitsAllocated) / 8)
}

type Wanted = { readonly layout: Layout; readonly index: number }

function nativeFrame(set: DataSet, { value }: Element, { layout, index }: Wanted) {
  const bits = layout.rows * layout.columns * layout.samples * layout.bitsAllocated
  const size = frameSize(layout)
  // Frames of single bits follow each other within a byte; those that fill their last byte are what exists.
  if (layout.bitsAllocated === 1 && index > 0 && bits % 8 !== 0)
    return refused('frame_missing', 'bits that straddle frames')
  const start = value.start + index * size
  if (start + size > value.end) return refused('frame_cut', `frame ${index}`)
  return decoded(set.bytes.subarray(start, start + size))
}

function joined(bytes: Uint8Array, ranges: readonly Range[]): Uint8Array {
  const [only] = ranges
  if (only && ranges.length === 1) return bytes.subarray(only.start, only.end)
  const whole = new Uint8Array(ranges.reduce((sum, { start, end }) => sum + end - start, 0))
  let at = 0
  for (const { start, end } of ranges) {
    whole.set(bytes.subarray(start, end), at)
    at += end - start
  }
  return whole
}

/** The beginnings of frames, from the first fragment: the basic table, or the extended one (PS3.5 §A.4). */
function offsetsOf(set: DataSet, table: Range | undefined): number[] {
  const extended = numbersOf(set, 'extendedOffsets')
  if (extended.length > 0 || !table) return extended
  const view = new DataView(set.bytes.buffer, set.bytes.byteOffset + table.start, table.end - table.start)
  return Array.from({ length: view.byteLength >> 2 }, (_, i) => view.getUint32(i * 4, true))
}

/** Fragments of a frame: one each, all of the only one, or those between two offsets. */
function fragmentsOf(
  set: DataSet,
  all: readonly Range[],
  { layout: { frames }, index }: Wanted,
): readonly Range[] {
  const [table, ...fragments] = all
  if (frames === 1) return fragments
  const offsets = offsetsOf(set, table)
  const [first] = fragments
  if (offsets.length === frames && first && fragments.length !== frames) {
    const from = first.start + (offsets[index] ?? 0)
    const to = first.start + (offsets[index + 1] ?? Number.POSITIVE_INFINITY)
    return fragments.filter(({ start }) => start >= from && start < to)
  }
  return fragments.slice(index, index + 1)
}

/** The bytes of one picture, as they were written. */
export function frameBytes(set: DataSet, layout: Layout, index: number): Decoded<Uint8Array, FrameCode> {
  const element = elementOf(set, 'pixels')
  if (!element || index < 0 || index >= layout.frames) return refused('frame_missing', `frame ${index}`)
  if (!element.fragments) return nativeFrame(set, element, { layout, index })
  const ranges = fragmentsOf(set, element.fragments, { layout, index })
  if (ranges.length > 0) return decoded(joined(set.bytes, ranges))
  return element.cut
    ? refused('frame_cut', `frame ${index}`)
    : refused('frame_missing', `frame ${index} of ${element.fragments.length} fragments`)
}
