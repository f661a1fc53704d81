import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Browser, type Visit } from '../test-support/browser'
import { fictivePeople } from './people'
import type { SimulatorSettings } from './settings'
import { createSimulator, type Simulator } from './simulator'
import { pairwiseSubject, personKey } from './subject'

const long = 'x'.repeat(32)
const redirectUri = 'http://127.0.0.1:9/api/auth/callback/franceconnect'
const returnUri = 'http://127.0.0.1:9/deconnexion/retour'

let folder: string
let simulator: Simulator
let issuer: string

function settings(changes: Partial<SimulatorSettings> = {}): SimulatorSettings {
  return {
    port: 0,
    client: {
      id: 'service-de-test',
      secret: 'a-secret-used-by-this-test-only-0123',
      redirectUris: [redirectUri],
      postLogoutRedirectUris: [returnUri],
      jwksUri: 'http://127.0.0.1:9/api/franceconnect/jwks',
    },
    keyFolder: folder,
    environment: 'test',
    ...changes,
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'franceconnect-'))
  simulator = createSimulator(settings())
  issuer = (await simulator.listen()).issuer
})

afterAll(async () => {
  await simulator.close()
  await rm(folder, { recursive: true })
})

type Params = Readonly<Record<string, string | undefined>>

const goodRequest: Params = {
  response_type: 'code',
  client_id: 'service-de-test',
  redirect_uri: redirectUri,
  scope: 'openid identite_pivot',
  acr_values: 'eidas2',
  state: long,
  nonce: long,
}

const returned = (url: URL) => url.href.startsWith('http://127.0.0.1:9/')

function authorize(changes: Params = {}, browser = new Browser()): Promise<Visit> {
  return browser.open(addressOf('/authorize', { ...goodRequest, ...changes }), returned)
}

function addressOf(path: string, params: Params): string {
  const url = new URL(`${issuer}${path}`)
  for (const [name, value] of Object.entries(params))
    if (value !== undefined) url.searchParams.set(name, value)
  return url.href
}

/** `fetch` does not let one choose `Host`. */
function statusFor(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const url = new URL(`${issuer}/.well-known/openid-configuration`)
    request(url, { headers: { host } }, answer => {
      answer.resume()
      resolve(answer.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

describe('The local FranceConnect+', () => {
  test('never starts in production by accident', () => {
    expect(() => createSimulator(settings({ environment: 'production' }))).toThrow(
      'does not start in production',
    )
  })

  test('starts in production when told to, for a demonstration built as production is', () => {
    const allowed = settings({ environment: 'production', allowInProduction: true })
    expect(() => createSimulator(allowed)).not.toThrow()
  })

  test('answers only to its own name', async () => {
    expect(await statusFor(new URL(issuer).host)).toBe(200)
    expect(await statusFor('piege.exemple.test')).toBe(421)
  })

  test('says that it is ready', async () => {
    const answer = await fetch(new URL('/health', issuer))
    expect([answer.status, await answer.text()]).toEqual([200, 'ok'])
  })

  test('announces the addresses and the algorithms of FranceConnect+ v2', async () => {
    const document: unknown = await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()
    expect(document).toMatchObject({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      jwks_uri: `${issuer}/jwks`,
      end_session_endpoint: `${issuer}/session/end`,
      acr_values_supported: ['eidas1', 'eidas2', 'eidas3'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['ES256'],
      id_token_encryption_alg_values_supported: ['ECDH-ES', 'RSA-OAEP', 'RSA-OAEP-256'],
      id_token_encryption_enc_values_supported: ['A256GCM'],
      token_endpoint_auth_methods_supported: ['client_secret_post'],
    })
  })

  test('publishes two signing keys and no private part', async () => {
    const { keys } = (await (await fetch(`${issuer}/jwks`)).json()) as { keys: Record<string, unknown>[] }
    expect(keys.length).toBeGreaterThanOrEqual(2)
    for (const key of keys) expect(key).not.toHaveProperty('d')
  })

  test('keeps its signing keys across a restart, readable by their owner only', async () => {
    const file = join(folder, 'signing-keys.json')
    const before = await readFile(file, 'utf8')
    const again = createSimulator(settings())
    await again.listen()
    await again.close()
    expect(await readFile(file, 'utf8')).toBe(before)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  test('two services cannot tell that they know the same person', () => {
    const key = personKey(fictivePeople[0])
    expect(pairwiseSubject(key, 'un-service')).not.toBe(pairwiseSubject(key, 'un-autre'))
  })

  test('thirteen people, all told apart by their traits', () => {
    expect(new Set(fictivePeople.map(personKey)).size).toBe(fictivePeople.length)
  })
})

describe('An authorization request is refused on FranceConnect+’s own page', () => {
  test.each([
    ['without state', { state: undefined }, 'state est obligatoire'],
    ['with a short state', { state: 'x'.repeat(31) }, 'state doit compter au moins 32'],
    ['without nonce', { nonce: undefined }, 'nonce est obligatoire'],
    ['with a short nonce', { nonce: 'x'.repeat(31) }, 'nonce doit compter au moins 32'],
    ['without level', { acr_values: undefined }, 'acr_values est obligatoire'],
    ['with an unknown level', { acr_values: 'eidas2 eidas9' }, 'acr_values n’accepte que'],
    ['with a silent prompt', { prompt: 'none' }, 'prompt n’accepte que'],
    ['with a longer return address', { redirect_uri: `${redirectUri}/` }, 'redirect_uri'],
    [
      'with the return address of someone else',
      { redirect_uri: 'https://piege.exemple.test/' },
      'redirect_uri',
    ],
    ['from an unknown service', { client_id: 'inconnu' }, 'client is invalid'],
  ])('%s', async (_why, changes, sentence) => {
    const page = await authorize(changes)
    expect(page.status).toBe(400)
    expect(page.html).toContain('Y000400')
    expect(page.html).toContain(sentence)
  })

  test('an implicit response is sent back as an error, without a token', async () => {
    const back = await authorize({ response_type: 'id_token' })
    expect(back.url.href).toContain('error=unsupported_response_type')
    expect(back.url.href).not.toContain('id_token=')
  })
})

describe('Choosing who one is', () => {
  test.each([{ prompt: 'login consent' }, { prompt: 'login' }, { prompt: 'consent' }, {}])(
    'the accounts are offered, whatever the prompt (%o)',
    async prompt => {
      const page = await authorize(prompt)
      expect(page.html).toContain('Appli carte Vitale (fictive)')
      expect(page.html).toContain('Impôts fictifs')
    },
  )

  test('the service may name the account and the person it expects', async () => {
    const page = await authorize({ idp_hint: 'la-lettre', login_hint: 'zoe-marchand' })
    const order = page.html.indexOf('zoe-marchand') < page.html.indexOf('camille-laurier')
    expect([page.html.includes('Qui êtes-vous'), order]).toEqual([true, true])
  })

  test('a substantial account is too weak for a service that asks for the high level', async () => {
    const browser = new Browser()
    const page = await authorize({ acr_values: 'eidas3' }, browser)
    const answer = await browser.post(page.url.href, {
      fi: 'carte-vitale-fictive',
      personne: 'camille-laurier',
    })
    expect([answer.status, answer.html]).toEqual([403, expect.stringContaining('100001')])
  })

  test.each(['access_denied', 'server_error', 'temporarily_unavailable', 'invalid_scope'])(
    'the incident %s comes back to the service with its state',
    async incident => {
      const browser = new Browser()
      const page = await authorize({}, browser)
      const back = await browser.post(page.url.href, { incident }, returned)
      expect(back.url.searchParams.get('error')).toBe(incident)
      expect(back.url.searchParams.get('state')).toBe(long)
    },
  )

  test('a wrong typed identity is explained field by field and keeps what was typed', async () => {
    const browser = new Browser()
    const page = await authorize({}, browser)
    const answer = await browser.post(page.url.href, {
      fi: 'la-lettre',
      saisie: '1',
      birthName: '"><script>',
      birthDate: '1990-13-01',
      birthCountry: '99100',
    })
    expect(answer.status).toBe(400)
    for (const field of ['givenNames', 'sex', 'birthDate', 'birthPlace'])
      expect(answer.html).toContain(`id="${field}-erreur"`)
    expect(answer.html).not.toContain('birthName-erreur')
    expect(answer.html).toContain('value="&quot;&gt;&lt;script&gt;"')
    expect(answer.html).not.toContain('<script')
  })

  test('a page that was already used says that the session has expired', async () => {
    const browser = new Browser()
    const page = await authorize({}, browser)
    await browser.post(page.url.href, { incident: 'access_denied' }, returned)
    const answer = await browser.open(page.url.href)
    expect([answer.status, answer.html]).toEqual([400, expect.stringContaining('190001')])
  })

  test('a page opened in another browser says that the session has expired', async () => {
    const page = await authorize()
    expect((await new Browser().open(page.url.href)).html).toContain('190001')
  })

  test('pages hold no script, cannot be framed, and say that this is not FranceConnect+', async () => {
    const page = await authorize()
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(page.html).toContain('Ceci n’est pas FranceConnect+')
    expect(page.html).not.toContain('<script')
  })

  test('a form too large is refused', async () => {
    const browser = new Browser()
    const page = await authorize({}, browser)
    expect((await browser.post(page.url.href, { birthName: 'x'.repeat(20_000) })).status).toBe(413)
  })
})

describe('Signing out is refused', () => {
  const goodLogout: Params = { id_token_hint: 'abc', state: long, post_logout_redirect_uri: returnUri }

  test.each([
    ['without state', { state: undefined }, 'state est obligatoire'],
    ['with a short state', { state: 'court' }, 'state doit compter au moins 32'],
    [
      'towards an address that is not registered',
      { post_logout_redirect_uri: 'https://piege.exemple.test/' },
      'adresse enregistrée',
    ],
    [
      'with a hint that is not ours',
      { id_token_hint: `e30.${btoa('{"aud":"service-de-test"}')}.AAAA` },
      'id_token_hint',
    ],
    ['without hint', { id_token_hint: undefined }, 'id_token_hint'],
  ])('%s', async (_why, changes, sentence) => {
    const page = await new Browser().open(addressOf('/session/end', { ...goodLogout, ...changes }), returned)
    expect([page.status, page.html]).toEqual([400, expect.stringContaining(sentence)])
  })
})
