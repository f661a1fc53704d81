import { isUtf8 } from 'node:buffer'

/** What the bytes are, from the bytes: a name or a declared type is never believed. */
export type MediaType =
  | 'application/pdf'
  | 'image/jpeg'
  | 'image/png'
  | 'image/tiff'
  | 'image/gif'
  | 'image/webp'
  | 'image/heic'
  | 'text/rtf'
  | 'application/zip'
  | 'application/xml'
  | 'application/dicom'
  | 'text/plain'

type Signature = { readonly type: MediaType; readonly offset: number; readonly bytes: readonly number[] }

const ascii = (text: string): number[] => [...text].map(c => c.charCodeAt(0))

const SIGNATURES: readonly Signature[] = [
  // First: what stands before may be the beginning of a TIFF, for programs that know no better (PS3.10 §7.1).
  { type: 'application/dicom', offset: 128, bytes: ascii('DICM') },
  { type: 'image/jpeg', offset: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/png', offset: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/tiff', offset: 0, bytes: [0x49, 0x49, 0x2a, 0x00] },
  { type: 'image/tiff', offset: 0, bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { type: 'image/gif', offset: 0, bytes: ascii('GIF87a') },
  { type: 'image/gif', offset: 0, bytes: ascii('GIF89a') },
  { type: 'text/rtf', offset: 0, bytes: ascii('{\\rtf') },
  { type: 'application/zip', offset: 0, bytes: [0x50, 0x4b, 0x03, 0x04] },
  { type: 'application/zip', offset: 0, bytes: [0x50, 0x4b, 0x05, 0x06] },
]

/** Brands of ISO base media files that hold HEIF stills. */
const HEIC_BRANDS = new Set(['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1'])

function latin(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1', from, to)
}

function matches(bytes: Uint8Array, { offset, bytes: expected }: Signature): boolean {
  return expected.every((byte, i) => bytes[offset + i] === byte)
}

/** PDF readers accept the header anywhere in the first 1 024 bytes (ISO 32000-1, annex H, note 13). */
function isPdf(bytes: Uint8Array): boolean {
  return latin(bytes, 0, 1029).includes('%PDF-')
}

function container(bytes: Uint8Array): MediaType | null {
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP') return 'image/webp'
  if (latin(bytes, 4, 8) === 'ftyp' && HEIC_BRANDS.has(latin(bytes, 8, 12))) return 'image/heic'
  return null
}

/** The first characters, whatever the encoding: enough to see a `<`. */
function isXml(bytes: Uint8Array): boolean {
  const head = latin(bytes, 0, 512).replace(/\0/g, '')
  return /^(?:ï»¿|ÿþ|þÿ)?\s*<(?:\?|!|[A-Za-z_:]+[\w:.-]*(?:\s|>|\/>))/.test(head)
}

/** HTML is markup that a browser runs: it is neither XML nor text for us. */
function isHtml(bytes: Uint8Array): boolean {
  return /^(?:ï»¿)?\s*<(?:!doctype\s+html|html|head|body|script|svg|iframe)[\s>]/i.test(latin(bytes, 0, 512))
}

/** Tabulation, line and page ends are text; escape sequences and the rest of the control characters are not. */
function isControl(byte: number): boolean {
  return byte === 0x7f || (byte < 0x20 && (byte < 0x09 || byte > 0x0d))
}

/** UTF-8, or else Latin-1 without its second block of control characters. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.length === 0 || bytes.some(isControl)) return false
  return isUtf8(bytes) || bytes.every(byte => byte < 0x80 || byte >= 0xa0)
}

/** Null: none of the kinds a health record holds. */
export function detectMediaType(bytes: Uint8Array): MediaType | null {
  const signature = SIGNATURES.find(s => matches(bytes, s))
  if (signature) return signature.type
  const contained = container(bytes)
  if (contained) return contained
  if (isHtml(bytes)) return null
  if (isXml(bytes)) return 'application/xml'
  if (isPdf(bytes)) return 'application/pdf'
  return isText(bytes) ? 'text/plain' : null
}
