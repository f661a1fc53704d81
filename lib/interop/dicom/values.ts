import { type DataSet, type Element, elementOf } from './data-set'
import type { TagName } from './tags'

/** Values of elements. What is absent, empty or is not of its kind is null, never an error. */

/** Defined terms of (0008,0005) and what browsers call them (PS3.3 §C.12.1.1.2). */
const charsets: Readonly<Record<string, string>> = {
  'ISO_IR 100': 'windows-1252',
  'ISO_IR 101': 'iso-8859-2',
  'ISO_IR 109': 'iso-8859-3',
  'ISO_IR 110': 'iso-8859-4',
  'ISO_IR 144': 'iso-8859-5',
  'ISO_IR 127': 'iso-8859-6',
  'ISO_IR 126': 'iso-8859-7',
  'ISO_IR 138': 'iso-8859-8',
  'ISO_IR 148': 'windows-1254',
  'ISO_IR 192': 'utf-8',
  GB18030: 'gb18030',
  GBK: 'gbk',
}

const LONGEST_TEXT = 16_384

function bytesOf({ bytes }: DataSet, { value }: Element): Uint8Array {
  return bytes.subarray(value.start, value.end)
}

const ascii = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes.subarray(0, LONGEST_TEXT))

/** Spaces and zeros at the end make a length even (PS3.5 §6.2). */
const trimmed = (text: string) => text.replaceAll('\0', ' ').trim()

/** Every value of a text made of codes: identifiers, dates, numbers as written. */
export function codesOf(set: DataSet, name: TagName): string[] {
  const element = elementOf(set, name)
  if (!element) return []
  return ascii(bytesOf(set, element)).split('\\').map(trimmed)
}

export const codeOf = (set: DataSet, name: TagName): string | null => codesOf(set, name)[0] || null

/** A text that people wrote, in the characters that the file (`root`) says. */
export function textOf(set: DataSet, name: TagName, root: DataSet = set): string | null {
  const element = elementOf(set, name)
  if (!element) return null
  const bytes = bytesOf(set, element).subarray(0, LONGEST_TEXT)
  const said = codesOf(root, 'characterSet').find(code => charsets[code])
  const text = new TextDecoder((said && charsets[said]) || (isUtf8(bytes) ? 'utf-8' : 'windows-1252'))
    .decode(bytes)
    // Escapes are for switching alphabets, which we do not follow; lines of a text are one line here.
    .replaceAll(/\p{Cc}+/gu, ' ')
  return trimmed(text) || null
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

type Read = (view: DataView, at: number, littleEndian: boolean) => number

const binary: Readonly<Record<string, { readonly size: number; readonly read: Read }>> = {
  US: { size: 2, read: (view, at, little) => view.getUint16(at, little) },
  SS: { size: 2, read: (view, at, little) => view.getInt16(at, little) },
  UL: { size: 4, read: (view, at, little) => view.getUint32(at, little) },
  SL: { size: 4, read: (view, at, little) => view.getInt32(at, little) },
  FL: { size: 4, read: (view, at, little) => view.getFloat32(at, little) },
  FD: { size: 8, read: (view, at, little) => view.getFloat64(at, little) },
  OV: { size: 8, read: (view, at, little) => Number(view.getBigUint64(at, little)) },
}

const MOST_NUMBERS = 100_000

export function numbersOf(set: DataSet, name: TagName): number[] {
  const element = elementOf(set, name)
  if (!element) return []
  const form = binary[element.kind]
  if (!form)
    return codesOf(set, name)
      .filter(text => text !== '')
      .map(Number)
      .filter(Number.isFinite)
  const bytes = bytesOf(set, element)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = Math.min(MOST_NUMBERS, Math.floor(bytes.length / form.size))
  return Array.from({ length: count }, (_, i) => form.read(view, i * form.size, set.littleEndian)).filter(
    Number.isFinite,
  )
}

export const numberOf = (set: DataSet, name: TagName): number | null => numbersOf(set, name)[0] ?? null

/** `2026-03-12`; a date that is none is null. */
export function dateOf(set: DataSet, name: TagName): string | null {
  const [, year, month, day] = /^(\d{4})[.]?(\d{2})[.]?(\d{2})/.exec(codeOf(set, name) ?? '') ?? []
  if (!year || !month || !day) return null
  const iso = `${year}-${month}-${day}`
  const civil = new Date(`${iso}T12:00:00Z`)
  return !Number.isNaN(civil.getTime()) && civil.toISOString().startsWith(iso) ? iso : null
}
