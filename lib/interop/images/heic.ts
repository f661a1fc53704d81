import { type ByteReader, DamagedFile } from '@/lib/interop/files/byte-reader'
import { minimalExif } from './exif'
import { type Beside, besideImages, type Span } from './heic-items'

/**
 * A HEIC that says nothing beside its image. Its items are found by their place in the file, so that nothing is removed
 * but emptied: same length, all zeros. How it was held is a property of the image itself, and stays.
 */
const META_LIMIT = 4 * 1024 * 1024
/** What it says it is: four letters each. */
const BRANDS_LIMIT = 256

type Head = { readonly type: string; readonly bytes: Buffer; readonly left: number }

async function boxHead(reader: ByteReader): Promise<Head | null> {
  const seen = await reader.peek(16)
  if (seen.length === 0) return null
  if (seen.length < 8) throw new DamagedFile('A box is cut')
  const [said, type] = [seen.readUInt32BE(0), seen.toString('latin1', 4, 8)]
  const wide = said === 1
  if (wide && seen.length < 16) throw new DamagedFile('A box is cut')
  const size = wide ? Number(seen.readBigUInt64BE(8)) : said
  const bytes = await reader.take(wide ? 16 : 8)
  if (size === 0) return { type, bytes, left: Number.POSITIVE_INFINITY }
  if (size < bytes.length || !Number.isSafeInteger(size)) throw new DamagedFile('A box of a wrong length')
  return { type, bytes, left: size - bytes.length }
}

async function* contentOf(reader: ByteReader, length: number): AsyncGenerator<Buffer> {
  yield* length === Number.POSITIVE_INFINITY ? reader.rest() : reader.pass(length)
}

/** What is put in place: nothing, or for EXIF the smallest there is, which says nothing either. */
function emptyOf({ kind, spans }: Beside): Buffer {
  const exif = Buffer.concat([Buffer.alloc(4), minimalExif(1)])
  return kind === 'Exif' && spans.length === 1 && (spans[0]?.length ?? 0) >= exif.length
    ? exif
    : Buffer.alloc(0)
}

type Piece = { readonly bytes: Buffer; readonly from: number }

/** Empties in a piece of the file what lies in a span. */
function empty({ bytes, from }: Piece, { start, length }: Span, instead: Buffer): void {
  const [first, end] = [Math.max(start, from), Math.min(start + length, from + bytes.length)]
  if (first >= end) return
  bytes.fill(0, first - from, end - from)
  bytes.set(instead.subarray(Math.min(first - start, instead.length), end - start), first - from)
}

/** What has been read so far: where one is, and what is to be emptied further on. */
type Reading = { at: number; beside: Beside[] | null; hasImage: boolean }

async function* imageData(reader: ByteReader, left: number, reading: Reading): AsyncGenerator<Buffer> {
  // What its items are must be known before they pass.
  const { beside } = reading
  if (!beside) throw new DamagedFile('An image before what it is')
  reading.hasImage = true
  let { at } = reading
  for await (const piece of contentOf(reader, left)) {
    const own = Buffer.from(piece)
    for (const one of beside)
      for (const span of one.spans) if (!span.inMeta) empty({ bytes: own, from: at }, span, emptyOf(one))
    at += own.length
    yield own
  }
}

async function metaBox(
  reader: ByteReader,
  { bytes, left }: Head,
): Promise<{ meta: Buffer; beside: Beside[] }> {
  if (left > META_LIMIT || bytes.length !== 8) throw new DamagedFile('Tables too long')
  const meta = Buffer.concat([bytes, await reader.take(left)])
  const beside = besideImages(meta)
  for (const one of beside)
    for (const span of one.spans) if (span.inMeta) empty({ bytes: meta, from: 0 }, span, emptyOf(one))
  return { meta, beside }
}

/** A box of another use, all zeros, under the name of what readers pass over (ISO/IEC 14496-12 §8.1.2). */
async function* freed(reader: ByteReader, { bytes, left }: Head): AsyncGenerator<Buffer> {
  const head = Buffer.from(bytes)
  head.write('free', 4, 'latin1')
  yield head
  for await (const piece of contentOf(reader, left)) yield Buffer.alloc(piece.length)
}

async function* cleanedBox(reader: ByteReader, head: Head, reading: Reading): AsyncGenerator<Buffer> {
  if (head.type === 'meta' && !reading.beside) {
    const { meta, beside } = await metaBox(reader, head)
    reading.beside = beside
    yield meta
  } else if (head.type === 'mdat') {
    yield head.bytes
    yield* imageData(reader, head.left, reading)
  } else if (head.type === 'ftyp' && head.left <= BRANDS_LIMIT) {
    yield head.bytes
    yield* contentOf(reader, head.left)
  } else yield* freed(reader, head)
}

/** @throws DamagedFile, ImageTooLarge */
export async function* cleanHeic(reader: ByteReader): AsyncGenerator<Buffer> {
  const reading: Reading = { at: 0, beside: null, hasImage: false }
  for (let head = await boxHead(reader); head; head = await boxHead(reader)) {
    reading.at += head.bytes.length
    yield* cleanedBox(reader, head, reading)
    reading.at += head.left
  }
  if (!reading.hasImage) throw new DamagedFile('A HEIC without image')
}
