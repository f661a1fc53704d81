/** The bytes end, or contradict themselves, where the format says they may not. */
export class DamagedFile extends Error {
  override name = 'DamagedFile'
}

/** A file read as it comes, by a format's own lengths: what is held is what was asked for and the last piece that came. */
export class ByteReader {
  #pending: Buffer = Buffer.alloc(0)
  readonly #source: AsyncIterator<Uint8Array>

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  async #more(): Promise<boolean> {
    const next = await this.#source.next()
    if (next.done) return false
    const chunk = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength)
    this.#pending = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk])
    return true
  }

  #use(length: number): Buffer {
    const used = this.#pending.subarray(0, length)
    this.#pending = this.#pending.subarray(length)
    return used
  }

  /** Up to `length` bytes, left where they are: fewer at the end of the file. */
  async peek(length: number): Promise<Buffer> {
    while (this.#pending.length < length && (await this.#more()));
    return this.#pending.subarray(0, length)
  }

  /** @throws DamagedFile when there are not as many. */
  async take(length: number): Promise<Buffer> {
    if ((await this.peek(length)).length < length) throw new DamagedFile('The file is cut')
    return this.#use(length)
  }

  /** What came already, or the next piece; empty at the end of the file. */
  async some(limit = Number.POSITIVE_INFINITY): Promise<Buffer> {
    while (this.#pending.length === 0 && (await this.#more()));
    return this.#use(Math.min(limit, this.#pending.length))
  }

  /** Puts back what `some` gave and was not for now. */
  back(bytes: Buffer): void {
    this.#pending = this.#pending.length === 0 ? bytes : Buffer.concat([bytes, this.#pending])
  }

  /**
   * The next bytes, in pieces.
   * @throws DamagedFile when there are not as many.
   */
  async *pass(length: number): AsyncGenerator<Buffer> {
    for (let left = length; left > 0; ) {
      const piece = await this.some(left)
      if (piece.length === 0) throw new DamagedFile('The file is cut')
      left -= piece.length
      yield piece
    }
  }

  async *rest(): AsyncGenerator<Buffer> {
    for (let piece = await this.some(); piece.length > 0; piece = await this.some()) yield piece
  }

  async skip(length = Number.POSITIVE_INFINITY): Promise<void> {
    for (let left = length; left > 0; ) {
      const piece = await this.some(left)
      if (piece.length > 0) left -= piece.length
      else if (length === Number.POSITIVE_INFINITY) return
      else throw new DamagedFile('The file is cut')
    }
  }
}
