import 'server-only'
import { Readable } from 'node:stream'
import { dayInFrance } from '@/lib/platform/france-time'
import { untrustedContentHeaders } from '@/lib/platform/http/security-headers'
import type { Part } from '@/lib/record/documents/content'
import type { Glance, Picture } from '@/lib/record/documents/drawing/queries'
import type { ImageBytes } from '@/lib/record/documents/imaging/queries'
import type { OriginalFile } from '@/lib/record/documents/queries'
import { extensionOf } from '@/lib/record/documents/taking/rules'

/** A name that says when and what kind, never about what: it will lie in a folder of downloads. */
function fileName(file: OriginalFile): string {
  return `document-${dayInFrance(file.date)}.${extensionOf(file.mediaType)}`
}

/** Always saved, never opened in our origin. */
export function attachment(file: OriginalFile): Response {
  // A web stream of the same bytes; the types of Node and of the browser do not know each other.
  const body = Readable.toWeb(file.content) as ReadableStream<Uint8Array>
  return new Response(body, {
    headers: {
      ...untrustedContentHeaders,
      'Content-Type': file.mediaType,
      'Content-Length': String(file.size),
      'Content-Disposition': `attachment; filename="${fileName(file)}"`,
    },
  })
}

/** Images for the page that draws them: opened by themselves they are a file to keep. */
export function imageBytes({ content, size }: ImageBytes): Response {
  return new Response(Readable.toWeb(content) as ReadableStream<Uint8Array>, {
    headers: {
      ...untrustedContentHeaders,
      'Content-Type': 'application/dicom',
      'Content-Length': String(size),
      'Content-Disposition': 'attachment; filename="image.dcm"',
    },
  })
}

/** The only types a browser draws by itself without being able to run anything; the rest is saved. */
const drawn = new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/gif', 'image/webp'])

export function inline(part: Part): Response {
  const shown = drawn.has(part.mediaType)
  return new Response(new Uint8Array(part.bytes), {
    headers: {
      ...untrustedContentHeaders,
      'Content-Type': shown ? part.mediaType : 'application/octet-stream',
      'Content-Disposition': shown ? 'inline' : 'attachment; filename="piece"',
    },
  })
}

/** Made by us, the same as long as its document is there: the browser may keep it for an hour, for this session. */
const keptAnHour = { 'Cache-Control': 'private, max-age=3600', Vary: 'Cookie' } as const

export function picture({ mediaType, bytes }: Picture): Response {
  return new Response(new Uint8Array(bytes), {
    headers: { ...untrustedContentHeaders, 'Content-Type': mediaType, ...keptAnHour },
  })
}

/** The small pictures of a list in one answer, as the page puts them in place. */
export function thumbnails({ pictures, unfinished }: Glance): Response {
  const sources = [...pictures].map(([id, { mediaType, bytes }]) => [
    id,
    `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`,
  ])
  return Response.json(Object.fromEntries(sources), {
    headers: {
      ...(unfinished ? { 'Cache-Control': 'private, no-store' } : keptAnHour),
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
    },
  })
}
