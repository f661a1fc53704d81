/**
 * multipart/form-data (RFC 7578) read as it comes: a part's content is handed on while the rest is still on its way,
 * so that a file never stands whole in memory. What the platform offers (`request.formData()`) holds it all.
 */
export type FormPart = {
  readonly name: string
  /** Null: a field. Empty: a file field in which nothing was chosen. */
  readonly fileName: string | null
  /** To be read before the next part is asked for; what is left unread is passed over. */
  readonly content: AsyncIterable<Uint8Array>
}

/** Cut, or not what it says it is. */
export class MalformedBody extends Error {
  override name = 'MalformedBody'
}

const HEADERS_LIMIT = 8 * 1024
const PARTS_LIMIT = 100

/** The boundary of a Content-Type header (RFC 2046 §5.1.1), or null when the body is something else. */
export function boundaryOf(contentType: string | null): string | null {
  const [, quoted, bare] =
    /^multipart\/form-data\s*;(?:[^"]*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
      contentType ?? '',
    ) ?? []
  return quoted ?? bare ?? null
}

/** Bytes that came and were not used yet; never more than what came last and a boundary. */
class Incoming {
  #pending: Buffer = Buffer.alloc(0)
  readonly #source: AsyncIterator<Uint8Array>

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  get pending(): Buffer {
    return this.#pending
  }

  use(length: number): Buffer {
    const used = this.#pending.subarray(0, length)
    this.#pending = this.#pending.subarray(length)
    return used
  }

  /** @throws MalformedBody when nothing more comes. */
  async more(): Promise<void> {
    const next = await this.#source.next()
    if (next.done) throw new MalformedBody('The body ends before its last boundary')
    const chunk = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength)
    this.#pending = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk])
  }

  async until(end: string, limit: number): Promise<Buffer> {
    for (;;) {
      const at = this.#pending.indexOf(end)
      if (at >= 0 && at <= limit) {
        const found = this.use(at)
        this.use(end.length)
        return found
      }
      if (this.#pending.length > limit + end.length) throw new MalformedBody('Headers are too long')
      await this.more()
    }
  }

  close(): void {
    this.#source.return?.().catch(() => undefined)
  }
}

/** Where the last bytes that came may be the beginning of a delimiter; their end when they are not. */
function startOf(delimiter: Buffer, pending: Buffer): number {
  const from = Math.max(0, pending.length - delimiter.length + 1)
  for (let at = pending.indexOf('\r', from); at >= 0; at = pending.indexOf('\r', at + 1))
    if (pending.subarray(at).equals(delimiter.subarray(0, pending.length - at))) return at
  return pending.length
}

async function* contentOf(incoming: Incoming, delimiter: Buffer): AsyncGenerator<Buffer> {
  for (;;) {
    const at = incoming.pending.indexOf(delimiter)
    // Handed on as it came, without a copy, but for what may be half a delimiter.
    const free = at >= 0 ? at : startOf(delimiter, incoming.pending)
    if (free > 0) yield incoming.use(free)
    if (at >= 0) {
      incoming.use(delimiter.length)
      return
    }
    await incoming.more()
  }
}

/** Browsers write these three characters as %22, %0D and %0A (HTML, multipart/form-data encoding algorithm). */
function parameter(header: string, name: string): string | null {
  const [, value] = new RegExp(`;\\s*${name}="([^"]*)"`, 'i').exec(header) ?? []
  return value?.replace(/%22/g, '"').replace(/%0[DA]/gi, ' ') ?? null
}

function namesIn(headers: string): Pick<FormPart, 'name' | 'fileName'> {
  const disposition = headers.split('\r\n').find(line => /^content-disposition\s*:/i.test(line)) ?? ''
  const name = parameter(disposition, 'name')
  if (name === null || !/:\s*form-data\s*;/i.test(disposition))
    throw new MalformedBody('A part without a name')
  return { name, fileName: parameter(disposition, 'filename') }
}

/** Where the next part begins; false at the end of the form. */
async function begins(incoming: Incoming): Promise<boolean> {
  while (incoming.pending.length < 2) await incoming.more()
  const after = incoming.use(2).toString('latin1')
  if (after === '--') return false
  if (after !== '\r\n') throw new MalformedBody('A boundary followed by something else')
  return true
}

/**
 * The parts of a form, in the order they were sent.
 * @throws MalformedBody
 */
export async function* partsOf(body: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<FormPart> {
  const incoming = new Incoming(body)
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  try {
    // What stands before the first boundary is nothing (RFC 2046 §5.1.1); browsers write nothing there.
    const opening = delimiter.subarray(2)
    while (incoming.pending.length < opening.length) await incoming.more()
    if (!incoming.use(opening.length).equals(opening)) throw new MalformedBody('No boundary at the beginning')
    for (let count = 0; await begins(incoming); count += 1) {
      if (count >= PARTS_LIMIT) throw new MalformedBody('Too many parts')
      const headers = (await incoming.until('\r\n\r\n', HEADERS_LIMIT)).toString('utf8')
      const content = contentOf(incoming, delimiter)
      yield { ...namesIn(headers), content: { [Symbol.asyncIterator]: () => unended(content) } }
      for await (const _passedOver of content);
    }
  } finally {
    incoming.close()
  }
}

/** A reader that stops early (`break`) must not end the part: the rest of it is still to be passed over. */
function unended(content: AsyncGenerator<Buffer>): AsyncIterator<Buffer> {
  return { next: () => content.next() }
}
