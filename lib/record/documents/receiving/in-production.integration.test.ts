import { beforeAll, expect, test, vi } from 'vitest'
import { publishedFictiveMatricules } from '@/lib/people/identity/fictive-matricules'
import { insOids, nirKey } from '@/lib/people/identity/ins'
import { isLocal } from '@/lib/platform/env'
import { usingDatabase } from '@/lib/test-support/database'
import { cdaFor, listOf, send } from '@/lib/test-support/documents'
import { makePerson, newIdentity } from '@/lib/test-support/people'

usingDatabase()

beforeAll(() => {
  // Read once per process, and this file has one of its own.
  vi.stubEnv('DEPLOYMENT', 'production')
  expect(isLocal()).toBe(false)
})

const rightKey = (matricule: string) => nirKey(matricule.slice(0, 13)) === matricule.slice(13)

test('a real person’s document is received', async () => {
  const person = await makePerson({ identity: { oid: insOids.nir } })
  expect(await send(cdaFor(person.identity))).toEqual(['imported'])
  expect((await listOf(person.requester)).matching).toBe(1)
})

test.each([insOids.nirTest, insOids.nirDemonstration])(
  'a fictive person’s document is refused (%s), even if such a person were known',
  async oid => {
    const person = await makePerson({ identity: { oid } })
    expect(await send(cdaFor(person.identity))).toEqual(['fictive_person'])
    expect((await listOf(person.requester)).matching).toBe(0)
  },
)

test('a published sample is refused under a real authority too', async () => {
  for (const matricule of publishedFictiveMatricules) {
    const [outcome] = await send(cdaFor(newIdentity({ matricule, oid: insOids.nir })))
    expect(outcome).toBe(rightKey(matricule) ? 'fictive_person' : 'ins_wrong_key')
  }
})

test('a plain file sent for a matricule goes to a real person, never to a fictive one', async () => {
  const [real, fictive] = [await makePerson({ identity: { oid: insOids.nir } }), await makePerson()]
  const bytes = new TextEncoder().encode('%PDF-1.4\n%%EOF\n')
  const sent = (matricule: string) => send(bytes, { name: 'a.pdf', matricule })
  expect(await sent(real.identity.matricule)).toEqual(['imported'])
  expect(await sent(fictive.identity.matricule)).toEqual(['person_unknown'])
})
