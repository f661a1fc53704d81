import { randomInt } from 'node:crypto'
import type { Requester, SystemActor } from '@/lib/control/access/actor'
import { registerPerson } from '@/lib/people/identity/commands'
import { insOids, nirKey } from '@/lib/people/identity/ins'
import type { InsIdentifier, PersonIdentity } from '@/lib/people/identity/within'
import { openSpace, opposeSpace } from '@/lib/people/spaces/commands'
import { type Clock, systemClock } from '@/lib/platform/clock'
import type { Result } from '@/lib/platform/result'

/** Someone who exists for one test. */
export type TestPerson = {
  readonly spaceId: string
  readonly identity: PersonIdentity
  /** The person in front of their own screen. */
  readonly requester: Requester
}

const digits = (count: number) => String(randomInt(10 ** count)).padStart(count, '0')

/** A matricule that nobody else of this run has, with its right key. */
export function newMatricule(): string {
  const body = `2${digits(2)}0${1 + randomInt(9)}75${digits(6)}`
  return body + nirKey(body)
}

const letters = (count: number) =>
  Array.from({ length: count }, () => String.fromCharCode(65 + randomInt(26))).join('')

export function newIdentity(change: Partial<PersonIdentity> = {}): PersonIdentity {
  return {
    matricule: newMatricule(),
    oid: insOids.nirTest,
    birthName: `ESSAI-${letters(10)}`,
    usedName: null,
    givenNames: ['ALIX', 'NOÉ'],
    sex: 'female',
    birthDate: '1985-04-12',
    birthPlace: '75056',
    ...change,
  }
}

/** @throws when what was expected to work did not. */
export function dataOf<Data>(result: Result<Data, string>): Data {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`)
  return result.data
}

/** The code of a refusal, or `ok`: what most tests compare. */
export function codeOf(result: Result<unknown, string>): string {
  return result.ok ? 'ok' : result.error.code
}

export const visibleToAll = {
  terms: 'on',
  visibility: 'visible',
  emergencyDispatch: true,
  emergencyAnyone: true,
  emergencyHidden: false,
} as const

type Wanted = {
  readonly state?: 'known' | 'open' | 'opposed'
  readonly identity?: Partial<PersonIdentity>
  readonly aliases?: readonly InsIdentifier[]
  readonly clock?: Clock
}

/** A person known to the service; their space is open unless told otherwise. */
export async function makePerson({
  state = 'open',
  identity: change,
  aliases,
  clock = systemClock,
}: Wanted = {}): Promise<TestPerson> {
  const identity = newIdentity(change)
  const { spaceId } = dataOf(await registerPerson(identity, aliases, clock))
  const requester: Requester = {
    actor: { kind: 'citizen', id: spaceId, name: `Alix ${identity.birthName}` },
    spaceId,
    channel: 'web',
    clock,
  }
  if (state === 'open') dataOf(await openSpace(requester, visibleToAll))
  if (state === 'opposed') dataOf(await opposeSpace(requester))
  return { spaceId, identity, requester }
}

/** This person, at the door of somebody else's space. */
export function intruding(intruder: TestPerson, target: { readonly spaceId: string }): Requester {
  return { ...intruder.requester, spaceId: target.spaceId }
}

export const careSoftware: SystemActor = { kind: 'system', id: 'import', name: 'Un logiciel de soin' }
