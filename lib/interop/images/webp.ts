import { type ByteReader, DamagedFile } from '@/lib/interop/files/byte-reader'
import { minimalExif, orientationOf } from './exif'
import { checkSize } from './size'

/**
 * A WebP (RFC 9649) that says nothing beside its image. Its length is written first, so that the chunks to remove are
 * not removed but emptied: same length, all zeros, under a name that readers pass over (§2.3). EXIF keeps its place
 * to say how the device was held.
 */
const IMAGE = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
const XMP_FLAG = 0x04
const EXIF_READ = 64 * 1024
const EMPTIED = 'JUNK'

const padded = (length: number) => length + (length % 2)

function* zeros(length: number): Generator<Buffer> {
  const block = Buffer.alloc(Math.min(length, 64 * 1024))
  for (let left = length; left > 0; left -= block.length)
    yield block.subarray(0, Math.min(left, block.length))
}

function chunkHead(type: string, length: number): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 0, 'latin1')
  head.writeUInt32LE(length, 4)
  return head
}

/** The size that the first bytes of an image chunk say (§2.5 to §2.7). */
function checkChunk(type: string, data: Buffer): void {
  if (data.length < 10 && type !== 'VP8L') throw new DamagedFile('An image without size')
  if (type === 'VP8X') checkSize(1 + data.readUIntLE(4, 3), 1 + data.readUIntLE(7, 3))
  if (type === 'VP8 ') checkSize(data.readUInt16LE(6) & 0x3fff, data.readUInt16LE(8) & 0x3fff)
  if (type !== 'VP8L') return
  if (data.length < 5 || data[0] !== 0x2f) throw new DamagedFile('An image without size')
  const bits = data.readUInt32LE(1)
  checkSize(1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff))
}

async function* image(reader: ByteReader, type: string, length: number): AsyncGenerator<Buffer> {
  yield chunkHead(type, length)
  if (type.startsWith('VP8')) checkChunk(type, await reader.peek(Math.min(length, 10)))
  if (type !== 'VP8X') return yield* reader.pass(padded(length))
  const header = Buffer.from(await reader.take(padded(length)))
  header[0] = (header[0] ?? 0) & ~XMP_FLAG
  yield header
}

async function* emptied(reader: ByteReader, type: string, length: number): AsyncGenerator<Buffer> {
  const begin = await reader.take(type === 'EXIF' ? Math.min(length, EXIF_READ) : 0)
  await reader.skip(padded(length) - begin.length)
  // Some write the six letters of JPEG in front.
  const tiff = begin.toString('latin1', 0, 6) === 'Exif\0\0' ? begin.subarray(6) : begin
  const exif = minimalExif(orientationOf(tiff) ?? 1)
  const keeps = type === 'EXIF' && length >= exif.length
  yield chunkHead(keeps ? type : EMPTIED, length)
  if (keeps) yield exif
  yield* zeros(padded(length) - (keeps ? exif.length : 0))
}

/** @throws DamagedFile, ImageTooLarge */
export async function* cleanWebp(reader: ByteReader): AsyncGenerator<Buffer> {
  const head = await reader.take(12)
  if (head.toString('latin1', 0, 4) !== 'RIFF' || head.toString('latin1', 8) !== 'WEBP')
    throw new DamagedFile('Not a WebP')
  yield head
  let left = padded(head.readUInt32LE(4)) - 4
  let hasImage = false
  while (left >= 8) {
    const chunk = await reader.take(8)
    const type = chunk.toString('latin1', 0, 4)
    const length = chunk.readUInt32LE(4)
    left -= 8 + padded(length)
    if (left < 0) throw new DamagedFile('A chunk goes past the end')
    hasImage ||= type === 'VP8 ' || type === 'VP8L' || type === 'ANMF'
    yield* IMAGE.has(type) ? image(reader, type, length) : emptied(reader, type, length)
  }
  if (!hasImage) throw new DamagedFile('A WebP without image')
  await reader.skip()
}
