import { type DataSet, elementOf } from '@/lib/interop/dicom/data-set'
import { describeDicom, type ImagingFacts } from '@/lib/interop/dicom/describe'
import { readDicom } from '@/lib/interop/dicom/read'
import { directoryOf } from '@/lib/interop/images/directory'
import { checkSize } from '@/lib/interop/images/size'
import { ActiveParts } from '@/lib/interop/pdf/active'
import { type ByteReader, DamagedFile } from './byte-reader'

/** Kinds that are kept as they came, once looked at: what can run, or be something else as well, does not pass. */

export class UnsafeFile extends Error {
  override name = 'UnsafeFile'
}

/** What programs and archives begin with: Windows, Linux, macOS, scripts, zip, PDF. */
const RUNS = [
  'MZ',
  '\u007fELF',
  '#!',
  'PK\u0003\u0004',
  '%PDF',
  '\u00fe\u00ed\u00fa',
  '\u00cf\u00fa\u00ed\u00fe',
  '\u00ca\u00fe\u00ba\u00be',
]

const canRun = (head: string) => RUNS.some(magic => head.startsWith(magic)) || /^\s*</.test(head)

/** Searches a text that comes in pieces; what straddles two pieces is found as well. */
async function* watched(
  reader: ByteReader,
  length: number,
  look: (window: string, fresh: number) => void,
): AsyncGenerator<Buffer> {
  let tail = ''
  for await (const piece of reader.rest()) {
    const window = tail + piece.toString('latin1')
    look(window, piece.length)
    tail = window.slice(-length)
    yield piece
  }
}

/** After its end a PDF may be signed or printed upon, but is not an archive too. */
const AFTER_END = 1024

/** More than pages: scripts, or files inside. */
export class ActivePdf extends Error {
  override name = 'ActivePdf'
}

/**
 * A PDF that begins as one, ends as one, and is made of pages alone. Neither our viewer nor its address runs a script;
 * but a document is downloaded, and opened elsewhere.
 */
export async function* passPdf(reader: ByteReader): AsyncGenerator<Buffer> {
  const head = (await reader.peek(1024)).toString('latin1')
  const before = head.slice(0, head.indexOf('%PDF-'))
  if (!/^(?:ï»¿)?\s*$/.test(before)) throw new UnsafeFile('Something comes before the PDF')
  let afterEnd = Number.POSITIVE_INFINITY
  const parts = new ActiveParts()
  yield* watched(reader, 32, (window, fresh) => {
    const part = parts.see(window.slice(-fresh))
    if (part === 'program') throw new UnsafeFile('A PDF that starts a program')
    if (part) throw new ActivePdf(`A PDF with a ${part}`)
    const end = window.lastIndexOf('%%EOF')
    afterEnd = end >= 0 ? window.length - end : afterEnd + fresh
  })
  if (afterEnd === Number.POSITIVE_INFINITY) throw new DamagedFile('The PDF is cut')
  if (afterEnd > AFTER_END) throw new UnsafeFile('Something comes after the PDF')
}

const isControl = (byte: number) => byte === 0x7f || (byte < 0x20 && (byte < 0x09 || byte > 0x0d))

export async function* passText(reader: ByteReader): AsyncGenerator<Buffer> {
  if (canRun((await reader.peek(64)).toString('latin1'))) throw new UnsafeFile('A script')
  for await (const piece of reader.rest()) {
    if (piece.some(isControl)) throw new DamagedFile('Not a text to its end')
    yield piece
  }
}

/** Objects of other programs, embedded or fetched (RTF 1.9.1, « Objects » and « Fields »). */
const EMBEDS =
  /\\(?:objdata|objemb|objautlink|objupdate|objhtml|objocx|object)\b|\bDDEAUTO\b|\bINCLUDEPICTURE\b/

export async function* passRtf(reader: ByteReader): AsyncGenerator<Buffer> {
  yield* watched(reader, 24, window => {
    if (EMBEDS.test(window)) throw new UnsafeFile('A text that holds another program’s object')
  })
}

/** What a DICOM file says before its pixels: functional groups of a thousand pictures fit. */
const DICOM_HEAD = 1024 * 1024
/** The end of a sequence, which the compressed pixels of a whole file have (PS3.5 §A.4). */
const SEQUENCE_END = '\u00fe\u00ff\u00dd\u00e0\0\0\0\0'

/** How much must follow the head for the pixels to be whole; null: up to a mark. */
function restAwaited(head: DataSet): number | null {
  const pixels = elementOf(head, 'pixels')
  return pixels?.fragments && pixels.cut ? null : (pixels?.missing ?? 0)
}

/**
 * The 128 bytes before DICM are for anyone (PS3.10 §7.1), and are where a program can hide (CVE-2019-11687).
 * What it says of the examination is told, unless it is written in a way that we do not read.
 */
export async function* passDicom(
  reader: ByteReader,
  tell: (facts: ImagingFacts) => void,
): AsyncGenerator<Buffer> {
  const head = await reader.peek(DICOM_HEAD)
  if (head.length < 132) throw new DamagedFile('The image is cut')
  if (canRun(head.subarray(0, 132).toString('latin1'))) throw new UnsafeFile('A program in front of an image')
  const size = head.length
  const read = readDicom(head, { partial: true })
  if (!read.ok && read.error.code !== 'deflated') throw new DamagedFile(`DICOM: ${read.error.code}`)
  if (read.ok) tell(describeDicom(read.data.dataSet))
  const awaited = read.ok ? restAwaited(read.data.dataSet) : 0
  let [seen, ended] = [0, awaited !== null]
  yield* watched(reader, SEQUENCE_END.length, (window, fresh) => {
    seen += fresh
    ended ||= seen > size && window.includes(SEQUENCE_END)
  })
  if (!ended || seen < size + (awaited ?? 0)) throw new DamagedFile('The pixels are cut')
}

const TIFF_HEAD = 4096
const WIDTH = 256
const HEIGHT = 257

/** Its size is checked when its directory stands at its beginning; it may stand anywhere, and is looked for once all is there (interop/images/tiff). */
export async function* passTiff(reader: ByteReader): AsyncGenerator<Buffer> {
  const head = await reader.peek(TIFF_HEAD)
  if (head.length < 8) throw new DamagedFile('The image is cut')
  const said = directoryOf(head)
  const [width, height] = [said.get(WIDTH), said.get(HEIGHT)]
  if (width !== undefined && height !== undefined) checkSize(width, height)
  yield* reader.rest()
}
