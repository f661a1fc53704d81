import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import type { PivotIdentity } from '@/lib/connectors/franceconnect/port'
import { signIn } from '@/lib/people/identity/commands'
import { usingDatabase } from '@/lib/test-support/database'
import { codeOf, makePerson, type TestPerson } from '@/lib/test-support/people'

usingDatabase()

const issuer = 'https://identity.example/api/v2'

function pivotFor({ identity }: TestPerson, change: Partial<PivotIdentity>): PivotIdentity {
  return {
    sub: `${randomBytes(32).toString('hex')}v1`,
    givenNames: [...identity.givenNames],
    birthName: identity.birthName,
    birthDate: identity.birthDate,
    sex: 'F',
    birthPlace: '',
    birthCountry: identity.birthPlace,
    acr: 'eidas2',
    ...change,
  }
}

test('a homonym born the same presumed day in another country does not enter this person’s space', async () => {
  const person = await makePerson({ identity: { birthDate: '1980-00-00', birthPlace: '99335' } })
  const enter = (pivot: PivotIdentity) => signIn({ issuer, pivot, idToken: 'token' })

  expect(codeOf(await enter(pivotFor(person, { birthCountry: '99341' })))).toBe('person_unknown')
  expect(codeOf(await enter(pivotFor(person, {})))).toBe('ok')
})
