import type { ImagingFacts } from '@/lib/interop/dicom/describe'
import { cleanHeic } from '@/lib/interop/images/heic'
import { cleanJpeg } from '@/lib/interop/images/jpeg'
import { cleanPng } from '@/lib/interop/images/png'
import { ImageTooLarge } from '@/lib/interop/images/size'
import { cleanWebp } from '@/lib/interop/images/webp'
import { ByteReader, DamagedFile } from './byte-reader'
import { detectMediaType, type MediaType } from './detect'
import { nameAgrees } from './names'
import { ActivePdf, passDicom, passPdf, passRtf, passText, passTiff, UnsafeFile } from './pass'

/** Why a file that a person brings is not taken. */
export type AdmissionCode =
  | 'empty'
  | 'too_large'
  | 'unsupported_type'
  | 'mislabelled'
  | 'unsafe'
  | 'damaged'
  | 'image_too_large'
  | 'active_pdf'

export class NotAdmitted extends Error {
  override name = 'NotAdmitted'
  readonly code: AdmissionCode

  constructor(code: AdmissionCode) {
    super(code)
    this.code = code
  }
}

/** What is known of a file once it has gone through. */
export type Admitted = {
  readonly mediaType: MediaType
  /** Bytes that came, before anything was taken out. */
  readonly sentSize: number
  /** First line of a text: a title for who gave none. */
  readonly firstLine: string | null
  /** Of a DICOM file: which examination it belongs to. */
  readonly imaging: ImagingFacts | null
}

type Kind = (reader: ByteReader, tell: (imaging: ImagingFacts) => void) => AsyncGenerator<Buffer>

/** What a person may bring. Archives, web pages, XML and what can run are for nobody. */
const kinds: Partial<Record<MediaType, Kind>> = {
  'application/pdf': passPdf,
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/webp': cleanWebp,
  'image/tiff': passTiff,
  'image/heic': cleanHeic,
  'text/plain': passText,
  'text/rtf': passRtf,
  'application/dicom': passDicom,
}

/** Enough for every signature, and for a first line. */
const HEAD = 4096

/** Where the head is cut inside a character, a byte or three less make it text again. */
function kindOfHead(head: Buffer): MediaType | null {
  if (head.length < HEAD) return detectMediaType(head)
  const cuts = [0, 1, 2, 3].map(less => detectMediaType(head.subarray(0, HEAD - less)))
  return cuts.find(kind => kind !== null) ?? null
}

function firstLineOf(head: Buffer): string | null {
  const line = head
    .toString('utf8')
    .split(/\r?\n/u)
    .map(text => text.replace(/^\uFEFF/u, '').trim())
    .find(text => text.length > 2)
  return line && line.length <= 120 && !line.includes('\uFFFD') ? line : null
}

async function* within(
  source: AsyncIterable<Uint8Array>,
  limit: number,
  count: (size: number) => void,
): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const piece of source) {
    size += piece.length
    if (size > limit) throw new NotAdmitted('too_large')
    yield piece
  }
  count(size)
}

/** Why, in the words of who is told; null for an error that says nothing of the file. */
export function refusalOf(error: unknown): NotAdmitted | null {
  if (error instanceof DamagedFile) return new NotAdmitted('damaged')
  if (error instanceof ImageTooLarge) return new NotAdmitted('image_too_large')
  if (error instanceof ActivePdf) return new NotAdmitted('active_pdf')
  return error instanceof UnsafeFile ? new NotAdmitted('unsafe') : null
}

/**
 * A file on its way in: what it is by its bytes, checked and rid of what it says beside its content, piece by piece.
 * `onEnd` is told once, after the last byte. Pure.
 * @throws NotAdmitted in the middle of the pieces: what came before is worth nothing.
 */
export async function* admitted(
  source: AsyncIterable<Uint8Array>,
  file: { readonly name: string; readonly limit: number },
  onEnd: (admitted: Admitted) => void,
): AsyncGenerator<Buffer> {
  let sentSize = 0
  const reader = new ByteReader(
    within(source, file.limit, size => {
      sentSize = size
    }),
  )
  const head = await reader.peek(HEAD)
  if (head.length === 0) throw new NotAdmitted('empty')
  const mediaType = kindOfHead(head)
  const kind = mediaType ? kinds[mediaType] : undefined
  if (!mediaType || !kind) throw new NotAdmitted('unsupported_type')
  if (!nameAgrees(file.name, mediaType)) throw new NotAdmitted('mislabelled')
  const firstLine = mediaType === 'text/plain' ? firstLineOf(head) : null
  let imaging: ImagingFacts | null = null
  try {
    yield* kind(reader, facts => {
      imaging = facts
    })
  } catch (error) {
    throw refusalOf(error) ?? error
  }
  onEnd({ mediaType, sentSize, firstLine, imaging })
}
