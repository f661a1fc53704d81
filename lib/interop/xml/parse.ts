import { type Decoded, decoded, refused } from '@/lib/interop/decoded'
import { bytesOfUtf8, decodeXml } from './decode'
import { Scanner, type Source, Stop, type XmlErrorCode, type XmlLimits } from './scan'
import type { XmlElement } from './tree'

/**
 * Limits are checked while reading, at the first excess: time and memory never depend on what an attacker sends.
 * The deepest published French documents have 22 levels, 6 000 elements and 6 attributes.
 */
export const XML_LIMITS: XmlLimits = {
  bytes: 40 * 1024 * 1024,
  depth: 100,
  elements: 200_000,
  attributes: 64,
  // Self-rendering documents hold logos in `src="data:…"`.
  attributeLength: 4 * 1024 * 1024,
  prefixes: 64,
}

/**
 * Bytes to a tree. No DOCTYPE, so no entity of one's own, no external file, no expansion: character references and the
 * five entities of XML only.
 */
export function parseXml(
  bytes: Uint8Array,
  limits: XmlLimits = XML_LIMITS,
): Decoded<XmlElement, XmlErrorCode> {
  if (bytes.length > limits.bytes) return refused('too_large', `XML over ${limits.bytes} bytes`)
  const view = bytesOfUtf8(bytes)
  const read = view === null ? null : scan({ kind: 'bytes', content: view }, limits)
  if (read?.ok) return read
  // Not UTF-8, or refused: what was refused may have names that are not ASCII, and limits count characters.
  const text = decodeXml(bytes)
  return text.ok ? scan({ kind: 'text', content: text.data }, limits) : text
}

function scan(source: Source, limits: XmlLimits): Decoded<XmlElement, XmlErrorCode> {
  try {
    return decoded(new Scanner(source, limits).read())
  } catch (error) {
    if (error instanceof Stop) return { ok: false, error: error.refusal }
    throw error
  }
}
