import { randomBytes } from 'node:crypto'
import type { PivotIdentity } from '@/lib/connectors/franceconnect/port'
import { signIn } from '@/lib/people/identity/commands'
import type { PersonIdentity } from '@/lib/people/identity/within'
import { env } from '@/lib/platform/env'

/** What FranceConnect+ would say of this person. */
export function pivotOf(person: PersonIdentity, change: Partial<PivotIdentity> = {}): PivotIdentity {
  const abroad = person.birthPlace.startsWith('99')
  return {
    sub: `${randomBytes(32).toString('hex')}v1`,
    givenNames: [...person.givenNames],
    birthName: person.birthName,
    birthDate: person.birthDate,
    sex: person.sex === 'male' ? 'M' : 'F',
    birthPlace: abroad ? '' : person.birthPlace,
    birthCountry: abroad ? person.birthPlace : '99100',
    acr: 'eidas2',
    ...change,
  }
}

export const signInAs = (pivot: PivotIdentity, idToken = 'un.id.token') =>
  signIn({ issuer: env().FRANCECONNECT_ISSUER, pivot, idToken })
