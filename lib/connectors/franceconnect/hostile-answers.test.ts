import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { type ClientKeys, loadOrCreateClientKeys, rotateClientKeys } from './client-keys'
import { newPrivateKey, publicPart } from './key-file'
import { franceConnectProvider } from './next-auth-provider'
import { Browser } from './test-support/browser'
import { type Deceit, HostileProvider, type Workshop } from './test-support/hostile-provider'
import { startSignIn } from './test-support/journey'
import { TestService } from './test-support/service'

const clientId = 'service-de-test'
const clientSecret = 'a-secret-used-by-this-test-only-0123'

const service = new TestService()
let folder: string
let keys: ClientKeys
let provider: HostileProvider

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'franceconnect-'))
  keys = await loadOrCreateClientKeys(folder)
  await service.start(keys)
  vi.stubEnv('NEXTAUTH_URL', service.url)
  provider = new HostileProvider(clientId, keys)
  await provider.start()
  useKeys(keys)
})

afterEach(() => {
  provider.deceit = {}
})

afterAll(async () => {
  await provider.stop()
  await service.stop()
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

function useKeys(current: ClientKeys): void {
  service.use(franceConnectProvider({ issuer: provider.issuer, clientId, clientSecret, keys: current }))
}

/** One sign-in; what was refused, or `entered`. */
async function outcome(deceit: Deceit): Promise<string> {
  const before = { entered: service.signedIn.length, refused: service.refusals.length }
  provider.deceit = deceit
  await startSignIn(new Browser(), service)
  if (service.signedIn.length > before.entered) return 'entered'
  return service.refusals.slice(before.refused).join('\n')
}

/** The right id_token with some claims changed, signed and sealed as it should be. */
function idTokenWith(changes: Readonly<Record<string, unknown>>): Deceit {
  return { idToken: async forge => forge.seal(await forge.sign({ ...forge.claims, ...changes })) }
}

function userinfoWith(changes: Readonly<Record<string, unknown>>): Deceit {
  return { userinfo: async forge => forge.seal(await forge.sign({ ...forge.claims, ...changes })) }
}

const now = () => Math.floor(Date.now() / 1000)

test('an honest answer enters: what follows is refused for its lie alone', async () => {
  expect(await outcome({})).toBe('entered')
})

test('an answer sealed with our previous key, in flight while we changed it, still enters', async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), 'franceconnect-'))
  const old = await loadOrCreateClientKeys(elsewhere)
  const [oldRecipient] = old.publicJwks.keys
  useKeys(await rotateClientKeys(elsewhere))
  try {
    const seal = async (forge: Workshop) =>
      forge.seal(await forge.sign(forge.claims), 'A256GCM', oldRecipient)
    expect(await outcome({ idToken: seal, userinfo: seal })).toBe('entered')
  } finally {
    useKeys(keys)
    await rm(elsewhere, { recursive: true })
  }
})

describe('An id_token is refused', () => {
  test.each([
    ['from another issuer', { iss: 'https://autre.exemple.test/api/v2' }, 'token_refused: unexpected iss'],
    ['for another service', { aud: 'autre-service' }, 'token_refused: aud mismatch'],
    [
      'for several services, ours among them',
      { aud: [clientId, 'autre'] },
      'token_refused: missing required',
    ],
    ['presented by another service', { azp: 'autre-service' }, 'token_refused: azp mismatch'],
    ['expired', { exp: now() - 60 }, 'token_refused: JWT expired'],
    ['without an end', { exp: undefined }, 'token_refused: missing required JWT property exp'],
    ['not yet valid', { nbf: now() + 3600 }, 'token_refused: JWT not active yet'],
    ['with the nonce of another sign-in', { nonce: 'x'.repeat(43) }, 'token_refused: nonce mismatch'],
    ['without a nonce', { nonce: undefined }, 'token_refused: nonce mismatch'],
    ['of a weak identity', { acr: 'eidas1' }, 'acr_too_low'],
    ['of an unknown level', { acr: 'eidas4' }, 'acr_too_low'],
    ['without a level', { acr: undefined }, 'acr_too_low'],
    ['whose level is a list', { acr: ['eidas1', 'eidas3'] }, 'acr_too_low'],
  ])('%s', async (_lie, changes, refusal) => {
    expect(await outcome(idTokenWith(changes))).toContain(refusal)
  })

  test('signed by a key that FranceConnect+ does not publish', async () => {
    const idToken = async (forge: Workshop) =>
      forge.seal(await forge.sign(forge.claims, { key: forge.strangerKey }))
    expect(await outcome({ idToken })).toContain('token_refused: failed to validate JWT signature')
  })

  test('naming a key that FranceConnect+ does not publish', async () => {
    const idToken = async (forge: Workshop) =>
      forge.seal(await forge.sign(forge.claims, { key: forge.strangerKey, kid: forge.strangerKey.kid }))
    expect(await outcome({ idToken })).toContain('token_refused: no valid key found')
  })

  test('without a signature (alg none)', async () => {
    const idToken = (forge: Workshop) => forge.seal(forge.unsigned(forge.claims))
    expect(await outcome({ idToken })).toContain('token_refused: unexpected JWT alg')
  })

  test('signed with the shared secret instead of a key (HS256)', async () => {
    const idToken = async (forge: Workshop) =>
      forge.seal(await forge.signWithSecret(forge.claims, clientSecret))
    expect(await outcome({ idToken })).toContain('token_refused: unexpected JWT alg')
  })

  test('signed but not encrypted', async () => {
    expect(await outcome({ idToken: forge => forge.sign(forge.claims) })).toContain('token_refused')
  })

  test('encrypted with a weaker algorithm than the one registered', async () => {
    const idToken = async (forge: Workshop) => forge.seal(await forge.sign(forge.claims), 'A128CBC-HS256')
    expect(await outcome({ idToken })).toContain('token_refused: unexpected JWE enc')
  })

  test('encrypted for someone else', async () => {
    const stranger = publicPart(await newPrivateKey({ alg: 'ECDH-ES', use: 'enc' }))
    const idToken = async (forge: Workshop) => forge.seal(await forge.sign(forge.claims), 'A256GCM', stranger)
    expect(await outcome({ idToken })).toContain('token_refused: failed to decrypt JWE')
  })

  test('that is not a token at all', async () => {
    expect(await outcome({ idToken: async () => 'bonjour' })).toContain('token_refused')
  })
})

describe('An identity (userinfo) is refused', () => {
  test.each([
    ['about another person', { sub: `${'cd'.repeat(32)}v1` }, 'userinfo_refused: userinfo sub mismatch'],
    ['for another service', { aud: 'autre-service' }, 'userinfo_refused: aud mismatch'],
    ['for nobody in particular', { aud: undefined }, 'userinfo_refused: iss'],
    ['from another issuer', { iss: 'https://autre.exemple.test' }, 'userinfo_refused: unexpected iss'],
    ['from nobody in particular', { iss: undefined }, 'userinfo_refused: iss'],
    ['expired', { exp: now() - 60 }, 'userinfo_refused: JWT expired'],
    ['without a birth date', { birthdate: undefined }, 'invalid_identity: birthDate'],
    ['with a birth date that does not exist', { birthdate: '1986-02-30' }, 'invalid_identity: birthDate'],
    ['without a sex', { gender: undefined }, 'invalid_identity: sex'],
    ['born in France, nowhere', { birthplace: '' }, 'invalid_identity: birthPlace'],
    ['without a given name', { given_name: undefined, given_name_array: [] }, 'invalid_identity: givenNames'],
  ])('%s', async (_lie, changes, refusal) => {
    expect(await outcome(userinfoWith(changes))).toContain(refusal)
  })

  test('signed by a key that FranceConnect+ does not publish', async () => {
    const userinfo = async (forge: Workshop) =>
      forge.seal(await forge.sign(forge.claims, { key: forge.strangerKey }))
    expect(await outcome({ userinfo })).toContain('userinfo_refused: failed to validate JWT signature')
  })

  test('without a signature', async () => {
    const userinfo = (forge: Workshop) => forge.seal(forge.unsigned(forge.claims))
    expect(await outcome({ userinfo })).toContain('userinfo_refused: unexpected JWT alg')
  })

  test('in clear', async () => {
    const clear = { userinfo: async (forge: Workshop) => JSON.stringify(forge.claims) }
    expect(await outcome({ ...clear, userinfoType: 'application/json' })).toContain('userinfo_refused')
  })

  test('raising the level that the id_token proved', async () => {
    const weak = { ...idTokenWith({ acr: 'eidas1' }), ...userinfoWith({ acr: 'eidas3' }) }
    expect(await outcome(weak)).toContain('acr_too_low')
  })
})

test('the code is not given to a provider whose discovery document names another issuer', async () => {
  const before = provider.codes.length
  const refusal = await outcome({ discovery: { issuer: 'https://autre.exemple.test/api/v2' } })
  expect(refusal).toContain('issuer_mismatch')
  expect(provider.codes.length).toBe(before)
})

test('nothing that was refused leaves an identity or a token in the logs', async () => {
  const before = service.logged.length
  await outcome(userinfoWith({ birthdate: '1986-02-30' }))
  await outcome(idTokenWith({ nonce: 'x'.repeat(43) }))
  await outcome(userinfoWith({ sub: `${'cd'.repeat(32)}v1` }))
  const logged = service.logged.slice(before)
  expect(logged).toHaveLength(3)
  expect(logged.join('\n')).not.toMatch(/LAURIER|1986|69383|cdcdcd|ababab|eyJ/)
})
