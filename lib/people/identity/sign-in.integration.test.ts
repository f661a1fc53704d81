import { describe, expect, test, vi } from 'vitest'
import type { PivotIdentity } from '@/lib/connectors/franceconnect/port'
import { registerPerson, signOut } from '@/lib/people/identity/commands'
import { sessionCookie } from '@/lib/people/identity/cookie'
import type { CurrentSession } from '@/lib/people/identity/current'
import { purgeSessions } from '@/lib/people/identity/session-store'
import type { PersonIdentity } from '@/lib/people/identity/within'
import { env } from '@/lib/platform/env'
import { usingDatabase } from '@/lib/test-support/database'
import { eventsOf, newEvents } from '@/lib/test-support/history'
import { pivotOf, signInAs } from '@/lib/test-support/identities'
import { codeOf, dataOf, makePerson, newIdentity } from '@/lib/test-support/people'

const roles = usingDatabase()

/** The browser's cookies on this request: the one thing Next.js would give. */
const jar = new Map<string, string>()
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
  }),
}))

async function whoIsThere(claims: object | null): Promise<CurrentSession | null> {
  const { encode } = await import('next-auth/jwt')
  const { currentSession } = await import('@/lib/people/identity/current')
  jar.clear()
  if (claims)
    jar.set(sessionCookie().name, await encode({ token: { ...claims }, secret: env().NEXTAUTH_SECRET }))
  return currentSession()
}

const counts = async () => {
  const [row] = await roles().owner(
    'SELECT (SELECT count(*) FROM space) AS spaces, (SELECT count(*) FROM session) AS sessions, (SELECT count(*) FROM subject_key) AS subjects',
  )
  return row
}

const securityEvents = () =>
  roles().owner<{ kind: string; details: object }>('SELECT kind, details FROM security_event ORDER BY id')

describe('Someone who signs in', () => {
  test('is recognised by their traits, then by the subject they came with', async () => {
    const person = await makePerson()
    const pivot = pivotOf(person.identity)
    const before = await eventsOf(roles().owner, person.spaceId)
    expect(dataOf(await signInAs(pivot)).personId).toBe(person.spaceId)
    // The provider now says another name: the subject is still theirs.
    const renamed = { ...pivot, birthName: 'AUTRE', birthDate: '1931-01-31' }
    expect(dataOf(await signInAs(renamed)).personId).toBe(person.spaceId)
    expect(await newEvents(roles().owner, person.spaceId, before)).toEqual([
      'session.start granted',
      'session.start granted',
    ])
  })

  test.each<[string, Partial<PersonIdentity>, Partial<PivotIdentity>]>([
    ['with accents and hyphens written otherwise', { birthName: 'D’ÉTÉ-Noël' }, { birthName: "D'ETE NOEL" }],
    ['with the first given name alone', { givenNames: ['ALIX', 'NOÉ'] }, { givenNames: ['Alix'] }],
    ['born abroad', { birthPlace: '99109' }, {}],
    ['of whose birth only the year is known', { birthDate: '1962-00-00' }, {}],
    ['born in Corsica', { birthPlace: '2A004' }, {}],
  ])('is recognised %s', async (_what, known, said) => {
    const suffix = newIdentity().birthName
    const identity = newIdentity({ ...known, birthName: `${known.birthName ?? ''} ${suffix}`.trim() })
    const { spaceId } = dataOf(await registerPerson(identity))
    const saidName = said.birthName ? { birthName: `${said.birthName} ${suffix}` } : {}
    expect(dataOf(await signInAs(pivotOf(identity, { ...said, ...saidName }))).personId).toBe(spaceId)
  })

  test('is told from a homonym by given names and birth place', async () => {
    const first = await makePerson()
    const { birthName } = first.identity
    const second = await makePerson({ identity: { birthName, givenNames: ['JEANNE'] } })
    const third = await makePerson({ identity: { birthName, birthPlace: '69123' } })
    for (const person of [first, second, third])
      expect(dataOf(await signInAs(pivotOf(person.identity))).personId).toBe(person.spaceId)
  })

  test('is not let in when two people cannot be told apart, and nothing is created', async () => {
    const first = await makePerson()
    await makePerson({ identity: { birthName: first.identity.birthName } })
    const [before, told] = [await counts(), (await securityEvents()).length]
    expect(codeOf(await signInAs(pivotOf(first.identity)))).toBe('person_ambiguous')
    expect(await counts()).toEqual(before)
    expect((await securityEvents()).slice(told).map(event => event.kind)).toEqual(['person_ambiguous'])
  })

  test.each<[string, Partial<PivotIdentity>]>([
    ['nobody', {}],
    ['someone of another birth date', { birthDate: '1985-04-13' }],
    ['someone of another sex', { sex: 'M' }],
    ['someone of another birth place', { birthPlace: '69123' }],
    ['someone of other given names', { givenNames: ['JEANNE'] }],
    ['someone whose name begins alike', { givenNames: ['ALI'] }],
  ])('is not let in as %s, nothing is created, and the trace names nobody', async (what, change) => {
    const identity = what === 'nobody' ? newIdentity() : (await makePerson()).identity
    const [before, told] = [await counts(), (await securityEvents()).length]
    const pivot = pivotOf(identity, change)
    expect(codeOf(await signInAs(pivot))).toBe('person_unknown')
    expect(await counts()).toEqual(before)
    const [event, ...others] = (await securityEvents()).slice(told)
    expect(others).toEqual([])
    expect(event?.kind).toBe('person_unknown')
    expect(JSON.stringify(event?.details)).not.toContain(identity.birthName)
    expect(JSON.stringify(event?.details)).not.toContain(pivot.sub)
  })

  test('cannot be registered twice under one matricule', async () => {
    const { identity } = await makePerson()
    const before = await counts()
    await expect(registerPerson(newIdentity({ matricule: identity.matricule }))).rejects.toThrow()
    expect(await counts()).toEqual(before)
  })
})

describe('A session', () => {
  async function signedIn() {
    const person = await makePerson()
    const { token, personId } = dataOf(await signInAs(pivotOf(person.identity), 'tête.corps.signature'))
    return { person, token, claims: { sid: token, personId, name: 'Alix' } }
  }
  const moveBack = (personId: string, columns: readonly string[], interval: string) =>
    roles().owner(
      `UPDATE session SET ${columns.map(column => `${column} = ${column} - interval '${interval}'`).join(', ')} WHERE person_id = $1`,
      [personId],
    )

  test('is known by its cookie, and by nothing less', async () => {
    const { person, claims } = await signedIn()
    expect((await whoIsThere(claims))?.actor).toEqual({ kind: 'citizen', id: person.spaceId, name: 'Alix' })
    expect(await whoIsThere(null)).toBeNull()
    expect(await whoIsThere({ ...claims, sid: 'autre' })).toBeNull()
    expect(await whoIsThere({ personId: person.spaceId })).toBeNull()
    const other = await makePerson()
    expect(await whoIsThere({ ...claims, personId: other.spaceId })).toBeNull()
    jar.set(sessionCookie().name, 'pas.un.jeton')
    const { currentSession } = await import('@/lib/people/identity/current')
    expect(await currentSession()).toBeNull()
  })

  test('is stored as a hash, and what the provider gave is encrypted', async () => {
    const { person, token } = await signedIn()
    const [row] = await roles().owner<Record<string, unknown>>('SELECT * FROM session WHERE person_id = $1', [
      person.spaceId,
    ])
    const bytes = Buffer.concat(
      Object.values(row ?? {}).map(value => (Buffer.isBuffer(value) ? value : Buffer.from(String(value)))),
    )
    for (const secret of [token, Buffer.from(token, 'base64url'), 'tête.corps.signature', 'signature'])
      expect(bytes.includes(secret)).toBe(false)
  })

  test('ends when the person leaves, gives back what the provider’s logout needs, and does not come back', async () => {
    const { person, token, claims } = await signedIn()
    const before = await eventsOf(roles().owner, person.spaceId)
    const actor = { id: person.spaceId, name: 'Alix' }
    expect(dataOf(await signOut(token, actor)).idToken).toBe('tête.corps.signature')
    expect(await whoIsThere(claims)).toBeNull()
    expect(dataOf(await signOut(token, actor)).idToken).toBeNull()
    expect(await newEvents(roles().owner, person.spaceId, before)).toEqual(['session.end granted'])
    const [row] = await roles().owner<{ id_token: Buffer }>(
      'SELECT id_token FROM session WHERE person_id = $1',
      [person.spaceId],
    )
    expect(row?.id_token.length).toBe(0)
  })

  test('ends after a quarter of an hour without a sign of life, even if the clock is set back afterwards', async () => {
    const { person, claims } = await signedIn()
    await moveBack(person.spaceId, ['seen_at'], '14 minutes')
    expect(await whoIsThere(claims)).not.toBeNull()
    await moveBack(person.spaceId, ['seen_at'], '15 minutes')
    expect(await whoIsThere(claims)).toBeNull()
    await roles().owner('UPDATE session SET seen_at = now() WHERE person_id = $1', [person.spaceId])
    expect(await whoIsThere(claims)).toBeNull()
  })

  test('ends after eight hours, however busy', async () => {
    const { person, claims } = await signedIn()
    await moveBack(person.spaceId, ['created_at', 'expires_at'], '8 hours')
    expect(await whoIsThere(claims)).toBeNull()
  })

  test('leaves no row a day after its end', async () => {
    const { person } = await signedIn()
    const { person: other } = await signedIn()
    await moveBack(person.spaceId, ['created_at', 'expires_at'], '40 hours')
    expect(await purgeSessions(new Date(Date.now() - 86_400_000))).toBe(1)
    const left = await roles().owner('SELECT 1 FROM session WHERE person_id = ANY($1)', [
      [person.spaceId, other.spaceId],
    ])
    expect(left).toHaveLength(1)
  })

  test('of one browser does not end with that of another', async () => {
    const { person, token, claims } = await signedIn()
    const second = dataOf(await signInAs(pivotOf(person.identity)))
    await signOut(token, { id: person.spaceId, name: 'Alix' })
    expect(await whoIsThere(claims)).toBeNull()
    expect(await whoIsThere({ ...claims, sid: second.token })).not.toBeNull()
  })
})
