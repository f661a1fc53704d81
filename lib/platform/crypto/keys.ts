import { randomBytes } from 'node:crypto'
import { openBytes, sealBytes } from '@/lib/platform/crypto/aead'
import { sha256 } from '@/lib/platform/crypto/hash'
import { env } from '@/lib/platform/env'

/** A data key in the clear, and the form of it that may be stored. */
export type DataKey = {
  readonly key: Uint8Array
  readonly wrapped: Uint8Array<ArrayBuffer>
  readonly keyId: string
}

/**
 * Where master keys live. `context` binds a wrapped key to what it opens: a key moved to another row opens nothing.
 * A deployment with a KMS or an HSM provides its own; the one below keeps the master key in the environment.
 */
export type KeyService = {
  newDataKey(context: string): Promise<DataKey>
  unwrap(wrapped: Uint8Array, keyId: string, context: string): Promise<Uint8Array>
}

/** @throws when `keyId` is not that of the master key given. */
export function localKeyService(masterKey: Uint8Array): KeyService {
  const keyId = `local-${sha256(masterKey).toString('hex').slice(0, 12)}`
  return {
    async newDataKey(context) {
      const key = randomBytes(32)
      return { key, wrapped: new Uint8Array(sealBytes(masterKey, key, context)), keyId }
    },
    async unwrap(wrapped, id, context) {
      if (id !== keyId) throw new Error(`Master key ${id} is not available`)
      return openBytes(masterKey, wrapped, context)
    },
  }
}

let service: KeyService | undefined

export function keyService(): KeyService {
  service ??= localKeyService(Buffer.from(env().MASTER_KEY, 'base64'))
  return service
}
