import { isUtf8 } from 'node:buffer'
import { type Decoded, decoded, refused } from '@/lib/interop/decoded'

/** XML 1.0 appendix F: a byte order mark, then the shape of `<?`, then the declaration. */
const LABELS: ReadonlyMap<string, string> = new Map<string, string>([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['ascii', 'utf-8'],
  ['iso-8859-1', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['windows-1252', 'windows-1252'],
  ['cp1252', 'windows-1252'],
  ['iso-8859-15', 'iso-8859-15'],
  ['latin-9', 'iso-8859-15'],
  // The bytes are not in 16-bit units (checked before), so the declaration is wrong: a frequent mistake of string writers.
  ['utf-16', 'utf-8'],
  ['utf-16le', 'utf-8'],
  ['utf-16be', 'utf-8'],
])

const DECLARED = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/

function byShape(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0x3c && b === 0x00) return 'utf-16le'
  if (a === 0x00 && b === 0x3c) return 'utf-16be'
  return null
}

function encodingOf(bytes: Uint8Array): string | null {
  const shape = byShape(bytes)
  if (shape) return shape
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 256)).toString('latin1')
  const declared = DECLARED.exec(head)?.[1]
  return declared ? (LABELS.get(declared.toLowerCase()) ?? null) : 'utf-8'
}

/** Bytes of an XML file to text, without its byte order mark. */
export function decodeXml(bytes: Uint8Array): Decoded<string, 'xml_invalid'> {
  const encoding = encodingOf(bytes)
  if (!encoding) return refused('xml_invalid', 'encoding not supported')
  if (encoding === 'utf-8') return decodeUtf8(bytes)
  try {
    return decoded(new TextDecoder(encoding, { fatal: true }).decode(bytes))
  } catch {
    return refused('xml_invalid', `bytes are not ${encoding}`)
  }
}

/** Several times faster than a fatal TextDecoder. */
function decodeUtf8(bytes: Uint8Array): Decoded<string, 'xml_invalid'> {
  if (!isUtf8(bytes)) return refused('xml_invalid', 'bytes are not utf-8')
  return decoded(bufferOf(withoutMark(bytes)).toString('utf8'))
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  const [a, b, c] = bytes
  return a === 0xef && b === 0xbb && c === 0xbf ? bytes.subarray(3) : bytes
}

/** One character for each byte of a sound UTF-8 file, without its byte order mark; null when it is anything else. */
export function bytesOfUtf8(bytes: Uint8Array): string | null {
  if (encodingOf(bytes) !== 'utf-8' || !isUtf8(bytes)) return null
  return bufferOf(withoutMark(bytes)).toString('latin1')
}
