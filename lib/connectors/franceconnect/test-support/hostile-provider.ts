import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CompactEncrypt, importJWK, type JWK, type JWTPayload, SignJWT } from 'jose'
import type { ClientKeys } from '../client-keys'
import { newPrivateKey, type PrivateKey, publicPart } from '../key-file'

/** What this provider may do wrong; each answer is right unless one of these changes it. */
export type Deceit = {
  readonly discovery?: Readonly<Record<string, unknown>>
  readonly idToken?: (workshop: Workshop) => Promise<string>
  readonly userinfo?: (workshop: Workshop) => Promise<string>
  readonly userinfoType?: string
}

type ForgerKeys = { readonly signing: PrivateKey; readonly stranger: PrivateKey }
type Signing = { readonly key?: PrivateKey; readonly kid?: string }

/** The tools of a forger: the right claims, and everything needed to sign and seal others. */
export class Workshop {
  readonly claims: JWTPayload
  readonly signingKey: PrivateKey
  readonly strangerKey: PrivateKey
  readonly #recipient: JWK

  constructor(claims: JWTPayload, keys: ForgerKeys, recipient: JWK) {
    this.claims = claims
    this.signingKey = keys.signing
    this.strangerKey = keys.stranger
    this.#recipient = recipient
  }

  async sign(claims: JWTPayload, { key = this.signingKey, kid = this.signingKey.kid }: Signing = {}) {
    return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid }).sign(await importJWK(key))
  }

  /** An unsigned token, or one « signed » with a secret: both written by hand, no library would. */
  unsigned(claims: JWTPayload): string {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    return `${part({ alg: 'none' })}.${part(claims)}.`
  }

  async signWithSecret(claims: JWTPayload, secret: string): Promise<string> {
    return new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(secret))
  }

  async seal(token: string, enc = 'A256GCM', recipient: JWK = this.#recipient): Promise<string> {
    return new CompactEncrypt(new TextEncoder().encode(token))
      .setProtectedHeader({ alg: 'ECDH-ES', enc, kid: recipient.kid ?? '', cty: 'JWT' })
      .encrypt(await importJWK(recipient, 'ECDH-ES'))
  }
}

/** An OpenID provider that gives everyone a code at once, and answers what it is told to. */
export class HostileProvider {
  deceit: Deceit = {}
  readonly codes: string[] = []
  readonly #server: Server = createServer((request, response) => {
    this.#answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)))
  })
  #nonce = ''
  #keys: ForgerKeys | undefined

  constructor(
    private readonly clientId: string,
    private readonly clientKeys: ClientKeys,
  ) {}

  get issuer(): string {
    const { port } = this.#server.address() as AddressInfo
    return `http://127.0.0.1:${port}/api/v2`
  }

  async start(): Promise<void> {
    const newKey = () => newPrivateKey({ alg: 'ES256', use: 'sig' })
    this.#keys = { signing: await newKey(), stranger: await newKey() }
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve))
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise(resolve => this.#server.close(resolve))
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.issuer)
    const path = url.pathname.replace('/api/v2', '')
    if (path === '/authorize') return this.#authorize(url, response)
    if (path === '/userinfo') {
      response.writeHead(200, { 'content-type': this.deceit.userinfoType ?? 'application/jwt' })
      response.end(await this.#userinfo())
      return
    }
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(await this.#document(path)))
  }

  #authorize(url: URL, response: ServerResponse): void {
    this.#nonce = url.searchParams.get('nonce') ?? ''
    const back = new URL(url.searchParams.get('redirect_uri') ?? '')
    back.searchParams.set('code', 'a-code')
    back.searchParams.set('state', url.searchParams.get('state') ?? '')
    response.writeHead(303, { location: back.href }).end()
  }

  async #document(path: string): Promise<unknown> {
    if (path === '/jwks') return { keys: [publicPart(this.#signing().signing)] }
    if (path === '/token') {
      this.codes.push('a-code')
      return {
        access_token: 'a-token',
        token_type: 'Bearer',
        expires_in: 60,
        id_token: await this.#idToken(),
      }
    }
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/authorize`,
      token_endpoint: `${this.issuer}/token`,
      userinfo_endpoint: `${this.issuer}/userinfo`,
      jwks_uri: `${this.issuer}/jwks`,
      ...this.deceit.discovery,
    }
  }

  async #idToken(): Promise<string> {
    const workshop = this.#workshop({ nonce: this.#nonce, acr: 'eidas2' })
    return this.deceit.idToken?.(workshop) ?? workshop.seal(await workshop.sign(workshop.claims))
  }

  async #userinfo(): Promise<string> {
    const workshop = this.#workshop({
      given_name: 'Camille Anne',
      given_name_array: ['Camille', 'Anne'],
      family_name: 'LAURIER',
      birthdate: '1986-05-14',
      gender: 'female',
      birthplace: '69383',
      birthcountry: '99100',
    })
    return this.deceit.userinfo?.(workshop) ?? workshop.seal(await workshop.sign(workshop.claims))
  }

  #workshop(claims: JWTPayload): Workshop {
    const [recipient] = this.clientKeys.publicJwks.keys
    const now = Math.floor(Date.now() / 1000)
    const common = {
      iss: this.issuer,
      aud: this.clientId,
      sub: `${'ab'.repeat(32)}v1`,
      iat: now,
      exp: now + 60,
    }
    return new Workshop({ ...common, ...claims }, this.#signing(), recipient ?? {})
  }

  #signing() {
    if (!this.#keys) throw new Error('not started')
    return this.#keys
  }
}
