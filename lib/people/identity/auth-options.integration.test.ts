import { encode } from 'next-auth/jwt'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { PivotIdentity } from '@/lib/connectors/franceconnect/port'
import { authOptions } from '@/lib/people/identity/auth-options'
import { findSession } from '@/lib/people/identity/session-store'
import { env } from '@/lib/platform/env'
import { usingDatabase } from '@/lib/test-support/database'
import { pivotOf } from '@/lib/test-support/identities'
import { makePerson, newIdentity } from '@/lib/test-support/people'

usingDatabase()

/** The cookie that the browser comes back with. */
let cookie: string | undefined
vi.mock('next/headers', () => ({
  cookies: async () => ({ get: (name: string) => (cookie ? { name, value: cookie } : undefined) }),
}))

type Callbacks = NonNullable<Awaited<ReturnType<typeof authOptions>>['callbacks']>
type SignInCallback = NonNullable<Callbacks['signIn']>
type JwtCallback = NonNullable<Callbacks['jwt']>

let callbacks: Callbacks
beforeAll(async () => {
  callbacks = (await authOptions()).callbacks ?? {}
})

const account = {
  provider: 'franceconnect',
  providerAccountId: 'x',
  type: 'oauth',
  id_token: 'un.id.token',
} as const

/** What next-auth does once the provider's answer has been checked. */
async function arrive(pivot: PivotIdentity | object, changed: object = {}) {
  const user = { id: 'x' }
  const parameters = { user, account: { ...account, ...changed }, profile: pivot }
  const allowed = await callbacks.signIn?.(parameters as Parameters<SignInCallback>[0])
  const token = await callbacks.jwt?.({
    token: {},
    user,
    account: parameters.account,
  } as unknown as Parameters<JwtCallback>[0])
  return { allowed, token }
}

describe('Coming back from FranceConnect+', () => {
  test('ends the session that another had left open in the same browser', async () => {
    const [first, second] = [await makePerson(), await makePerson()]
    const left = (await arrive(pivotOf(first.identity))).token
    cookie = await encode({ token: left ?? {}, secret: env().NEXTAUTH_SECRET })
    const now = (await arrive(pivotOf(second.identity))).token
    cookie = undefined
    expect(await findSession(String(left?.sid))).toBeNull()
    expect(await findSession(String(now?.sid))).toMatchObject({ personId: second.spaceId })
  })

  test('opens a session for the person, of which the cookie holds the token, the name and nothing else', async () => {
    const person = await makePerson()
    const { allowed, token } = await arrive(pivotOf(person.identity))
    expect(allowed).toBe(true)
    expect(Object.keys(token ?? {}).sort()).toEqual(['name', 'personId', 'sid'])
    expect(token?.personId).toBe(person.spaceId)
    expect((await findSession(token?.sid ?? ''))?.personId).toBe(person.spaceId)
  })

  test('leads someone we do not know to the page that explains, and homonyms to theirs', async () => {
    expect((await arrive(pivotOf(newIdentity()))).allowed).toBe('/connexion/personne-inconnue')
    const person = await makePerson()
    await makePerson({ identity: { birthName: person.identity.birthName } })
    expect((await arrive(pivotOf(person.identity))).allowed).toBe(
      '/connexion/personne-inconnue?motif=homonymes',
    )
  })

  test.each([
    ['an identity that is not whole', { sub: 'x' }, {}],
    ['no token to leave with', null, { id_token: undefined }],
    ['another provider', null, { provider: 'autre' }],
  ])('lets nobody in with %s', async (_what, profile, changed) => {
    const person = await makePerson()
    expect((await arrive(profile ?? pivotOf(person.identity), changed)).allowed).toBe(false)
  })

  test('a later request leaves the cookie as it is', async () => {
    const token = { sid: 'a', personId: 'b', name: 'c' }
    expect(await callbacks.jwt?.({ token, account: null } as unknown as Parameters<JwtCallback>[0])).toEqual(
      token,
    )
  })

  test.each([
    ['https://ailleurs.example/accueil'],
    ['//ailleurs.example'],
    ['http://localhost:3000.ailleurs.example/'],
    ['javascript:alert(1)'],
  ])('never leads out of this site: %s', async url => {
    const baseUrl = 'http://localhost:3000'
    expect(await callbacks.redirect?.({ url, baseUrl })).toBe(`${baseUrl}/accueil`)
  })

  test('the cookie is for this host alone, out of reach of scripts, and secure as soon as the site is', async () => {
    const { cookies, session } = await authOptions()
    expect(cookies?.sessionToken?.options).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/' })
    expect(cookies?.sessionToken?.options).not.toHaveProperty('domain')
    expect(session?.maxAge).toBe(8 * 3600)
  })
})
