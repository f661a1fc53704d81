import { inflateSync } from 'node:zlib'
import { unescapeNames } from './inspect'

/** What makes a PDF more than pages: scripts, files inside, programs. Names as ISO 32000-1 writes them. */
export type ActivePart = 'program' | 'script' | 'file'

const active: ReadonlyArray<readonly [ActivePart, RegExp]> = [
  ['program', /\/Launch(?![A-Za-z0-9])/],
  ['script', /\/(?:JavaScript|JS)(?![A-Za-z0-9])/],
  ['file', /\/(?:EmbeddedFiles?|RichMedia)(?![A-Za-z0-9])/],
]

/** Longer than any of these names written with escapes. */
const OVERLAP = 64
/** What an object says of itself before its stream. */
const DICTIONARY = 2_048
/** Objects are put together by the hundred: more is data. */
const OBJECTS_LIMIT = 1024 * 1024
const INFLATED_LIMIT = 8 * 1024 * 1024

const isStart = /stream(?:\r\n|\n)/g
const isEnd = /endstream/g

/** The part that a text of objects holds, if any. */
function activeIn(text: string): ActivePart | null {
  const plain = unescapeNames(text)
  return active.find(([, name]) => name.test(plain))?.[0] ?? null
}

function inflated(data: Buffer): string {
  try {
    return inflateSync(data, { maxOutputLength: INFLATED_LIMIT }).toString('latin1')
  } catch {
    // Encrypted, damaged or immense: nothing can be said of it, and nothing of ours runs it.
    return ''
  }
}

/**
 * Looks for them as the file comes: between streams, and in the streams that hold objects. The data of images and
 * fonts are passed over: whatever three letters are in them by chance. A marker is certain, its absence is not.
 */
export class ActiveParts {
  #pending = ''
  #inStream = false
  /** Data of a stream that holds objects; null for the others. */
  #objects: string | null = null

  /** @returns the first part found in what came so far */
  see(piece: string): ActivePart | null {
    this.#pending += piece
    for (;;) {
      const [found, more] = this.#inStream ? this.#stream() : this.#between()
      if (found || !more) return found
    }
  }

  #between(): readonly [ActivePart | null, boolean] {
    isStart.lastIndex = 0
    const start = isStart.exec(this.#pending)
    const found = activeIn(start ? this.#pending.slice(0, start.index) : this.#pending)
    if (!start) {
      this.#pending = this.#pending.slice(-DICTIONARY)
      return [found, false]
    }
    const dictionary = this.#pending.slice(Math.max(0, start.index - DICTIONARY), start.index)
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1)
    this.#objects = /\/ObjStm\b/.test(own) && /\/FlateDecode\b/.test(own) ? '' : null
    this.#pending = this.#pending.slice(start.index + start[0].length)
    this.#inStream = true
    return [found, true]
  }

  #stream(): readonly [ActivePart | null, boolean] {
    isEnd.lastIndex = 0
    const end = isEnd.exec(this.#pending)
    const to = end ? end.index : Math.max(0, this.#pending.length - OVERLAP)
    if (this.#objects !== null && this.#objects.length + to <= OBJECTS_LIMIT)
      this.#objects += this.#pending.slice(0, to)
    this.#pending = this.#pending.slice(end ? end.index + end[0].length : to)
    if (!end) return [null, false]
    const found = this.#objects ? activeIn(inflated(Buffer.from(this.#objects, 'latin1'))) : null
    this.#objects = null
    this.#inStream = false
    return [found, true]
  }
}
