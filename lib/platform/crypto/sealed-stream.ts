import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { Transform, type TransformCallback } from 'node:stream'

/**
 * Streaming AES-256-GCM in segments, after the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár, 2015):
 * a header (magic ‖ 7 random bytes), then segments of 64 KiB each with its own tag. The nonce of a segment is
 * prefix ‖ counter ‖ last?, so that none can be cut, moved, repeated or dropped, and not a byte is released
 * before its segment has been authenticated.
 */
const MAGIC = Buffer.from('MES1')
const PREFIX = 7
const HEADER = MAGIC.length + PREFIX
const TAG = 16
export const SEGMENT = 64 * 1024

function nonceOf(prefix: Uint8Array, counter: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.set(prefix, 0)
  nonce.writeUInt32BE(counter, PREFIX)
  nonce[11] = last ? 1 : 0
  return nonce
}

/** Buffers input and hands out pieces of `size` bytes, always keeping back at least one byte until the end. */
class Chunker {
  #pending: Buffer[] = []
  #length = 0

  push(chunk: Buffer): void {
    this.#pending.push(chunk)
    this.#length += chunk.length
  }

  take(size: number): Buffer | null {
    if (this.#length <= size) return null
    const all = this.rest()
    this.#pending = [all.subarray(size)]
    this.#length -= size
    return all.subarray(0, size)
  }

  /** One piece is given as it is: a large file that comes whole is not copied again for each of its segments. */
  rest(): Buffer {
    const [only] = this.#pending
    return only && this.#pending.length === 1 ? only : Buffer.concat(this.#pending, this.#length)
  }
}

/** What is stored in place of `source`, in pieces, as they are asked for. */
export async function* sealed(
  key: Uint8Array,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  const prefix = randomBytes(PREFIX)
  const chunker = new Chunker()
  let counter = 0
  const seal = (plain: Buffer, last: boolean) => {
    const header = counter === 0 ? [MAGIC, prefix] : []
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(prefix, counter, last))
    counter += 1
    return Buffer.concat([...header, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  }
  for await (const piece of source) {
    chunker.push(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength))
    for (let part = chunker.take(SEGMENT); part; part = chunker.take(SEGMENT)) yield seal(part, false)
  }
  yield seal(chunker.rest(), true)
}

/** Errors the stream when anything was altered, cut or added. */
export function opening(key: Uint8Array): Transform {
  const chunker = new Chunker()
  let prefix: Buffer | undefined
  let counter = 0
  const open = (sealed: Buffer, last: boolean) => {
    if (!prefix || sealed.length < TAG) throw new Error('Sealed stream is cut')
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(prefix, counter, last))
    counter += 1
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG))
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG)), decipher.final()])
  }
  const header = () => {
    if (prefix) return true
    const head = chunker.take(HEADER)
    if (!head) return false
    if (!head.subarray(0, MAGIC.length).equals(MAGIC)) throw new Error('Not a sealed stream')
    prefix = Buffer.from(head.subarray(MAGIC.length))
    return true
  }
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      try {
        chunker.push(chunk)
        if (!header()) return done()
        for (let part = chunker.take(SEGMENT + TAG); part; part = chunker.take(SEGMENT + TAG))
          this.push(open(part, false))
        done()
      } catch (error) {
        done(error instanceof Error ? error : new Error('Sealed stream refused'))
      }
    },
    flush(done: TransformCallback) {
      try {
        this.push(open(chunker.rest(), true))
        done()
      } catch (error) {
        done(error instanceof Error ? error : new Error('Sealed stream refused'))
      }
    },
  })
}
