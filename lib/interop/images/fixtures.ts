import { crc32, deflateSync } from 'node:zlib'

/** Small true images with what cameras and software write beside them. */

const be16 = (value: number) => [value >> 8, value & 255]
const le32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/** Of a place in Paris, as text: what must not be found again. */
export const place = 'GPSLatitude 48.8566 GPSLongitude 2.3522'

/** An EXIF block as a telephone writes it: how it was held, then much else. */
export function exif(orientation: number): Buffer {
  const entry = (tag: number, type: number, value: number) => {
    const bytes = Buffer.alloc(12)
    bytes.writeUInt16LE(tag, 0)
    bytes.writeUInt16LE(type, 2)
    bytes.writeUInt32LE(1, 4)
    if (type === 3) bytes.writeUInt16LE(value, 8)
    else bytes.writeUInt32LE(value, 8)
    return bytes
  }
  return Buffer.concat([
    Buffer.from('II*\0', 'latin1'),
    le32(8),
    Buffer.from([2, 0]),
    entry(0x0112, 3, orientation),
    entry(0x8825, 4, 64),
    le32(0),
    Buffer.from(place),
  ])
}

const segment = (marker: number, payload: Buffer) =>
  Buffer.concat([Buffer.from([0xff, marker, ...be16(payload.length + 2)]), payload])

type JpegDraft = {
  readonly width?: number
  readonly height?: number
  readonly orientation?: number
  /** Compressed data to put in the scan, instead of a plain grey. */
  readonly scan?: Buffer
  readonly tail?: Buffer
}

/** Plain grey: one Huffman code for « same as before », one for « nothing more in this block » (T.81 annex F). */
export function jpeg({
  width = 16,
  height = 16,
  orientation = 6,
  scan,
  tail = Buffer.alloc(0),
}: JpegDraft = {}) {
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8)
  const table = (kind: number) => segment(0xc4, Buffer.from([kind, 1, ...Array(15).fill(0), 0]))
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x02\0\0\x48\0\x48\0\0', 'latin1')),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif(orientation)])),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${place}</x:xmpmeta>`, 'latin1')),
    segment(0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), Buffer.alloc(20, 7)])),
    segment(0xed, Buffer.from(`Photoshop 3.0\0${place}`, 'latin1')),
    segment(0xfe, Buffer.from(place)),
    segment(0xdb, Buffer.from([0, ...Array(64).fill(1)])),
    segment(0xc0, Buffer.from([8, ...be16(height), ...be16(width), 1, 1, 0x11, 0])),
    table(0x00),
    table(0x10),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    scan ?? Buffer.alloc(Math.ceil((blocks * 2) / 8), 0),
    Buffer.from([0xff, 0xd9]),
    tail,
  ])
}

export function pngChunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

type PngDraft = { readonly width?: number; readonly height?: number; readonly tail?: Buffer }

export function png({ width = 8, height = 8, tail = Buffer.alloc(0) }: PngDraft = {}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('eXIf', exif(8)),
    pngChunk('tEXt', Buffer.from(`Comment\0${place}`)),
    pngChunk('gAMA', Buffer.from([0, 0, 0xb1, 0x8f])),
    pngChunk('IDAT', deflateSync(Buffer.alloc(9 * 8, 0))),
    pngChunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${place}`)),
    pngChunk('IEND', Buffer.alloc(0)),
    tail,
  ])
}

const riffChunk = (type: string, data: Buffer) =>
  Buffer.concat([Buffer.from(type, 'latin1'), le32(data.length), data, Buffer.alloc(data.length % 2)])

export function webp({ width = 1, height = 1 } = {}): Buffer {
  const canvas = Buffer.alloc(10)
  canvas[0] = 0x0c
  canvas.writeUIntLE(width - 1, 4, 3)
  canvas.writeUIntLE(height - 1, 7, 3)
  const chunks = Buffer.concat([
    Buffer.from('WEBP'),
    riffChunk('VP8X', canvas),
    riffChunk('VP8L', Buffer.from('LwAAABAHEBERiIj+BwA=', 'base64')),
    riffChunk('EXIF', exif(3)),
    riffChunk('XMP ', Buffer.from(`<x:xmpmeta>${place}</x:xmpmeta>`)),
  ])
  return Buffer.concat([Buffer.from('RIFF'), le32(chunks.length), chunks])
}
