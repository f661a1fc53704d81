import { type Contact, contactsOf } from '@/lib/interop/cda/contacts'
import { parseCda } from '@/lib/interop/cda/parse'
import type { ClinicalDocument, Section } from '@/lib/interop/cda/schema'
import { readRtf } from '@/lib/interop/rtf/text'
import { dicomType } from '@/lib/record/documents/imaging/rules'

/**
 * What a document says, ready to be shown. Text and tables come as closed typed trees, never as markup; files
 * inside a document (PDF, images) are `parts`, fetched one by one from the reading route.
 */
export type Part = {
  readonly id: string
  readonly mediaType: string
  readonly title: string | null
  readonly bytes: Uint8Array
}

export type Body =
  | { readonly kind: 'sections'; readonly sections: readonly Section[] }
  | { readonly kind: 'pdf'; readonly partId: string }
  | { readonly kind: 'image'; readonly partId: string }
  /** An image, or pages of images, that no browser shows: seen by the pictures that the worker makes of it. */
  | { readonly kind: 'drawn'; readonly partId: string }
  /** `leftOut`: images or objects that words do not say. */
  | { readonly kind: 'text'; readonly text: string; readonly leftOut?: true }
  /** DICOM: a page of its own shows them. */
  | { readonly kind: 'images' }
  /** A format that is kept and can be downloaded, but not shown. */
  | { readonly kind: 'not_shown'; readonly mediaType: string }

export type Content = {
  readonly body: Body
  readonly parts: readonly Part[]
  /** The parsed clinical document: results, vaccinations, encounter … Null for a plain file. */
  readonly clinical: ClinicalDocument | null
}

/** The whole file, when the document is one file. */
export const wholeFile = 'fichier'

const drawnImages = ['image/tiff', 'image/heic']
const shownImages = ['image/jpeg', 'image/png', 'image/gif', 'image/webp']

function text(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function fileBody(bytes: Uint8Array, mediaType: string): Pick<Content, 'body' | 'parts'> {
  const parts = [{ id: wholeFile, mediaType, title: null, bytes }]
  if (mediaType === dicomType) return { body: { kind: 'images' }, parts: [] }
  if (mediaType === 'application/pdf') return { body: { kind: 'pdf', partId: wholeFile }, parts }
  if (shownImages.includes(mediaType)) return { body: { kind: 'image', partId: wholeFile }, parts }
  if (mediaType === 'text/plain') return { body: { kind: 'text', text: text(bytes) }, parts: [] }
  if (drawnImages.includes(mediaType)) return { body: { kind: 'drawn', partId: wholeFile }, parts }
  if (mediaType === 'text/rtf') return rtfBody(bytes, parts)
  return { body: { kind: 'not_shown', mediaType }, parts }
}

/** Words are shown as words; one without any is a file to be downloaded. */
function rtfBody(bytes: Uint8Array, parts: readonly Part[]): Pick<Content, 'body' | 'parts'> {
  const read = readRtf(bytes)
  if (!read.text) return { body: { kind: 'not_shown', mediaType: 'text/rtf' }, parts }
  return { body: { kind: 'text', text: read.text, ...(read.leftOut && { leftOut: true }) }, parts: [] }
}

function clinicalContent(clinical: ClinicalDocument): Content {
  const embedded = clinical.parts.map(part => ({
    id: part.id,
    mediaType: part.mediaType ?? 'application/octet-stream',
    title: part.title,
    bytes: part.bytes,
  }))
  if (clinical.body.kind === 'file') {
    const { bytes, mediaType } = clinical.body
    const file = fileBody(bytes, mediaType ?? 'application/octet-stream')
    return { body: file.body, parts: [...file.parts, ...embedded], clinical }
  }
  const sections = clinical.body.kind === 'structured' ? clinical.body.sections : []
  return { body: { kind: 'sections', sections }, parts: embedded, clinical }
}

/** Never throws: what cannot be read any more is kept, and said. */
export function contentOf(bytes: Uint8Array, mediaType: string): Content {
  if (mediaType !== 'application/xml') return { ...fileBody(bytes, mediaType), clinical: null }
  const parsed = parseCda(bytes)
  return parsed.ok
    ? clinicalContent(parsed.data)
    : { body: { kind: 'not_shown', mediaType }, parts: [], clinical: null }
}

export type WhomToCall = readonly Contact[]

/** Whom a structured document says one may call, without the rest of what it says. */
export function whomToCall(bytes: Uint8Array): WhomToCall {
  return contactsOf(bytes)
}
