import { DamagedFile } from '@/lib/interop/files/byte-reader'
import { checkSize } from './size'

/**
 * A TIFF (6.0) of its images alone. Its directories stand anywhere and cite any place, so that it is looked at first,
 * and then passed again: what they cite for the image is kept where it is, their other entries are taken out, and all the rest is
 * zeros: place, time, device, previews, what no directory cites. Pixels are not touched.
 */
export type ReadAt = (offset: number, length: number) => Promise<Buffer>

type Span = { readonly start: number; readonly end: number }
type Patch = { readonly at: number; readonly bytes: Buffer }
export type TiffPlan = { readonly keep: readonly Span[]; readonly patches: readonly Patch[] }

const PAGES_LIMIT = 500
const ENTRIES_LIMIT = 512
const VALUES_LIMIT = 200_000
const ENTRY = 12

/** How the image is made, how it was held, its colours, its resolution. */
const KEPT = new Set([
  ...[
    254, 255, 256, 257, 258, 259, 262, 263, 264, 265, 266, 273, 274, 277, 278, 279, 280, 281, 282, 283, 284,
  ],
  ...[
    286, 287, 290, 291, 292, 293, 296, 297, 301, 317, 318, 319, 320, 321, 322, 323, 324, 325, 332, 334, 336,
  ],
  ...[338, 339, 340, 341, 347, 529, 530, 531, 532, 34675],
])
const [WIDTH, HEIGHT, COMPRESSION] = [256, 257, 259]
const OLD_JPEG = 6
/** Places of image data, and how long each is: strips, tiles. */
const DATA = [
  [273, 279],
  [324, 325],
] as const

/** Bytes of each type of value (§2). */
const sizes: Readonly<Record<number, number>> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  6: 1,
  7: 1,
  8: 2,
  9: 4,
  10: 8,
  11: 4,
  12: 8,
}

type File = { readonly read: ReadAt; readonly size: number; readonly little: boolean }

const number = ({ little }: File, bytes: Buffer, [at, length]: readonly [number, number]) =>
  little ? bytes.readUIntLE(at, length) : bytes.readUIntBE(at, length)

type Entry = { readonly tag: number; readonly type: number; readonly count: number; readonly bytes: Buffer }

/** Where its value is: in itself, or elsewhere. */
function placeOf(file: File, { type, count, bytes }: Entry): Span | null {
  const length = (sizes[type] ?? 1) * count
  if (length <= 4) return null
  const start = number(file, bytes, [8, 4])
  return within(file, { start, end: start + length })
}

function within({ size }: File, span: Span): Span {
  if (span.end > size) throw new DamagedFile('Something lies outside of the file')
  return span
}

async function valuesOf(file: File, entry: Entry | undefined): Promise<number[]> {
  const length = entry ? (sizes[entry.type] ?? 0) : 0
  if (!entry || length === 0 || length > 4 || entry.count > VALUES_LIMIT) return []
  const place = placeOf(file, entry)
  const bytes = place ? await file.read(place.start, place.end - place.start) : entry.bytes.subarray(8)
  return Array.from({ length: entry.count }, (_, i) => number(file, bytes, [i * length, length]))
}

/** The image data that a directory cites. */
async function dataOf(file: File, entries: ReadonlyMap<number, Entry>): Promise<Span[]> {
  const spans: Span[] = []
  for (const [places, lengths] of DATA) {
    const starts = await valuesOf(file, entries.get(places))
    const long = await valuesOf(file, entries.get(lengths))
    if (starts.length !== long.length) throw new DamagedFile('Image data of no length')
    starts.forEach((start, i) => {
      spans.push(within(file, { start, end: start + (long[i] ?? 0) }))
    })
  }
  if (spans.length === 0) throw new DamagedFile('A page without image')
  return spans
}

async function checkPage(file: File, entries: ReadonlyMap<number, Entry>): Promise<void> {
  const first = async (tag: number) => (await valuesOf(file, entries.get(tag)))[0] ?? 0
  checkSize(await first(WIDTH), await first(HEIGHT))
  // Its tables have a place and no length: nothing says where they end.
  if ((await first(COMPRESSION)) === OLD_JPEG) throw new DamagedFile('A JPEG of before 1995')
}

type Page = { readonly next: number; readonly keep: readonly Span[]; readonly patch: Patch }

async function pageAt(file: File, at: number): Promise<Page> {
  within(file, { start: at, end: at + 6 })
  const count = number(file, await file.read(at, 2), [0, 2])
  const length = count * ENTRY + 4
  if (count > ENTRIES_LIMIT) throw new DamagedFile('Too many entries')
  within(file, { start: at, end: at + 2 + length })
  const bytes = Buffer.from(await file.read(at + 2, length))
  const entries = Array.from({ length: count }, (_, i) => bytes.subarray(i * ENTRY, (i + 1) * ENTRY)).map(
    own => ({
      tag: number(file, own, [0, 2]),
      type: number(file, own, [2, 2]),
      count: number(file, own, [4, 4]),
      bytes: own,
    }),
  )
  const kept = entries.filter(({ tag, type }) => KEPT.has(tag) && sizes[type] !== undefined)
  const byTag = new Map(kept.map(entry => [entry.tag, entry]))
  await checkPage(file, byTag)
  const directory = Buffer.alloc(2 + length)
  if (file.little) directory.writeUInt16LE(kept.length)
  else directory.writeUInt16BE(kept.length)
  directory.set(Buffer.concat([...kept.map(entry => entry.bytes), bytes.subarray(-4)]), 2)
  const values = kept.map(entry => placeOf(file, entry)).filter(place => place !== null)
  return {
    next: number(file, bytes, [length - 4, 4]),
    keep: [...values, ...(await dataOf(file, byTag))],
    patch: { at, bytes: directory },
  }
}

function merged(spans: readonly Span[]): Span[] {
  const all: Array<{ start: number; end: number }> = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = all.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else all.push({ start, end })
  }
  return all
}

/** What is to be kept of it. @throws DamagedFile, ImageTooLarge */
export async function planTiff(size: number, read: ReadAt): Promise<TiffPlan> {
  if (size < 8) throw new DamagedFile('The image is cut')
  const head = await read(0, 8)
  const file: File = { read, size, little: head.toString('latin1', 0, 2) === 'II' }
  const pages: Page[] = []
  const seen = new Set<number>()
  for (let at = number(file, head, [4, 4]); at !== 0; at = pages.at(-1)?.next ?? 0) {
    if (seen.has(at) || pages.length >= PAGES_LIMIT) throw new DamagedFile('Pages without end')
    seen.add(at)
    pages.push(await pageAt(file, at))
  }
  if (pages.length === 0) throw new DamagedFile('A TIFF without image')
  return {
    keep: merged([{ start: 0, end: 8 }, ...pages.flatMap(page => page.keep)]),
    patches: pages.map(page => page.patch),
  }
}

type Piece = { readonly from: number; readonly bytes: Uint8Array }

/** Puts in a piece of the file what of `bytes`, which stand at `at`, falls in it. */
function put({ from, bytes: own }: Piece, at: number, bytes: Uint8Array): void {
  const [start, end] = [Math.max(at, from), Math.min(at + bytes.length, from + own.length)]
  if (start < end) own.set(bytes.subarray(start - at, end - at), start - from)
}

/** The same file, of which nothing else is left. */
export async function* cleanTiff(source: AsyncIterable<Uint8Array>, plan: TiffPlan): AsyncGenerator<Buffer> {
  let from = 0
  let ahead = plan.keep
  for await (const piece of source) {
    const own = Buffer.alloc(piece.length)
    const to = from + piece.length
    const here = ahead.filter(span => span.start < to)
    for (const { start, end } of here) {
      const first = Math.max(start, from)
      put(
        { from, bytes: own },
        first,
        piece.subarray(first - from, Math.max(first, Math.min(end, to)) - from),
      )
    }
    for (const { at, bytes } of plan.patches) put({ from, bytes: own }, at, bytes)
    ahead = ahead.filter(span => span.end > to)
    from = to
    yield own
  }
}
