import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import type { Head } from '@/lib/control/audit/chain'
import { sha256 } from '@/lib/platform/crypto/hash'
import { env } from '@/lib/platform/env'

/** Ed25519 signatures of the history (RFC 8032). Only the sealer's process is given the private key. */
function privateKey(): KeyObject {
  const pem = env().AUDIT_SIGNING_KEY
  if (!pem) throw new Error('AUDIT_SIGNING_KEY is not set in this process')
  return readPrivate(pem)
}

/** Reading a key costs more than signing with it. */
function readOnce<Read>(read: (pem: string) => Read): (pem: string) => Read {
  let last: { readonly pem: string; readonly value: Read } | undefined
  return pem => {
    if (last?.pem !== pem) last = { pem, value: read(pem) }
    return last.value
  }
}

const readPrivate = readOnce(createPrivateKey)
const readPublic = readOnce(createPublicKey)
const keyIdOf = readOnce(pem => `ed25519-${sha256(pem).toString('hex').slice(0, 12)}`)

/** What anyone needs to check: published at /.well-known/journal. */
export function publicKeyPem(): string {
  const { AUDIT_PUBLIC_KEY } = env()
  if (AUDIT_PUBLIC_KEY) return AUDIT_PUBLIC_KEY
  return createPublicKey(privateKey()).export({ type: 'spki', format: 'pem' }).toString()
}

export function signingKeyId(): string {
  return keyIdOf(publicKeyPem())
}

export type Signed = { readonly keyId: string; readonly signature: Buffer }

function signed(statement: Buffer): Signed {
  return { keyId: signingKeyId(), signature: sign(null, statement, privateKey()) }
}

function headStatement(spaceId: string, head: Head): Buffer {
  return sha256('mes-head-1\0', spaceId, `\0${head.seq}\0`, head.hash)
}

export function signHead(spaceId: string, head: Head): Signed {
  return signed(headStatement(spaceId, head))
}

export function headIsSigned(spaceId: string, head: Head, signature: Uint8Array): boolean {
  return verify(null, headStatement(spaceId, head), readPublic(publicKeyPem()), signature)
}

function rootStatement(day: string, size: number, root: Uint8Array): Buffer {
  return sha256('mes-root-1\0', `${day}\0${size}\0`, root)
}

export function signRoot(day: string, size: number, root: Uint8Array): Signed {
  return signed(rootStatement(day, size, root))
}

export type PublishedRoot = {
  readonly day: string
  readonly size: number
  readonly root: Uint8Array
  readonly signature: Uint8Array
}

export function rootIsSigned({ day, size, root, signature }: PublishedRoot, pem: string): boolean {
  return verify(null, rootStatement(day, size, root), readPublic(pem), signature)
}
