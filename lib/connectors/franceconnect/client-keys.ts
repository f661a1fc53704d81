import { join } from 'node:path'
import type { JWK } from 'jose'
import {
  type KeyKind,
  loadOrCreateKeys,
  newPrivateKey,
  type PrivateKey,
  parsePrivateKeys,
  publicPart,
  replaceKeys,
} from './key-file'

/**
 * FranceConnect+ encrypts id_token and userinfo for us. These are the keys that open them: the private half stays
 * with the provider settings, the public half is what our `jwks_uri` publishes.
 */
export type ClientKeys = {
  /** Every key we still open with, newest first: what is in flight during a rotation stays readable. */
  readonly privateKeys: readonly PrivateKey[]
  /** The document of `GET /api/franceconnect/jwks`: the newest key only, so that nobody encrypts for an old one. */
  readonly publicJwks: { readonly keys: readonly JWK[] }
}

/** The algorithms FranceConnect+ offers, registered with the client; we ask the elliptic one. */
export const encryptionAlg = 'ECDH-ES'
export const encryptionEnc = 'A256GCM'

const encryptionKind: KeyKind = { alg: encryptionAlg, use: 'enc' }
const keptAfterRotation = 2

export async function loadOrCreateClientKeys(directory: string): Promise<ClientKeys> {
  const keys = await loadOrCreateKeys(keyFile(directory), async () => [await newPrivateKey(encryptionKind)])
  return clientKeys(keys)
}

/** A new key in front, the previous one kept to open what was encrypted for it. */
export async function rotateClientKeys(directory: string): Promise<ClientKeys> {
  const { privateKeys } = await loadOrCreateClientKeys(directory)
  const keys = [await newPrivateKey(encryptionKind), ...privateKeys].slice(0, keptAfterRotation)
  await replaceKeys(keyFile(directory), keys)
  return clientKeys(keys)
}

/** For several machines: the same file's content, handed over by a secret store. */
export function clientKeysFromJson(json: string): ClientKeys {
  return clientKeys(parsePrivateKeys(json))
}

function clientKeys(privateKeys: readonly PrivateKey[]): ClientKeys {
  return { privateKeys, publicJwks: { keys: privateKeys.slice(0, 1).map(publicPart) } }
}

function keyFile(directory: string): string {
  return join(directory, 'client-keys.json')
}
