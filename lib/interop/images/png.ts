import { crc32 } from 'node:zlib'
import { type ByteReader, DamagedFile } from '@/lib/interop/files/byte-reader'
import { minimalExif, orientationOf } from './exif'
import { checkSize } from './size'

/**
 * A PNG (W3C, third edition) of its image alone: texts, dates, EXIF, private chunks and what follows its end are left
 * out. How the device was held is kept, and the colours; pixels are not touched.
 */
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

const KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(
    ' ',
  ),
)
/** A chunk that says how the image was held is small; a larger one holds previews. */
const EXIF_READ = 64 * 1024

function chunk(type: string, data: Buffer): Buffer {
  const bytes = Buffer.alloc(12 + data.length)
  bytes.writeUInt32BE(data.length, 0)
  bytes.write(type, 4, 'latin1')
  data.copy(bytes, 8)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length)
  return bytes
}

/** One chunk as it is, its checksum verified on the way. */
async function* passed(reader: ByteReader, head: Buffer): AsyncGenerator<Buffer> {
  let sum = crc32(head.subarray(4))
  yield head
  for await (const piece of reader.pass(head.readUInt32BE(0))) {
    sum = crc32(piece, sum)
    yield piece
  }
  const written = await reader.take(4)
  if (written.readUInt32BE(0) !== sum) throw new DamagedFile('A checksum is wrong')
  yield written
}

async function heldAs(reader: ByteReader, length: number): Promise<Buffer | null> {
  const tiff = await reader.take(Math.min(length, EXIF_READ))
  await reader.skip(length - tiff.length + 4)
  const orientation = orientationOf(tiff)
  return orientation ? chunk('eXIf', minimalExif(orientation)) : null
}

async function* cleaned(reader: ByteReader, head: Buffer): AsyncGenerator<Buffer> {
  const type = head.toString('latin1', 4)
  const length = head.readUInt32BE(0)
  if (KEPT.has(type)) return yield* passed(reader, head)
  const exif = type === 'eXIf' ? await heldAs(reader, length) : await reader.skip(length + 4)
  if (exif) yield exif
}

async function checkHeader(reader: ByteReader): Promise<void> {
  const header = await reader.peek(16)
  if (header.length < 16 || header.toString('latin1', 4, 8) !== 'IHDR')
    throw new DamagedFile('A PNG without size')
  checkSize(header.readUInt32BE(8), header.readUInt32BE(12))
}

/** @throws DamagedFile, ImageTooLarge */
export async function* cleanPng(reader: ByteReader): AsyncGenerator<Buffer> {
  if (!(await reader.take(8)).equals(SIGNATURE)) throw new DamagedFile('Not a PNG')
  yield SIGNATURE
  await checkHeader(reader)
  let hasImage = false
  for (let type = ''; type !== 'IEND'; ) {
    const head = await reader.take(8)
    type = head.toString('latin1', 4)
    hasImage ||= type === 'IDAT'
    yield* cleaned(reader, head)
  }
  if (!hasImage) throw new DamagedFile('A PNG without image')
  await reader.skip()
}
