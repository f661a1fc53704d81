import { crc32, deflateRawSync } from 'node:zlib'

/** A plain zip (PKWARE APPNOTE 6.3, without zip64), the same bytes for the same files: every date is 1 January 1980. */
export type ZipFileContent = { readonly path: string; readonly bytes: Uint8Array }

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const DOS_DATE = 0x0021
const UTF8_NAMES = 0x0800
const VERSION = 20

type Packed = {
  readonly name: Buffer
  readonly method: number
  readonly crc: number
  readonly data: Uint8Array
  readonly size: number
}

function pack({ path, bytes }: ZipFileContent): Packed {
  const deflated = deflateRawSync(bytes)
  const shrinks = deflated.length < bytes.length
  return {
    name: Buffer.from(path, 'utf8'),
    method: shrinks ? 8 : 0,
    crc: crc32(bytes),
    data: shrinks ? deflated : bytes,
    size: bytes.length,
  }
}

/** The fields that the local and the central header share. */
function common(buffer: Buffer, at: number, file: Packed): void {
  buffer.writeUInt16LE(VERSION, at)
  buffer.writeUInt16LE(UTF8_NAMES, at + 2)
  buffer.writeUInt16LE(file.method, at + 4)
  buffer.writeUInt16LE(DOS_DATE, at + 8)
  buffer.writeUInt32LE(file.crc, at + 10)
  buffer.writeUInt32LE(file.data.length, at + 14)
  buffer.writeUInt32LE(file.size, at + 18)
  buffer.writeUInt16LE(file.name.length, at + 22)
}

function localHeader(file: Packed): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(LOCAL, 0)
  common(header, 4, file)
  return Buffer.concat([header, file.name])
}

function centralHeader(file: Packed, offset: number): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(CENTRAL, 0)
  header.writeUInt16LE(VERSION, 4)
  common(header, 6, file)
  header.writeUInt32LE(offset, 42)
  return Buffer.concat([header, file.name])
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(22)
  record.writeUInt32LE(END, 0)
  record.writeUInt16LE(count, 8)
  record.writeUInt16LE(count, 10)
  record.writeUInt32LE(size, 12)
  record.writeUInt32LE(offset, 16)
  return record
}

export function writeZip(files: readonly ZipFileContent[]): Uint8Array {
  const bodies: Uint8Array[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const file of files.map(pack)) {
    const header = localHeader(file)
    directory.push(centralHeader(file, offset))
    bodies.push(header, file.data)
    offset += header.length + file.data.length
  }
  const central = Buffer.concat(directory)
  return new Uint8Array(Buffer.concat([...bodies, central, endRecord(files.length, central.length, offset)]))
}
