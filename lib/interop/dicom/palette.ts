import { type DataSet, elementOf } from './data-set'
import type { TagName } from './tags'
import { numbersOf } from './values'

/** Which colour each value stands for (PS3.3 §C.7.6.3.1.5): three tables of the same beginning. */
export type Palette = {
  /** The value that the first colour stands for. */
  readonly first: number
  readonly red: Uint8Array
  readonly green: Uint8Array
  readonly blue: Uint8Array
}

function tableOf(set: DataSet, descriptor: TagName, data: TagName) {
  const [said = 0, first = 0, bits = 16] = numbersOf(set, descriptor)
  const count = said === 0 ? 65_536 : said
  const element = elementOf(set, data)
  if (!element) return null
  const bytes = set.bytes.subarray(element.value.start, element.value.end)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length >= count * 2) {
    // Some writers put eight bits where sixteen were announced: the larger half is then never used.
    const wide = Array.from({ length: count }, (_, i) => view.getUint16(i * 2, set.littleEndian))
    const shift = bits === 16 && wide.some(value => value > 255) ? 8 : 0
    return { first, values: Uint8Array.from(wide, value => value >> shift) }
  }
  return bytes.length >= count ? { first, values: bytes.slice(0, count) } : null
}

export function paletteOf(set: DataSet): Palette | null {
  const red = tableOf(set, 'redDescriptor', 'redTable')
  const green = tableOf(set, 'greenDescriptor', 'greenTable')
  const blue = tableOf(set, 'blueDescriptor', 'blueTable')
  if (!(red && green && blue)) return null
  return { first: red.first, red: red.values, green: green.values, blue: blue.values }
}
