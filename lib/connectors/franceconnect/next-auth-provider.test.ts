import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type ClientKeys, loadOrCreateClientKeys } from './client-keys'
import { buildLogoutUrl, newLogoutState } from './live'
import { franceConnectProvider } from './next-auth-provider'
import type { PivotIdentity } from './port'
import { createSimulator, type Simulator } from './simulator/simulator'
import { Browser } from './test-support/browser'
import { chooses, isReturn, startSignIn } from './test-support/journey'
import { TestService } from './test-support/service'

const client = { id: 'service-de-test', secret: 'a-secret-used-by-this-test-only-0123' }

const service = new TestService()
let folder: string
let keys: ClientKeys
let simulator: Simulator
let issuer: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'franceconnect-'))
  keys = await loadOrCreateClientKeys(folder)
  await service.start(keys)
  vi.stubEnv('NEXTAUTH_URL', service.url)
  simulator = createSimulator({
    port: 0,
    client: {
      ...client,
      redirectUris: [`${service.url}/api/auth/callback/franceconnect`],
      postLogoutRedirectUris: [`${service.url}/deconnexion/retour`],
      jwksUri: `${service.url}/api/franceconnect/jwks`,
    },
    keyFolder: join(folder, 'simulator'),
    environment: 'test',
  })
  issuer = (await simulator.listen()).issuer
  service.use(franceConnectProvider({ issuer, clientId: client.id, clientSecret: client.secret, keys }))
})

afterAll(async () => {
  await simulator.close()
  await service.stop()
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

async function signIn(personne: string, idp = 'la-lettre', browser = new Browser()): Promise<PivotIdentity> {
  const before = service.signedIn.length
  const page = await startSignIn(browser, service)
  await browser.post(page.url.href, chooses(idp, personne))
  const entered = service.signedIn[before]
  if (!entered) throw new Error(`not signed in: ${service.refusals.at(-1)}`)
  return entered.identity
}

async function refusalOf(work: () => Promise<unknown>): Promise<string> {
  const before = { refusals: service.refusals.length, signedIn: service.signedIn.length }
  await work()
  expect(service.signedIn.length, 'nobody may have entered').toBe(before.signedIn)
  return service.refusals.slice(before.refusals).join('\n')
}

describe('Signing in with FranceConnect+', () => {
  test('a person enters with the identity FranceConnect+ certifies', async () => {
    expect(await signIn('camille-laurier')).toEqual({
      sub: expect.stringMatching(/^[0-9a-f]{64}v1$/),
      givenNames: ['Camille', 'Anne'],
      birthName: 'LAURIER',
      birthDate: '1986-05-14',
      sex: 'F',
      birthPlace: '69383',
      birthCountry: '99100',
      email: 'camille.laurier@exemple.test',
      acr: 'eidas2',
      amr: ['pin', 'mfa'],
      idp: 'la-lettre',
    })
  })

  test('the same person is recognised at each visit, through any account', async () => {
    const first = await signIn('jeanne-aubry', 'la-lettre')
    const second = await signIn('jeanne-aubry', 'carte-vitale-fictive')
    expect(second.sub).toBe(first.sub)
    expect(second.idp).not.toBe(first.idp)
  })

  test('two people of the same name born the same day are two people', async () => {
    const claire = await signIn('marie-claire-martin')
    const sophie = await signIn('marie-sophie-martin')
    expect(claire.sub).not.toBe(sophie.sub)
    expect([claire.birthName, claire.birthDate]).toEqual([sophie.birthName, sophie.birthDate])
  })

  test.each([
    ['ousmane-diallo', { birthPlace: '', birthCountry: '99341' }],
    ['paul-martin', { birthDate: '1962-00-00' }],
    ['jeanne-aubry', { birthName: 'AUBRY', usedName: 'LAURIER' }],
  ])('%s enters in spite of an unusual civil status', async (personne, expected) => {
    expect(await signIn(personne)).toMatchObject(expected)
  })

  test('the hint kept for signing out is the signed id_token, no longer encrypted', async () => {
    await signIn('camille-laurier')
    const token = String(service.signedIn.at(-1)?.account.id_token)
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'ES256' })
    expect(token.split('.')).toHaveLength(3)
    const { iat = 0, exp = 0 } = decodeJwt(token)
    expect(exp - iat).toBe(60)
  })

  test('signing out at FranceConnect+ brings the person back with the state that was sent', async () => {
    await signIn('camille-laurier')
    const state = newLogoutState()
    const url = buildLogoutUrl(issuer, {
      idTokenHint: String(service.signedIn.at(-1)?.account.id_token),
      state,
      postLogoutRedirectUri: `${service.url}/deconnexion/retour`,
    })
    const back = await new Browser().open(url, to => to.pathname === '/deconnexion/retour')
    expect(back.url.searchParams.get('state')).toBe(state)
  })

  test('an identity typed by hand enters, and is the same person the next time', async () => {
    const traits = {
      fi: 'la-lettre',
      saisie: '1',
      birthName: "D'ARTAGNAN",
      givenNames: 'Anne Marie, Lou',
      sex: 'F',
      birthDate: '1990-05-00',
      birthPlace: '2A004',
      birthCountry: '99100',
      usedName: '',
      email: '',
    }
    const subs = []
    for (let visit = 0; visit < 2; visit += 1) {
      const browser = new Browser()
      const page = await startSignIn(browser, service)
      await browser.post(page.url.href, traits)
      subs.push(service.signedIn.at(-1)?.identity.sub)
    }
    expect(service.signedIn.at(-1)?.identity).toMatchObject({
      givenNames: ['Anne Marie', 'Lou'],
      birthPlace: '2A004',
      birthDate: '1990-05-00',
    })
    expect(subs[0]).toBe(subs[1])
  })

  test('one still enters after FranceConnect+ changed its signing key', async () => {
    await signIn('camille-laurier')
    const before = decodeProtectedHeader(String(service.signedIn.at(-1)?.account.id_token)).kid
    await simulator.rotateSigningKeys()
    await signIn('camille-laurier')
    expect(decodeProtectedHeader(String(service.signedIn.at(-1)?.account.id_token)).kid).not.toBe(before)
  })

  test('leaving one person’s account never lets the next one in without choosing', async () => {
    const browser = new Browser()
    await signIn('camille-laurier', 'la-lettre', browser)
    const page = await startSignIn(browser, service)
    expect(page.html).toContain('Choisissez un compte')
  })
})

describe('Entering is refused', () => {
  test('when the account does not prove the level required', async () => {
    const browser = new Browser()
    const refusal = await refusalOf(async () => {
      const page = await startSignIn(browser, service)
      const answer = await browser.post(page.url.href, chooses('impots-fictifs', 'camille-laurier'))
      expect(answer.html).toContain('100001')
    })
    expect(refusal).toBe('')
  })

  test('when the person lowered the level in their own browser', async () => {
    const browser = new Browser()
    const refusal = await refusalOf(async () => {
      const page = await startSignIn(browser, service, { extra: { acr_values: 'eidas1' } })
      await browser.post(page.url.href, chooses('impots-fictifs', 'camille-laurier'))
    })
    expect(refusal).toContain('acr_too_low')
  })

  test('when the person asked in their own browser for less than their identity', async () => {
    const browser = new Browser()
    const refusal = await refusalOf(async () => {
      const page = await startSignIn(browser, service, { extra: { scope: 'openid' } })
      await browser.post(page.url.href, chooses('la-lettre', 'camille-laurier'))
    })
    expect(refusal).toContain('invalid_identity')
  })

  test('when the state is not the one that was sent', async () => {
    const browser = new Browser()
    const page = await startSignIn(browser, service)
    const back = await browser.post(page.url.href, chooses('la-lettre', 'camille-laurier'), isReturn)
    back.url.searchParams.set('state', 'x'.repeat(43))
    expect(await refusalOf(() => browser.open(back.url.href))).toContain('token_refused: state mismatch')
  })

  test('when the answer names another provider (mix-up)', async () => {
    const browser = new Browser()
    const page = await startSignIn(browser, service)
    const back = await browser.post(page.url.href, chooses('la-lettre', 'camille-laurier'), isReturn)
    back.url.searchParams.set('iss', 'https://autre.exemple.test')
    expect(await refusalOf(() => browser.open(back.url.href))).toContain('token_refused: iss mismatch')
  })

  test('when the code has already been used', async () => {
    const browser = new Browser()
    const page = await startSignIn(browser, service)
    const back = await browser.post(page.url.href, chooses('la-lettre', 'camille-laurier'), isReturn)
    const thief = browser.copy()
    await browser.open(back.url.href)
    expect(await refusalOf(() => thief.open(back.url.href))).toContain('token_refused: invalid_grant')
  })

  test('when the link of return is opened in another browser', async () => {
    const browser = new Browser()
    const page = await startSignIn(browser, service)
    const back = await browser.post(page.url.href, chooses('la-lettre', 'camille-laurier'), isReturn)
    expect(await refusalOf(() => new Browser().open(back.url.href))).toContain('State cookie was missing')
  })

  test('when a code obtained by someone else is slipped into one’s own return', async () => {
    const [mine, theirs] = [new Browser(), new Browser()]
    const [myPage, theirPage] = [await startSignIn(mine, service), await startSignIn(theirs, service)]
    const myReturn = await mine.post(myPage.url.href, chooses('la-lettre', 'camille-laurier'), isReturn)
    const theirReturn = await theirs.post(theirPage.url.href, chooses('la-lettre', 'jeanne-aubry'), isReturn)
    myReturn.url.searchParams.set('code', theirReturn.url.searchParams.get('code') ?? '')
    expect(await refusalOf(() => mine.open(myReturn.url.href))).toContain('token_refused: nonce mismatch')
  })

  test('when the person changes their mind', async () => {
    const browser = new Browser()
    const page = await startSignIn(browser, service)
    const refusal = await refusalOf(() => browser.post(page.url.href, { incident: 'access_denied' }))
    expect(refusal).toContain('access_denied')
  })

  test('when the person is recorded as deceased', async () => {
    const browser = new Browser()
    const page = await startSignIn(browser, service)
    const answer = await browser.post(page.url.href, chooses('la-lettre', 'odette-vallier'))
    expect([answer.status, answer.html]).toEqual([403, expect.stringContaining('010015')])
  })
})
