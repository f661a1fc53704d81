import { createHash } from 'node:crypto'
import { readCda } from '@/lib/interop/cda/parse'
import type { ClinicalDocument } from '@/lib/interop/cda/schema'
import { type Decoded, decoded, refused } from '@/lib/interop/decoded'
import { detectMediaType, type MediaType } from '@/lib/interop/files/detect'
import { FORMAT_SYSTEM, formatLabel, formatOfMedia } from '@/lib/interop/terminology/documents'
import { parseXdm } from '@/lib/interop/xdm/parse'
import type { XdmDocument, XdmSubmissionSet } from '@/lib/interop/xdm/schema'
import { parseXml } from '@/lib/interop/xml/parse'
import { type Described, describeCda, listed } from './from-cda'
import { describeImages } from './from-dicom'
import { describeXdm, samePatient } from './from-xdm'
import type { IncomingDocument, IncomingErrorCode, IncomingResult } from './schema'

/** Largest file a door accepts; packages have their own limits on what they unfold to. */
export const INCOMING_LIMIT = 64 * 1024 * 1024

/** What may be kept as it came. HTML, SVG, archives and programs may not. */
const KEPT: ReadonlySet<MediaType> = new Set<MediaType>([
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/tiff',
  'image/gif',
  'image/webp',
  'image/heic',
  'text/rtf',
  'text/plain',
  'application/dicom',
])

type File = { readonly bytes: Uint8Array; readonly name: string; readonly sha1: string | null }
type Read<T> = Decoded<T, IncomingErrorCode>

function baseName(path: string): string {
  return path.split(/[/\\]/).pop()?.trim() || 'document'
}

function assemble(
  described: Described,
  file: File,
  as: { mediaType: string; cda: ClinicalDocument | null },
): IncomingDocument {
  const { bytes } = file
  const fileName = baseName(file.name)
  return {
    ...described,
    title: described.title ?? described.type?.label ?? (fileName.replace(/\.[^.]{1,8}$/, '') || fileName),
    mediaType: as.mediaType,
    bytes,
    sha1: file.sha1 ?? createHash('sha1').update(bytes).digest('hex'),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
    fileName,
    cda: as.cda,
  }
}

/** A file that says nothing of itself: the person who brings it will. */
function describePlain(mediaType: string): Described {
  return {
    action: 'store',
    uniqueId: null,
    entryUuid: null,
    setId: null,
    version: null,
    replaces: [],
    appends: [],
    patient: null,
    type: null,
    class: null,
    format: listed(formatOfMedia(mediaType), FORMAT_SYSTEM, formatLabel),
    confidentiality: [],
    events: [],
    facilityType: null,
    practiceSetting: null,
    title: null,
    comments: null,
    authors: [],
    custodian: null,
    legalAuthenticator: null,
    languageCode: null,
    creation: null,
    serviceStart: null,
    serviceStop: null,
    submissionSetId: null,
    submittedAt: null,
  }
}

/** Any XML is checked for harm, whatever it is; only a CDA is understood. */
function clinicalDocumentIn(bytes: Uint8Array): Read<ClinicalDocument | null> {
  const xml = parseXml(bytes)
  if (!xml.ok) return xml
  const cda = readCda(xml.data)
  return cda.ok ? cda : decoded(null)
}

function readPackaged(document: XdmDocument, set: XdmSubmissionSet): Read<IncomingDocument> {
  const file: File = { bytes: document.bytes, name: document.path || document.uniqueId, sha1: document.hash }
  if (document.bytes.length === 0) {
    if (document.action !== 'delete') return refused('empty', document.uniqueId)
    const nothing = { mediaType: document.mimeType ?? 'application/octet-stream', cda: null }
    return decoded(assemble(describeXdm(document, set, null), { ...file, sha1: null }, nothing))
  }
  const mediaType = detectMediaType(document.bytes)
  const cda = mediaType === 'application/xml' ? clinicalDocumentIn(document.bytes) : decoded(null)
  if (!cda.ok) return refused(cda.error.code, `${document.uniqueId}: ${cda.error.detail}`)
  if (!mediaType || (mediaType !== 'application/xml' && !KEPT.has(mediaType))) {
    return refused('unsupported_type', `${document.uniqueId}: ${mediaType ?? 'unknown'}`)
  }
  if (!samePatient(document, set, cda.data)) return refused('patient_mismatch', document.uniqueId)
  return decoded(assemble(describeXdm(document, set, cda.data), file, { mediaType, cda: cda.data }))
}

async function readPackage(bytes: Uint8Array): Promise<IncomingResult> {
  const xdm = await parseXdm(bytes)
  if (!xdm.ok) return xdm
  const documents: IncomingDocument[] = []
  for (const set of xdm.data.submissionSets) {
    for (const packaged of set.documents) {
      const document = readPackaged(packaged, set)
      if (!document.ok) return document
      documents.push(document.data)
    }
  }
  return documents.length > 0 ? decoded(documents) : refused('metadata_invalid', 'no document')
}

function readBareXml(file: File): IncomingResult {
  const cda = clinicalDocumentIn(file.bytes)
  if (!cda.ok) return cda
  if (!cda.data) return refused('not_a_cda', 'XML without ClinicalDocument')
  return decoded([assemble(describeCda(cda.data), file, { mediaType: 'application/xml', cda: cda.data })])
}

/**
 * One file of any door (import, mail, API) to the documents it holds. Pure: no file, no network, no database, no clock. Either every
 * document of the file is sound, or the file is refused with one code and a detail for the log.
 */
export async function readIncoming(bytes: Uint8Array, fileName: string): Promise<IncomingResult> {
  if (bytes.length === 0) return refused('empty', 'no byte')
  if (bytes.length > INCOMING_LIMIT) return refused('too_large', `${bytes.length} bytes`)
  const file: File = { bytes, name: fileName, sha1: null }
  const mediaType = detectMediaType(bytes)
  if (mediaType === 'application/zip') return readPackage(bytes)
  if (mediaType === 'application/xml') return readBareXml(file)
  if (!mediaType || !KEPT.has(mediaType)) return refused('unsupported_type', mediaType ?? 'unknown')
  const said = mediaType === 'application/dicom' ? describeImages(bytes) : {}
  return decoded([assemble({ ...describePlain(mediaType), ...said }, file, { mediaType, cda: null })])
}
