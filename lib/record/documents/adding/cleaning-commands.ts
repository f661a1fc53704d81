import 'server-only'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { PassThrough, Readable } from 'node:stream'
import { DamagedFile } from '@/lib/interop/files/byte-reader'
import { cleanTiff, planTiff, type ReadAt } from '@/lib/interop/images/tiff'
import { readSealed, removeSealed, type SealedObject, writeSealed } from '@/lib/platform/storage/sealed'

/** What one pass cannot clean: read again from where it was put, encrypted, and put elsewhere. */

/** Kept behind, for what is cited a little before. */
const WINDOW = 512 * 1024
/** Going back further begins again from the start of the file. */
const RETURNS_LIMIT = 60

/** Any place of an object, at the cost of what lies before it: forward is free, a little back as well. */
class Wandering {
  readonly #open: () => Promise<Readable>
  #source: AsyncIterator<Buffer> | undefined
  #stream: Readable | undefined
  #window: Buffer = Buffer.alloc(0)
  /** Where the window begins. */
  #from = 0
  #returns = 0

  constructor(open: () => Promise<Readable>) {
    this.#open = open
  }

  readonly read: ReadAt = async (offset, length) => {
    if (!this.#source || offset < this.#from) await this.#again()
    while (this.#from + this.#window.length < offset + length) await this.#more(offset)
    return Buffer.from(this.#window.subarray(offset - this.#from, offset - this.#from + length))
  }

  close(): void {
    this.#stream?.destroy()
  }

  async #again(): Promise<void> {
    this.#returns += 1
    if (this.#returns > RETURNS_LIMIT) throw new DamagedFile('Directories in every direction')
    this.#stream?.destroy()
    this.#stream = await this.#open()
    this.#source = this.#stream[Symbol.asyncIterator]()
    this.#window = Buffer.alloc(0)
    this.#from = 0
  }

  async #more(offset: number): Promise<void> {
    const next = await this.#source?.next()
    if (!next || next.done) throw new DamagedFile('The image is cut')
    const whole = Buffer.concat([this.#window, next.value])
    const drop = Math.max(0, Math.min(whole.length - WINDOW, offset - this.#from))
    this.#window = whole.subarray(drop)
    this.#from += drop
  }
}

/** The bytes as they come, put aside as well, encrypted, for who keeps the original of a photograph. */
export function aside(owner: string) {
  const through = new PassThrough()
  const written = writeSealed(through, owner)
  // Told to who waits for it; nobody does when the file is refused.
  written.catch(() => undefined)
  return {
    /** Waits for the slower of the two. */
    async push(piece: Uint8Array): Promise<void> {
      if (!through.write(piece)) await Promise.race([once(through, 'drain'), written])
    },
    end(): Promise<SealedObject> {
      through.end()
      return written
    },
    /** Of a file that is refused, nothing stays. */
    async abandon(): Promise<void> {
      through.destroy(new Error('Refused'))
      await written.then(removeSealed, () => undefined)
    },
  }
}

type Written = { readonly sealed: SealedObject; readonly size: number }
type Cleaned = { readonly sealed: SealedObject; readonly sha256: Uint8Array<ArrayBuffer> }

/**
 * The same TIFF, of its images alone. The first is removed, whatever happens.
 * @throws DamagedFile, ImageTooLarge
 */
export async function withoutSayings({ sealed, size }: Written, owner: string): Promise<Cleaned> {
  const wandering = new Wandering(() => readSealed(sealed, owner))
  try {
    const plan = await planTiff(size, wandering.read)
    const hash = createHash('sha256')
    async function* hashed(source: AsyncIterable<Buffer>) {
      for await (const piece of source) {
        hash.update(piece)
        yield piece
      }
    }
    const cleaned = cleanTiff(await readSealed(sealed, owner), plan)
    const written = await writeSealed(Readable.from(hashed(cleaned), { objectMode: false }), owner)
    return { sealed: written, sha256: new Uint8Array(hash.digest()) }
  } finally {
    wandering.close()
    await removeSealed(sealed)
  }
}
