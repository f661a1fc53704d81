import { kindOf, type TagName, tags } from './tags'

/**
 * Writes small DICOM files: images of the demonstration and of tests, whose source is this project. Samples that others
 * publish are read in place.
 */

export type DataSetDraft = ReadonlyArray<
  readonly [TagName, string | readonly number[] | readonly DataSetDraft[]]
>

export type DicomDraft = {
  readonly transferSyntax?: string
  readonly dataSet: DataSetDraft
  /** Bytes of a picture that is not compressed, or fragments of those that are, one for each picture. */
  readonly pixels?: Uint8Array | readonly Uint8Array[]
}

type Form = { readonly littleEndian: boolean; readonly explicit: boolean }

const EXPLICIT_LITTLE = '1.2.840.10008.1.2.1'
const LONG = /^(?:OB|OW|SQ|UN|UT)$/
const sizes: Readonly<Record<string, number>> = { US: 2, SS: 2, UL: 4, FD: 8 }

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function words(littleEndian: boolean, ...values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 2))
  for (const [i, value] of values.entries()) view.setUint16(i * 2, value, littleEndian)
  return new Uint8Array(view.buffer)
}

function long(littleEndian: boolean, value: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(4))
  view.setUint32(0, value, littleEndian)
  return new Uint8Array(view.buffer)
}

function numbers(kind: string, values: readonly number[], littleEndian: boolean): Uint8Array {
  const size = sizes[kind] ?? 2
  const view = new DataView(new ArrayBuffer(values.length * size))
  for (const [i, value] of values.entries())
    if (size === 8) view.setFloat64(i * size, value, littleEndian)
    else if (size === 4) view.setUint32(i * size, value, littleEndian)
    else view.setUint16(i * size, value & 0xffff, littleEndian)
  return new Uint8Array(view.buffer)
}

/** Of an even length: identifiers end with a zero, texts with a space. */
function text(kind: string, value: string): Uint8Array {
  const bytes = new TextEncoder().encode(value)
  return bytes.length % 2 === 0 ? bytes : joined([bytes, Uint8Array.of(kind === 'UI' ? 0 : 0x20)])
}

function header(tag: number, { kind, length }: { kind: string; length: number }, form: Form): Uint8Array {
  const name = words(form.littleEndian, tag >>> 16, tag & 0xffff)
  if (!form.explicit || tag >>> 16 === 0xfffe) return joined([name, long(form.littleEndian, length)])
  const letters = new TextEncoder().encode(kind)
  if (LONG.test(kind)) return joined([name, letters, Uint8Array.of(0, 0), long(form.littleEndian, length)])
  return joined([name, letters, words(form.littleEndian, length)])
}

function element(name: TagName, value: DataSetDraft[number][1], form: Form): Uint8Array {
  const kind = kindOf(tags[name])
  const bytes = bytesOf(kind, value, form)
  return joined([header(tags[name], { kind, length: bytes.length }, form), bytes])
}

const isNumbers = (value: readonly unknown[]): value is readonly number[] => typeof value[0] === 'number'

function bytesOf(kind: string, value: DataSetDraft[number][1], form: Form): Uint8Array {
  if (typeof value === 'string') return text(kind, value)
  if (isNumbers(value)) return numbers(kind, value, form.littleEndian)
  return joined(
    value.map(item => {
      const bytes = dataSet(item as DataSetDraft, form)
      return joined([header(0xfffee000, { kind: '', length: bytes.length }, form), bytes])
    }),
  )
}

function dataSet(draft: DataSetDraft, form: Form): Uint8Array {
  const sorted = [...draft].sort(([a], [b]) => tags[a] - tags[b])
  return joined(sorted.map(([name, value]) => element(name, value, form)))
}

/** Fragments with their table of offsets (PS3.5 §A.4). */
function encapsulated(pictures: readonly Uint8Array[]): Uint8Array {
  const form: Form = { littleEndian: true, explicit: true }
  const item = (bytes: Uint8Array) =>
    joined([header(0xfffee000, { kind: '', length: bytes.length }, form), bytes])
  const even = pictures.map(bytes => (bytes.length % 2 === 0 ? bytes : joined([bytes, Uint8Array.of(0)])))
  let at = 0
  const offsets = even.map(bytes => {
    const offset = at
    at += bytes.length + 8
    return long(true, offset)
  })
  return joined([
    header(tags.pixels, { kind: 'OB', length: 0xffffffff }, form),
    item(joined(offsets)),
    ...even.map(item),
    header(0xfffee0dd, { kind: '', length: 0 }, form),
  ])
}

function pixelElement(pixels: NonNullable<DicomDraft['pixels']>, form: Form): Uint8Array {
  if (!(pixels instanceof Uint8Array)) return encapsulated(pixels)
  return joined([header(tags.pixels, { kind: 'OW', length: pixels.length }, form), pixels])
}

export function writeDicom({
  transferSyntax = EXPLICIT_LITTLE,
  dataSet: draft,
  pixels,
}: DicomDraft): Uint8Array {
  const form = {
    littleEndian: transferSyntax !== '1.2.840.10008.1.2.2',
    explicit: transferSyntax !== '1.2.840.10008.1.2',
  }
  return joined([
    new Uint8Array(128),
    new TextEncoder().encode('DICM'),
    element('transferSyntax', transferSyntax, { littleEndian: true, explicit: true }),
    dataSet(draft, form),
    ...(pixels ? [pixelElement(pixels, form)] : []),
  ])
}
