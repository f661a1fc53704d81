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
  /** The same data key under the master key of today; null when it already is. */
  rewrap(
    wrapped: Uint8Array,
    keyId: string,
    context: string,
  ): Promise<Pick<DataKey, 'wrapped' | 'keyId'> | null>
}

const idOf = (masterKey: Uint8Array) => `local-${sha256(masterKey).toString('hex').slice(0, 12)}`

/**
 * Wraps under `masterKey`; opens what it wrapped and what `previous` ones did, until everything is wrapped anew
 * (`npm run storage:keys`). @throws when `keyId` is that of none of them.
 */
export function localKeyService(masterKey: Uint8Array, previous: readonly Uint8Array[] = []): KeyService {
  const keyId = idOf(masterKey)
  const known = new Map([...previous, masterKey].map(key => [idOf(key), key]))
  const open = (wrapped: Uint8Array, id: string, context: string) => {
    const key = known.get(id)
    if (!key) throw new Error(`Master key ${id} is not available`)
    return openBytes(key, wrapped, context)
  }
  return {
    async newDataKey(context) {
      const key = randomBytes(32)
      return { key, wrapped: new Uint8Array(sealBytes(masterKey, key, context)), keyId }
    },
    async unwrap(wrapped, id, context) {
      return open(wrapped, id, context)
    },
    async rewrap(wrapped, id, context) {
      if (id === keyId) return null
      const key = open(wrapped, id, context)
      return { wrapped: new Uint8Array(sealBytes(masterKey, key, context)), keyId }
    },
  }
}

const fromBase64 = (text: string) => Buffer.from(text, 'base64')

let service: KeyService | undefined

export function keyService(): KeyService {
  service ??= localKeyService(fromBase64(env().MASTER_KEY), env().MASTER_KEYS_PREVIOUS.map(fromBase64))
  return service
}
