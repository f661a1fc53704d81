import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Provider } from 'oidc-provider'
import type { PrivateKey } from '../key-file'
import { interact } from './interaction'
import { Logins } from './logins'
import { endSession } from './logout'
import { MemoryStore } from './memory-adapter'
import { stylePath } from './pages/layout'
import { styleSheet } from './pages/style'
import { buildProvider, serviceOrigin, sessionCookie } from './provider'
import { FormTooLarge, protect, sendText } from './responses'
import { assertAllowedHere, basePath, issuerFor, type SimulatorSettings } from './settings'
import { loadSigningKeys, rotateSigningKeys } from './signing-keys'

export type Simulator = {
  /** Answers on 127.0.0.1 only; resolves once it does. */
  listen(): Promise<{ readonly issuer: string; readonly port: number; readonly wellKnown: string }>
  /** The standby key signs from now on, a new standby is published, the old one still verifies. */
  rotateSigningKeys(): Promise<void>
  close(): Promise<void>
}

/** The only address it ever listens on: it must not be reachable from another machine. */
const loopback = '127.0.0.1'

export function createSimulator(settings: SimulatorSettings): Simulator {
  assertAllowedHere(settings)
  return new RunningSimulator(settings)
}

class RunningSimulator implements Simulator {
  readonly #settings: SimulatorSettings
  readonly #server: Server
  readonly #store = new MemoryStore()
  readonly #logins = new Logins()
  readonly #cookieSecret = randomBytes(32).toString('base64url')
  #issuer = ''
  #provider: Provider | undefined

  constructor(settings: SimulatorSettings) {
    this.#settings = settings
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(error => this.#fail(error, response))
    })
  }

  async listen() {
    const keys = await loadSigningKeys(this.#settings.keyFolder)
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(this.#settings.port, loopback, resolve)
    })
    const { port } = this.#server.address() as AddressInfo
    this.#issuer = issuerFor(this.#settings, port)
    this.#buildWith(keys)
    return { issuer: this.#issuer, port, wellKnown: `${this.#issuer}/.well-known/openid-configuration` }
  }

  async rotateSigningKeys() {
    this.#buildWith(await rotateSigningKeys(this.#settings.keyFolder))
  }

  async close() {
    if (!this.#server.listening) return
    await new Promise<void>(resolve => {
      this.#server.close(() => resolve())
      this.#server.closeAllConnections()
    })
  }

  #buildWith(signingKeys: readonly PrivateKey[]): void {
    const provider = buildProvider({
      issuer: this.#issuer,
      client: this.#settings.client,
      store: this.#store,
      logins: this.#logins,
      signingKeys,
      cookieSecret: this.#cookieSecret,
    })
    provider.on('server_error', (_ctx, error) => this.#settings.onError?.('openid', error))
    this.#provider = provider
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const provider = this.#provider
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname === '/health') return sendText(response, provider ? 200 : 503, provider ? 'ok' : 'starting')
    // A page elsewhere that rebinds its name to 127.0.0.1 would send its own name here.
    if (!provider || request.headers.host !== new URL(this.#issuer).host)
      return sendText(response, 421, 'This is not the address of this server.')
    if (pathname === stylePath) return sendStyle(response)
    const { client } = this.#settings
    if (pathname.startsWith(`${basePath}/interaction/`))
      return interact({ provider, client, logins: this.#logins }, request, response)
    if (pathname === `${basePath}/session/end`) return endSession({ provider, client }, request, response)
    if (pathname.startsWith(`${basePath}/`)) return this.#openId(provider, request, response)
    sendText(response, 404, 'Not found')
  }

  async #openId(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
    forgetSession(request)
    protect(response, [serviceOrigin(this.#settings.client)])
    // oidc-provider routes below its issuer's path and finds that path again from `originalUrl`.
    const originalUrl = request.url ?? '/'
    Object.assign(request, { originalUrl, url: originalUrl.slice(basePath.length) })
    await provider.callback()(request, response)
  }

  #fail(error: unknown, response: ServerResponse): void {
    const tooLarge = error instanceof FormTooLarge
    if (!tooLarge) this.#settings.onError?.('http', error instanceof Error ? error : new Error('unknown'))
    if (response.headersSent) response.destroy()
    else if (tooLarge) sendText(response, 413, 'Form too large')
    else sendText(response, 500, 'Internal error')
  }
}

/** FranceConnect+ never recognises a person from one authorization to the next. */
function forgetSession(request: IncomingMessage): void {
  const kept = (request.headers.cookie ?? '')
    .split('; ')
    .filter(cookie => !cookie.startsWith(sessionCookie))
    .join('; ')
  if (kept) request.headers.cookie = kept
  else delete request.headers.cookie
}

function sendStyle(response: ServerResponse): void {
  protect(response, [])
  response.writeHead(200, { 'content-type': 'text/css; charset=utf-8' }).end(styleSheet)
}
