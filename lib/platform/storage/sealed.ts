import 'server-only'
import { pipeline, Readable } from 'node:stream'
import { keyService } from '@/lib/platform/crypto/keys'
import { opening, sealed } from '@/lib/platform/crypto/sealed-stream'
import { env } from '@/lib/platform/env'
import { newId } from '@/lib/platform/ids'
import { fileSystemStorage } from '@/lib/platform/storage/file-system'
import type { ObjectStorage } from '@/lib/platform/storage/port'
import { s3Storage } from '@/lib/platform/storage/s3'

/** What a row keeps to find and open its bytes again. */
export type SealedObject = {
  readonly storageKey: string
  readonly wrappedKey: Uint8Array<ArrayBuffer>
  readonly keyId: string
}

/** The places there may be; null for the one that is not configured. */
export const storages = {
  folder: () => fileSystemStorage(env().STORAGE_DIR),
  s3: () => {
    const { S3_BUCKET, S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env()
    if (!S3_BUCKET) return null
    return s3Storage({
      bucket: S3_BUCKET,
      region: S3_REGION,
      endpoint: S3_ENDPOINT,
      accessKeyId: S3_ACCESS_KEY_ID,
      secretAccessKey: S3_SECRET_ACCESS_KEY,
    })
  },
} as const satisfies Record<string, () => ObjectStorage | null>

let current: ObjectStorage | undefined

/** Where documents are read and written: `STORAGE`, or S3 as soon as it has a bucket. */
export function storage(): ObjectStorage {
  current ??= (env().STORAGE === 'folder' ? null : storages.s3()) ?? storages.folder()
  return current
}

/** Encrypts on the way with a key of its own; durable once resolved. */
export async function writeSealed(content: Readable | Uint8Array, owner: string): Promise<SealedObject> {
  const id = newId()
  // The random tail of the id spreads objects over folders; its head (time) would fill one at a time.
  const storageKey = `${id.slice(-2)}/${id}`
  const dataKey = await keyService().newDataKey(`${owner}/${storageKey}`)
  const source = content instanceof Readable ? content : [content]
  await storage().put(storageKey, Readable.from(sealed(dataKey.key, source), { objectMode: false }))
  return { storageKey, wrappedKey: dataKey.wrapped, keyId: dataKey.keyId }
}

/** The stream errors if a bit was flipped since; `owner` must be the one given when writing. */
export async function readSealed(object: SealedObject, owner: string): Promise<Readable> {
  const key = await keyService().unwrap(object.wrappedKey, object.keyId, `${owner}/${object.storageKey}`)
  const sealed = await storage().get(object.storageKey)
  const opened = opening(key)
  // pipeline reports to the reader: an error destroys `opened`, which the reader sees.
  pipeline(sealed, opened, () => undefined)
  return opened
}

export async function removeSealed(object: SealedObject): Promise<void> {
  await storage().remove(object.storageKey)
}
