import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/platform/env'

export function sha256(...parts: Array<Uint8Array | string>): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

export function hmac(key: Uint8Array, ...parts: Array<Uint8Array | string>): Buffer {
  const mac = createHmac('sha256', key)
  for (const part of parts) mac.update(part)
  return mac.digest()
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}

/**
 * Keyed hash of a lookup value (matricule, subject, traits): the same value always finds its row, and the
 * table alone cannot be turned back into people. `kind` keeps the uses apart.
 */
export function indexHash(kind: string, value: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hmac(Buffer.from(env().INDEX_PEPPER, 'base64'), kind, '\0', value))
}
