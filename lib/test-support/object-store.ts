import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'

/** The part of S3's protocol that we use, in memory: enough to see that our requests mean what we think. */
export type ObjectStore = {
  readonly endpoint: string
  readonly objects: Map<string, Buffer>
  /** Uploads that were begun and neither completed nor given up. */
  readonly unfinished: Map<string, Map<number, Buffer>>
  stop(): Promise<void>
}

type Call = { readonly key: string; readonly query: URLSearchParams; readonly body: Buffer }

function uploads(store: Pick<ObjectStore, 'objects' | 'unfinished'>, method: string, call: Call) {
  const id = call.query.get('uploadId')
  if (method === 'POST' && call.query.has('uploads')) {
    const uploadId = `u${store.unfinished.size}`
    store.unfinished.set(uploadId, new Map())
    return `<InitiateMultipartUploadResult><UploadId>${uploadId}</UploadId></InitiateMultipartUploadResult>`
  }
  const parts = id ? store.unfinished.get(id) : undefined
  if (!id || !parts) return null
  if (method === 'PUT') parts.set(Number(call.query.get('partNumber')), call.body)
  if (method === 'POST') {
    const ordered = [...parts].sort(([a], [b]) => a - b).map(([, part]) => part)
    store.objects.set(call.key, Buffer.concat(ordered))
  }
  if (method !== 'PUT') store.unfinished.delete(id)
  return '<CompleteMultipartUploadResult></CompleteMultipartUploadResult>'
}

function simple(objects: Map<string, Buffer>, method: string, call: Call): [number, string | Buffer] {
  if (method === 'PUT') objects.set(call.key, call.body)
  if (method === 'DELETE') objects.delete(call.key)
  if (method !== 'GET') return [200, '']
  const found = objects.get(call.key)
  return found ? [200, found] : [404, '<Error><Code>NoSuchKey</Code></Error>']
}

export async function startObjectStore(bucket: string): Promise<ObjectStore> {
  const objects = new Map<string, Buffer>()
  const unfinished = new Map<string, Map<number, Buffer>>()
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://s3')
    const [, name, ...rest] = pathname.split('/')
    const call = { key: rest.join('/'), query: searchParams, body: await buffer(request) }
    const method = request.method ?? ''
    if (name !== bucket) return response.writeHead(404).end()
    const multipart = uploads({ objects, unfinished }, method, call)
    const [status, body] = multipart === null ? simple(objects, method, call) : [200, multipart]
    return response.writeHead(status, { ETag: '"x"' }).end(body)
  }
  const server: Server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('No port')
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    objects,
    unfinished,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
