import type { Readable } from 'node:stream'

export type StoredObject = { readonly key: string; readonly at: Date }

/** Where bytes live. Keys are opaque paths (`ab/abcdef…`); bytes are already encrypted when they come here. */
export type ObjectStorage = {
  /** Durable once resolved. Writing a key twice replaces it. */
  put(key: string, content: Readable): Promise<void>
  /** @throws ObjectMissing */
  get(key: string): Promise<Readable>
  remove(key: string): Promise<void>
  /** Everything that lies there, in no order. */
  list(): AsyncIterable<StoredObject>
  /** True when the place can be written to; used by the readiness endpoint. */
  ready(): Promise<boolean>
}

export class ObjectMissing extends Error {
  override name = 'ObjectMissing'
}
