import { type ByteReader, DamagedFile } from '@/lib/interop/files/byte-reader'
import { minimalExif, orientationOf } from './exif'
import { checkSize } from './size'

/**
 * A JPEG (ITU-T T.81) without what it says beside its image: place, time, device, comments, embedded previews, and
 * whatever follows its end. The image itself is not touched: no quality is lost. How the device was held is kept, as
 * the one EXIF entry; so are the colours (ICC profile, Adobe transform).
 */
const DHT = 0xc4
const DAC = 0xcc
const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const DQT = 0xdb
const DRI = 0xdd
const APP0 = 0xe0
const APP1 = 0xe1
const APP2 = 0xe2
const APP14 = 0xee

const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7
const standsAlone = (marker: number) => isRestart(marker) || marker === 0x01
/** Start of frame, whatever the coding; C4, C8 and CC are tables. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![DHT, 0xc8, DAC].includes(marker)

function segment(marker: number, payload: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(payload.length + 2, 2)
  return Buffer.concat([head, payload])
}

const startsWith = (payload: Buffer, name: string) => payload.toString('latin1', 0, name.length) === name

function exifOf(payload: Buffer): Buffer | null {
  const orientation = startsWith(payload, 'Exif\0\0') ? orientationOf(payload.subarray(6)) : null
  return orientation ? Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), minimalExif(orientation)]) : null
}

const as = (name: string) => (payload: Buffer) => (startsWith(payload, name) ? payload : null)

/** What an application segment keeps of itself; null, and of those that have no row: nothing. */
const applications: Readonly<Record<number, (payload: Buffer) => Buffer | null>> = {
  [APP0]: payload => (startsWith(payload, 'JFIF\0') ? withoutThumbnail(payload) : null),
  [APP1]: exifOf,
  [APP2]: as('ICC_PROFILE\0'),
  [APP14]: as('Adobe'),
}

/** Bytes that the tables in a payload take by what they say of themselves (B.2.4.1, B.2.4.2). */
function tablesIn(payload: Buffer, sizeAt: (at: number) => number): boolean {
  let at = 0
  while (at < payload.length) at += sizeAt(at)
  return at === payload.length
}

const quantization = (payload: Buffer) => (at: number) => ((payload[at] ?? 0) > 15 ? 129 : 65)
const huffman = (payload: Buffer) => (at: number) =>
  17 + payload.subarray(at + 1, at + 17).reduce((sum, count) => sum + count, 0)

/** What the image is made of, each of the one length it may have: nothing else can be hidden there. */
const parts: Readonly<Record<number, (payload: Buffer) => boolean>> = {
  [DHT]: payload => tablesIn(payload, huffman(payload)),
  [DQT]: payload => tablesIn(payload, quantization(payload)),
  [DAC]: payload => payload.length <= 64 && payload.length % 2 === 0,
  [DRI]: payload => payload.length === 2,
  [SOS]: payload => payload.length === 4 + 2 * (payload[0] ?? 0),
}

function kept(marker: number, payload: Buffer): Buffer | null {
  if (isFrame(marker)) return payload
  const isRight = parts[marker]
  if (isRight && !isRight(payload)) throw new DamagedFile('A table of a wrong length')
  return isRight ? payload : (applications[marker]?.(payload) ?? null)
}

/** JFIF may hold a small copy of the image, made before it was cropped. */
function withoutThumbnail(payload: Buffer): Buffer {
  const head = Buffer.alloc(14)
  payload.copy(head, 0, 0, 12)
  return head
}

function checkFrame(payload: Buffer): void {
  if (payload.length < 6 || payload.length !== 6 + 3 * (payload[5] ?? 0))
    throw new DamagedFile('A frame without size')
  checkSize(payload.readUInt16BE(3), payload.readUInt16BE(1))
}

async function nextMarker(reader: ByteReader): Promise<number> {
  const [first, marker = 0] = await reader.take(2)
  if (first !== 0xff) throw new DamagedFile('A marker was expected')
  if (marker !== 0xff) return marker
  // Any number of FF may fill the place before a marker (B.1.1.2).
  reader.back(Buffer.from([0xff]))
  return nextMarker(reader)
}

/** Where entropy-coded data end in this piece: at a marker that is neither a stuffed byte nor a restart. */
function endOfScan(piece: Buffer): number {
  for (let at = piece.indexOf(0xff); at >= 0; at = piece.indexOf(0xff, at + 1)) {
    const next = piece[at + 1]
    if (next === undefined || (next !== 0 && next !== 0xff && !isRestart(next))) return at
  }
  return piece.length
}

async function* scan(reader: ByteReader): AsyncGenerator<Buffer> {
  for (;;) {
    // At least two bytes: a marker's FF is never seen without what follows it.
    if ((await reader.peek(2)).length < 2) throw new DamagedFile('The image is cut')
    const piece = await reader.some()
    const end = endOfScan(piece)
    if (end > 0) yield piece.subarray(0, end)
    if (end === piece.length) continue
    reader.back(piece.subarray(end))
    if (end < piece.length - 1) return
  }
}

async function payloadOf(reader: ByteReader): Promise<Buffer> {
  const length = (await reader.take(2)).readUInt16BE(0)
  if (length < 2) throw new DamagedFile('A segment without length')
  return reader.take(length - 2)
}

/** Markers that came, for what must come before what. */
type Seen = { framed: boolean; scanned: boolean }

async function* marked(reader: ByteReader, marker: number, seen: Seen): AsyncGenerator<Buffer> {
  const payload = await payloadOf(reader)
  if (isFrame(marker)) {
    checkFrame(payload)
    seen.framed = true
  }
  const keeps = kept(marker, payload)
  if (keeps) yield segment(marker, keeps)
  if (marker !== SOS) return
  if (!seen.framed) throw new DamagedFile('A scan without its frame')
  seen.scanned = true
  yield* scan(reader)
}

/** @throws DamagedFile, ImageTooLarge */
export async function* cleanJpeg(reader: ByteReader): AsyncGenerator<Buffer> {
  if ((await nextMarker(reader)) !== SOI) throw new DamagedFile('Not a JPEG')
  yield Buffer.from([0xff, SOI])
  const seen: Seen = { framed: false, scanned: false }
  for (let marker = await nextMarker(reader); marker !== EOI; marker = await nextMarker(reader))
    if (!standsAlone(marker)) yield* marked(reader, marker, seen)
  if (!seen.scanned) throw new DamagedFile('A JPEG without image')
  yield Buffer.from([0xff, EOI])
  await reader.skip()
}
