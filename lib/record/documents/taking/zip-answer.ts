import 'server-only'
import { Readable } from 'node:stream'
import { type ZipEntry, zipStream } from '@/lib/interop/zip/write-stream'
import { systemClock } from '@/lib/platform/clock'
import { dayInFrance } from '@/lib/platform/france-time'
import { untrustedContentHeaders } from '@/lib/platform/http/security-headers'
import { logger } from '@/lib/platform/logger'
import type { DocumentLine } from '@/lib/record/documents/schema'
import type { TakenFile } from '@/lib/record/documents/taking/queries'
import { nameInZip } from '@/lib/record/documents/taking/rules'

/** One file as the list inside the archive tells it. */
export type ListedFile = { readonly name: string; readonly line: DocumentLine }

/** Sentences come from the page: this door knows none. */
export type ZipWords = {
  readonly day: (line: DocumentLine) => string
  readonly listName: string
  readonly list: (files: readonly ListedFile[], at: Date) => string
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text, 'utf8')
}

/** The files, then the list of those that are really there. */
async function* entries(files: AsyncIterable<TakenFile>, words: ZipWords): AsyncGenerator<ZipEntry> {
  const listed: ListedFile[] = []
  for await (const { line, file } of files) {
    const { title, date } = line
    const name = nameInZip({
      place: listed.length + 1,
      day: words.day(line),
      title,
      mediaType: file.mediaType,
    })
    yield { path: name, modified: date, content: file.content }
    listed.push({ name, line })
  }
  const at = systemClock.now()
  yield { path: words.listName, modified: at, content: once(words.list(listed, at)) }
}

async function* told(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes
  } catch (error) {
    // The connection is cut without its end: the browser says that the download failed.
    logger().error({ err: error }, 'An archive was broken off')
    throw error
  }
}

/** Written as it is sent: a document is decrypted when its turn comes, and a broken one breaks the transfer. */
export function zipAttachment(files: AsyncIterable<TakenFile>, words: ZipWords): Response {
  const bytes = Readable.from(told(zipStream(entries(files, words))), { objectMode: false })
  return new Response(Readable.toWeb(bytes) as ReadableStream<Uint8Array>, {
    headers: {
      ...untrustedContentHeaders,
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="documents-${dayInFrance(systemClock.now())}.zip"`,
    },
  })
}
