import { isPixels, kindOf, type TagName, tags } from './tags'

/**
 * The data set of a DICOM file (PS3.5 §7): elements one after the other, some of which hold data sets. Nothing is
 * copied: an element knows where its value stands. Runs in the browser as well: no Buffer here.
 */

export type Range = { readonly start: number; readonly end: number }

export type Element = {
  readonly tag: number
  /** Value representation, of two letters. */
  readonly kind: string
  readonly value: Range
  /** The bytes end before the value does. */
  readonly cut: boolean
  /** How many bytes its length announces beyond those that are there; of pixels alone. */
  readonly missing?: number
  readonly items: readonly DataSet[]
  /** Of encapsulated pixels (PS3.5 §A.4): the first is the table of offsets. */
  readonly fragments: readonly Range[] | null
}

export type DataSet = {
  readonly bytes: Uint8Array
  readonly littleEndian: boolean
  readonly elements: ReadonlyMap<number, Element>
}

export type Syntax = { readonly littleEndian: boolean; readonly explicit: boolean }

export type DataSetFault = 'truncated' | 'malformed' | 'too_complex'

export class DataSetError extends Error {
  override name = 'DataSetError'
  readonly code: DataSetFault

  constructor(code: DataSetFault) {
    super(code)
    this.code = code
  }
}

const UNDEFINED = 0xffffffff
const ITEM = 0xfffee000
const ITEM_END = 0xfffee00d
const SEQUENCE_END = 0xfffee0dd
/** Kinds whose length is written on four bytes (PS3.5 table 7.1-1). */
const LONG = new Set(['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'SQ', 'SV', 'UC', 'UN', 'UR', 'UT', 'UV'])
const DEEPEST = 16
const MOST_ELEMENTS = 300_000

/** How the elements are written there, and inside of how many others. */
type Place = { readonly syntax: Syntax; readonly depth: number }

type Header = { readonly tag: number; readonly kind: string; readonly length: number; readonly at: number }

type Read = { readonly element: Element; readonly next: number }

/** Within one file: a position, and how much was read of it so far. */
class Reader {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #partial: boolean
  #elements = 0

  constructor(bytes: Uint8Array, partial: boolean) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#partial = partial
  }

  #need(at: number, length: number): void {
    if (at + length > this.#bytes.length) throw new DataSetError('truncated')
  }

  #tag(at: number, { littleEndian }: Syntax): number {
    this.#need(at, 4)
    return ((this.#view.getUint16(at, littleEndian) << 16) | this.#view.getUint16(at + 2, littleEndian)) >>> 0
  }

  #length(at: number, { littleEndian }: Syntax): number {
    this.#need(at, 4)
    return this.#view.getUint32(at, littleEndian)
  }

  #header(at: number, syntax: Syntax): Header {
    const tag = this.#tag(at, syntax)
    if (!syntax.explicit || tag >>> 16 === 0xfffe)
      return { tag, kind: kindOf(tag), length: this.#length(at + 4, syntax), at: at + 8 }
    this.#need(at + 4, 4)
    const kind = String.fromCharCode(this.#view.getUint8(at + 4), this.#view.getUint8(at + 5))
    // Some writers forget the kind and write the implicit form in the middle of an explicit file.
    if (!/^[A-Z]{2}$/.test(kind))
      return { tag, kind: kindOf(tag), length: this.#length(at + 4, syntax), at: at + 8 }
    if (LONG.has(kind)) return { tag, kind, length: this.#length(at + 8, syntax), at: at + 12 }
    return { tag, kind, length: this.#view.getUint16(at + 6, syntax.littleEndian), at: at + 8 }
  }

  /** The elements from `at` to `end`, or to the end of the item when its length is not said. */
  dataSet(at: number, end: number | null, where: Place): { elements: Map<number, Element>; next: number } {
    if (where.depth > DEEPEST) throw new DataSetError('too_complex')
    const elements = new Map<number, Element>()
    try {
      return { elements, next: this.#fill(elements, { at, end }, where) }
    } catch (error) {
      // Of the beginning of a file, what came whole.
      const expected = this.#partial && where.depth === 0 && error instanceof DataSetError
      if (!expected || error.code !== 'truncated') throw error
      return { elements, next: this.#bytes.length }
    }
  }

  #fill(
    elements: Map<number, Element>,
    { at, end }: { at: number; end: number | null },
    where: Place,
  ): number {
    const whole = where.depth === 0
    const stop = end ?? this.#bytes.length
    let next = at
    while (next < stop) {
      // Zeros after the last element fill up a block.
      if (whole && this.#isFilling(next, stop)) return next
      const header = this.#header(next, where.syntax)
      if (header.tag === ITEM_END) return header.at
      const read = this.#element(header, where)
      elements.set(header.tag, read.element)
      next = read.next
      if (whole && isPixels(header.tag)) return next
    }
    if (end === null && !whole) throw new DataSetError('truncated')
    return next
  }

  #isFilling(at: number, stop: number): boolean {
    for (let i = at; i < Math.min(stop, at + 8); i += 1) if (this.#bytes[i] !== 0) return false
    return true
  }

  #element(header: Header, { syntax, depth }: Place): Read {
    this.#count()
    const { tag, kind, length, at } = header
    if (tag >>> 16 === 0xfffe) throw new DataSetError('malformed')
    if (isPixels(tag)) return this.#pixels(header, syntax)
    if (kind === 'SQ' || length === UNDEFINED) {
      // Of an unknown kind and length, it is a sequence of the implicit form (PS3.5 §6.2.2, note 2).
      const inner = kind === 'UN' ? { littleEndian: true, explicit: false } : syntax
      return this.#sequence(header, { syntax: inner, depth })
    }
    this.#need(at, length)
    const value = { start: at, end: at + length }
    return { element: { tag, kind, value, cut: false, items: [], fragments: null }, next: value.end }
  }

  #sequence({ tag, length, at }: Header, { syntax, depth }: Place): Read {
    const end = length === UNDEFINED ? null : at + length
    if (end !== null) this.#need(at, length)
    const items: DataSet[] = []
    let next = at
    while (end === null || next < end) {
      const item = this.#item(next, { syntax, depth: depth + 1 })
      next = item.next
      if (!item.dataSet) break
      items.push(item.dataSet)
    }
    const value = { start: at, end: next }
    return { element: { tag, kind: 'SQ', value, cut: false, items, fragments: null }, next }
  }

  /** Null: the sequence ends there. */
  #item(at: number, place: Place): { readonly dataSet: DataSet | null; readonly next: number } {
    const tag = this.#tag(at, place.syntax)
    const length = this.#length(at + 4, place.syntax)
    const start = at + 8
    if (tag === SEQUENCE_END) return { dataSet: null, next: start }
    if (tag !== ITEM) throw new DataSetError('malformed')
    this.#count()
    const end = length === UNDEFINED ? null : start + length
    if (end !== null) this.#need(start, length)
    const { elements, next } = this.dataSet(start, end, place)
    const { littleEndian } = place.syntax
    return { dataSet: { bytes: this.#bytes, littleEndian, elements }, next: end ?? next }
  }

  #count(): void {
    this.#elements += 1
    if (this.#elements > MOST_ELEMENTS) throw new DataSetError('too_complex')
  }

  /** Cut pixels are no fault of the rest: the frames that came whole can be seen. */
  #pixels({ tag, kind, length, at }: Header, syntax: Syntax): Read {
    const last = this.#bytes.length
    if (length !== UNDEFINED) {
      const value = { start: at, end: Math.min(last, at + length) }
      const missing = Math.max(0, at + length - last)
      const element = { tag, kind, value, cut: missing > 0, missing, items: [], fragments: null }
      return { element, next: value.end }
    }
    const { fragments, next, ended } = this.#fragments(at, syntax)
    const value = { start: at, end: next }
    return { element: { tag, kind, value, cut: !ended, items: [], fragments }, next }
  }

  /** Encapsulated pixels, as far as they go (PS3.5 §A.4). */
  #fragments(at: number, syntax: Syntax) {
    const fragments: Range[] = []
    const last = this.#bytes.length
    let next = at
    while (next + 8 <= last) {
      const tag = this.#tag(next, syntax)
      const start = next + 8
      if (tag === SEQUENCE_END) return { fragments, next: start, ended: true }
      const end = start + this.#length(next + 4, syntax)
      if (tag !== ITEM || end > last) break
      fragments.push({ start, end })
      if (fragments.length > MOST_ELEMENTS) throw new DataSetError('too_complex')
      next = end
    }
    return { fragments, next, ended: false }
  }
}

/** @throws DataSetError */
export function readDataSet(
  bytes: Uint8Array,
  { start, end, syntax, partial = false }: { start: number; end?: number; syntax: Syntax; partial?: boolean },
): { readonly dataSet: DataSet; readonly next: number } {
  const read = new Reader(bytes, partial).dataSet(start, end ?? null, { syntax, depth: 0 })
  return {
    dataSet: { bytes, littleEndian: syntax.littleEndian, elements: read.elements },
    next: read.next,
  }
}

export const elementOf = (set: DataSet, name: TagName): Element | undefined => set.elements.get(tags[name])

export const itemsOf = (set: DataSet, name: TagName): readonly DataSet[] => elementOf(set, name)?.items ?? []
