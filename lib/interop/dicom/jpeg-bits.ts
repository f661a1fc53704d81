import { damaged, type HuffmanTable } from './jpeg-markers'

/** Coded data, bit by bit: FF 00 is FF, and any other marker is the end (ISO/IEC 10918-1 §F.2.2.5). */
export class JpegBits {
  readonly #bytes: Uint8Array
  #at: number
  #buffer = 0
  #count = 0
  /** Zeros put after the end, so that a code may be looked up in sixteen bits. */
  #beyond = 0

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes
    this.#at = at
  }

  #next(): number {
    const byte = this.#bytes[this.#at]
    if (byte === undefined || (byte === 0xff && this.#bytes[this.#at + 1] !== 0)) {
      this.#beyond += 8
      return 0
    }
    this.#at += byte === 0xff ? 2 : 1
    return byte
  }

  #fill(): void {
    while (this.#count <= 24) {
      this.#buffer = (this.#buffer << 8) | this.#next()
      this.#count += 8
    }
  }

  symbol(table: HuffmanTable): number {
    if (this.#count < 16) this.#fill()
    const found = table[(this.#buffer >>> (this.#count - 16)) & 0xffff] ?? 0
    if (found === 0) throw damaged('code')
    this.#count -= found >> 8
    return found & 0xff
  }

  /** `length` bits, at most sixteen, as a signed difference (§F.2.2.1). */
  difference(length: number): number {
    if (length === 0) return 0
    if (length > 16) throw damaged('length')
    if (this.#count < length) this.#fill()
    this.#count -= length
    const value = (this.#buffer >>> this.#count) & ((1 << length) - 1)
    return value < 1 << (length - 1) ? value - (1 << length) + 1 : value
  }

  /** @throws JpegError when more was read than there is. */
  check(): void {
    if (this.#beyond > this.#count + 16) throw damaged('cut')
  }

  /** To what follows the next restart marker. */
  restart(): void {
    this.check()
    const marker = this.#bytes[this.#at + 1] ?? 0
    if (this.#bytes[this.#at] !== 0xff || marker < 0xd0 || marker > 0xd7) throw damaged('restart')
    this.#at += 2
    this.#buffer = 0
    this.#count = 0
    this.#beyond = 0
  }

  get at(): number {
    return this.#at
  }
}
