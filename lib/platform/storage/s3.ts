import type { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  NoSuchKey,
  paginateListObjectsV2,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { ObjectMissing, type ObjectStorage } from '@/lib/platform/storage/port'

export type S3Settings = {
  readonly bucket: string
  readonly region: string
  readonly endpoint?: string | undefined
  readonly accessKeyId?: string | undefined
  readonly secretAccessKey?: string | undefined
}

function clientConfig(settings: S3Settings): S3ClientConfig {
  const config: S3ClientConfig = { region: settings.region }
  if (settings.endpoint) {
    config.endpoint = settings.endpoint
    config.forcePathStyle = true
  }
  if (settings.accessKeyId && settings.secretAccessKey)
    config.credentials = { accessKeyId: settings.accessKeyId, secretAccessKey: settings.secretAccessKey }
  return config
}

/** Any S3-compatible object store. Without keys in the settings, the platform's own credentials are used. */
export function s3Storage(settings: S3Settings): ObjectStorage {
  const client = new S3Client(clientConfig(settings))
  const Bucket = settings.bucket
  return {
    async put(Key, content) {
      await new Upload({ client, params: { Bucket, Key, Body: content } }).done()
    },
    async get(Key) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }))
        if (!Body) throw new ObjectMissing(Key)
        // In Node the SDK answers with a Node stream; the type also covers browsers.
        return Body as Readable
      } catch (error) {
        if (error instanceof NoSuchKey) throw new ObjectMissing(Key)
        throw error
      }
    },
    async remove(Key) {
      await client.send(new DeleteObjectCommand({ Bucket, Key }))
    },
    async *list() {
      for await (const page of paginateListObjectsV2({ client }, { Bucket }))
        for (const { Key, LastModified } of page.Contents ?? [])
          if (Key) yield { key: Key, at: LastModified ?? new Date() }
    },
    async ready() {
      return client.send(new HeadBucketCommand({ Bucket })).then(
        () => true,
        () => false,
      )
    },
  }
}
