import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { NextApiRequest, NextApiResponse } from 'next'
import NextAuth, { type Account, type AuthOptions } from 'next-auth'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import type { ClientKeys } from '../client-keys'
import type { PivotIdentity } from '../port'

export type SignedIn = { readonly identity: PivotIdentity; readonly account: Account }

/** A service as ours: next-auth itself behind a small HTTP server, and the `jwks_uri` FranceConnect+ reads. */
export class TestService {
  readonly signedIn: SignedIn[] = []
  /** What next-auth logged, codes and messages. */
  readonly refusals: string[] = []
  /** Everything handed to the logger, as a log line would hold it. */
  readonly logged: string[] = []
  readonly #server: Server = createServer((request, response) => {
    this.#answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error))
    })
  })
  #provider: OAuthConfig<PivotIdentity> | undefined
  #keys: ClientKeys | undefined

  get url(): string {
    const { port } = this.#server.address() as AddressInfo
    return `http://127.0.0.1:${port}`
  }

  async start(keys: ClientKeys): Promise<void> {
    this.#keys = keys
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve))
  }

  use(provider: OAuthConfig<PivotIdentity>): void {
    this.#provider = provider
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise(resolve => this.#server.close(resolve))
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url)
    if (url.pathname === '/api/franceconnect/jwks') {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(this.#keys?.publicJwks))
      return
    }
    if (!url.pathname.startsWith('/api/auth/')) {
      response.end('service')
      return
    }
    const query = { ...Object.fromEntries(url.searchParams), nextauth: url.pathname.split('/').slice(3) }
    const body = request.method === 'POST' ? await formOf(request) : {}
    Object.assign(request, { query, body, cookies: cookiesOf(request) })
    Object.assign(response, {
      status: (code: number) => Object.assign(response, { statusCode: code }),
      json: (value: unknown) => response.end(JSON.stringify(value)),
      send: (value: unknown) => response.end(typeof value === 'string' ? value : JSON.stringify(value)),
    })
    await NextAuth(request as NextApiRequest, response as NextApiResponse, this.#options())
  }

  #options(): AuthOptions {
    if (!this.#provider) throw new Error('no provider')
    return {
      providers: [this.#provider],
      secret: 'secret-of-a-test-and-of-nothing-else',
      session: { strategy: 'jwt' },
      callbacks: {
        signIn: ({ profile, account }) => {
          if (profile && account)
            this.signedIn.push({ identity: profile as unknown as PivotIdentity, account })
          return true
        },
      },
      logger: {
        error: (code, metadata) => {
          const error = 'error' in metadata && metadata.error instanceof Error ? metadata.error : metadata
          this.refusals.push(error instanceof Error ? `${code} ${error.message}` : code)
          this.logged.push(JSON.stringify({ code, ...Object.fromEntries(propertiesOf(error)) }))
        },
        warn: () => {},
        debug: () => {},
      },
    }
  }
}

/** All own properties, also those that JSON would leave out of an Error. */
function propertiesOf(value: object): [string, unknown][] {
  return Object.getOwnPropertyNames(value).map(name => [name, Reflect.get(value, name)])
}

async function formOf(request: IncomingMessage): Promise<Record<string, string>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString('utf8')))
}

function cookiesOf(request: IncomingMessage): Record<string, string> {
  const pairs = (request.headers.cookie ?? '').split('; ').filter(pair => pair.includes('='))
  return Object.fromEntries(
    pairs.map(pair => [
      pair.slice(0, pair.indexOf('=')),
      decodeURIComponent(pair.slice(pair.indexOf('=') + 1)),
    ]),
  )
}
