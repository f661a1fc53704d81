/** RFC 9562 §5.7: 48 bits of milliseconds, the version, 12 bits that count within a millisecond, the variant, 62 bits of chance. */

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

let [last, count] = [0, 0]

/** Begins low, so that there is room to count; past it, the next millisecond is borrowed (§6.2, method 1). */
function next(random: number): readonly [number, number] {
  const now = Date.now()
  if (now > last) return [now, random & 0x7ff]
  return count < 0xfff ? [last, count + 1] : [last + 1, 0]
}

/** UUID v7: unique, and sorted by the time it was made, within one process even in the same millisecond. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const view = new DataView(bytes.buffer)
  ;[last, count] = next(view.getUint16(6))
  view.setUint16(0, Math.floor(last / 2 ** 32))
  view.setUint32(2, last % 2 ** 32)
  view.setUint16(6, 0x7000 | count)
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80)
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** In the one form we write: the same id in capitals would be another text in the history. */
export function isId(value: string): boolean {
  return form.test(value)
}
