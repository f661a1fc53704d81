import { deflateSync } from 'node:zlib'

/** A PNG writer for drawn pictures: eight bits per channel, grey or colour, no filter. */

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value >>> 0
})

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (value >>> 8) ^ (crcTable[(value ^ byte) & 0xff] ?? 0)
  return (value ^ 0xffffffff) >>> 0
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, data.length)
  bytes.set(new TextEncoder().encode(type), 4)
  bytes.set(data, 8)
  view.setUint32(data.length + 8, crc(bytes.subarray(4, data.length + 8)))
  return bytes
}

export type Picture = {
  readonly width: number
  readonly height: number
  /** Grey level, or red, green and blue, from 0 to 255. */
  readonly pixel: (x: number, y: number) => number | readonly [number, number, number]
}

const byte = (level: number): number => Math.max(0, Math.min(255, Math.round(level)))

export function writePng(picture: Picture): Uint8Array {
  const { width, height } = picture
  const colour = typeof picture.pixel(0, 0) !== 'number'
  const channels = colour ? 3 : 1
  const rows = new Uint8Array(height * (width * channels + 1))
  let at = 0
  for (let y = 0; y < height; y += 1) {
    at += 1
    for (let x = 0; x < width; x += 1) {
      const value = picture.pixel(x, y)
      for (const level of typeof value === 'number' ? [value] : value) {
        rows[at] = byte(level)
        at += 1
      }
    }
  }
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  header.set([8, colour ? 2 : 0, 0, 0, 0], 8)
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
  const data = new Uint8Array(deflateSync(rows, { level: 9 }))
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', new Uint8Array()),
  ])
}
