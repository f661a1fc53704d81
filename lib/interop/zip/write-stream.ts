import { pipeline } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

/**
 * A zip written as it goes (PKWARE APPNOTE 6.3): sizes and checksums follow each file, so that nothing is held but
 * the piece on its way. Without its last record, written after everything else, no program takes it for whole: a
 * source that breaks ends the archive in an error. Without zip64: past what its fields can say, it ends the same way.
 */
export type ZipEntry = {
  /** Relative, with `/`. The caller has made it safe. */
  readonly path: string
  readonly modified: Date
  readonly content: AsyncIterable<Uint8Array>
}

const localSignature = 0x04034b50
const descriptorSignature = 0x08074b50
const centralSignature = 0x02014b50
const endSignature = 0x06054b50
/** Sizes after the file; names in UTF-8. */
const flags = 0x0808
const deflated = 8
const version = 20
const fieldLimit = 0xffff_ffff
const countLimit = 0xffff

type Written = {
  readonly name: Buffer
  readonly time: number
  readonly offset: number
  crc: number
  size: number
  packed: number
}

/** Two seconds is all its hours know, and 1980 its first year. */
function dosTime(at: Date): number {
  const year = Math.min(Math.max(at.getUTCFullYear(), 1980), 2107)
  const date = ((year - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate()
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1)
  return date * 0x1_0000 + time
}

function localHeader({ name, time }: Written): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(localSignature, 0)
  header.writeUInt16LE(version, 4)
  header.writeUInt16LE(flags, 6)
  header.writeUInt16LE(deflated, 8)
  header.writeUInt32LE(time, 10)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name])
}

function descriptor({ crc, packed, size }: Written): Buffer {
  const record = Buffer.alloc(16)
  record.writeUInt32LE(descriptorSignature, 0)
  record.writeUInt32LE(crc, 4)
  record.writeUInt32LE(packed, 8)
  record.writeUInt32LE(size, 12)
  return record
}

function centralHeader({ name, time, crc, packed, size, offset }: Written): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(centralSignature, 0)
  header.writeUInt16LE(version, 4)
  header.writeUInt16LE(version, 6)
  header.writeUInt16LE(flags, 8)
  header.writeUInt16LE(deflated, 10)
  header.writeUInt32LE(time, 12)
  header.writeUInt32LE(crc, 16)
  header.writeUInt32LE(packed, 20)
  header.writeUInt32LE(size, 24)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt32LE(offset, 42)
  return Buffer.concat([header, name])
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(22)
  record.writeUInt32LE(endSignature, 0)
  record.writeUInt16LE(count, 8)
  record.writeUInt16LE(count, 10)
  record.writeUInt32LE(size, 12)
  record.writeUInt32LE(offset, 16)
  return record
}

/** Little is gained on what is already packed (PDF, images); texts are made small enough by the quickest way. */
const level = 1

async function* packedContent(entry: ZipEntry, written: Written): AsyncGenerator<Uint8Array> {
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of entry.content) {
      written.crc = crc32(piece, written.crc)
      written.size += piece.length
      yield piece
    }
  }
  // An error of the source destroys what is read here; so does, the other way, a reader that leaves.
  const packed = pipeline(counted, createDeflateRaw({ level }), () => undefined)
  for await (const piece of packed as AsyncIterable<Buffer>) {
    written.packed += piece.length
    yield piece
  }
}

/** @throws what a source throws, and RangeError past the limits of the format: what came out before is no archive. */
export async function* zipStream(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const all: Written[] = []
  let offset = 0
  for await (const entry of entries) {
    const name = Buffer.from(entry.path, 'utf8')
    const written: Written = { name, time: dosTime(entry.modified), offset, crc: 0, size: 0, packed: 0 }
    yield localHeader(written)
    yield* packedContent(entry, written)
    yield descriptor(written)
    offset += 30 + name.length + written.packed + 16
    all.push(written)
    if (offset > fieldLimit || written.size > fieldLimit || all.length > countLimit)
      throw new RangeError('More than a zip can say')
  }
  const central = Buffer.concat(all.map(centralHeader))
  yield central
  yield endRecord(all.length, central.length, offset)
}
