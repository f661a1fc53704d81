import 'server-only'
import type { PivotIdentity } from '@/lib/connectors/franceconnect/port'
import { type GateCode, withNewSpace, withSpace } from '@/lib/control/access/gate'
import { recordSecurityEvent } from '@/lib/control/audit/security-event'
import { endSession, insertSession } from '@/lib/people/identity/session-store'
import {
  findSpaceBySubject,
  findTraitsCandidates,
  type InsIdentifier,
  insertKeys,
  insertPerson,
  linkSubject,
  type PersonIdentity,
} from '@/lib/people/identity/store'
import { properName, sameBeyondKey, type Traits } from '@/lib/people/identity/traits'
import { type Clock, systemClock } from '@/lib/platform/clock'
import { sha256 } from '@/lib/platform/crypto/hash'
import { newId } from '@/lib/platform/ids'
import { fail, ok, type Result } from '@/lib/platform/result'

const system = { kind: 'system', id: 'identity', name: 'Service d’identité' } as const

/**
 * Makes a person known to the service, with an empty space that is not opened yet. `aliases`: other identifiers
 * that lead to the same person (fictive people only: the samples use several authorities for one matricule).
 */
export async function registerPerson(
  person: PersonIdentity,
  aliases: readonly InsIdentifier[] = [],
  clock: Clock = systemClock,
): Promise<Result<{ spaceId: string }, GateCode>> {
  const spaceId = newId()
  return withNewSpace(
    { actor: system, spaceId, action: 'space.register', channel: 'command-line', clock },
    async space => {
      await insertPerson(space, person)
      await insertKeys(space, person, [person, ...aliases])
      return ok({ spaceId })
    },
  )
}

function traitsOf(pivot: PivotIdentity): Traits {
  return {
    birthName: pivot.birthName,
    givenNames: pivot.givenNames,
    sex: pivot.sex === 'F' ? 'female' : 'male',
    birthDate: pivot.birthDate,
    // FranceConnect names no commune abroad, and says the country apart.
    birthPlace: pivot.birthPlace || pivot.birthCountry,
  }
}

/** Which person of ours this identity is: by the subject met before, else by the strict traits. */
async function recognise(
  issuer: string,
  pivot: PivotIdentity,
): Promise<Result<string, 'person_unknown' | 'person_ambiguous'>> {
  const linked = await findSpaceBySubject(issuer, pivot.sub)
  if (linked) return ok(linked)
  const traits = traitsOf(pivot)
  const same = (await findTraitsCandidates(traits)).filter(found => sameBeyondKey(found, traits))
  const [first, ...others] = same
  if (!first) return fail('person_unknown')
  return others.length > 0 ? fail('person_ambiguous') : ok(first.spaceId)
}

export type SignIn = { readonly issuer: string; readonly pivot: PivotIdentity; readonly idToken: string }
export type SignedIn = { readonly token: string; readonly personId: string; readonly name: string }

/**
 * Turns a verified identity into a session. The sign-in is an event of the person's own history; an identity
 * that is nobody of ours, or more than one, is a security event and changes nothing.
 */
export async function signIn({
  issuer,
  pivot,
  idToken,
}: SignIn): Promise<Result<SignedIn, 'person_unknown' | 'person_ambiguous' | GateCode>> {
  const recognised = await recognise(issuer, pivot)
  if (!recognised.ok) {
    // A digest lets two tries of one person be told from tries of two, and names nobody.
    const subject = sha256(issuer, pivot.sub).toString('hex').slice(0, 16)
    await recordSecurityEvent(recognised.error.code, systemClock.now(), { subject })
    return recognised
  }
  const personId = recognised.data
  const name = properName(`${pivot.givenNames[0] ?? ''} ${pivot.usedName ?? pivot.birthName}`.trim())
  const entered = await withSpace(
    {
      actor: { kind: 'citizen', id: personId, name },
      spaceId: personId,
      action: 'session.start',
      channel: 'sign-in',
    },
    async space => {
      await linkSubject(space, issuer, pivot.sub)
      return ok({ at: space.at })
    },
  )
  if (!entered.ok) return entered
  const token = await insertSession({ personId, at: entered.data.at, acr: pivot.acr, idToken })
  return ok({ token, personId, name })
}

export type LeavingActor = { readonly id: string; readonly name: string }

/** @returns the id_token for the provider's own logout, when there is one to hand over. */
export async function signOut(
  token: string,
  actor: LeavingActor,
): Promise<Result<{ idToken: string | null }, GateCode>> {
  const idToken = await endSession(token, systemClock.now())
  if (idToken === null) return ok({ idToken })
  return withSpace(
    {
      actor: { kind: 'citizen', ...actor },
      spaceId: actor.id,
      action: 'session.end',
      channel: 'sign-in',
    },
    async () => ok({ idToken }),
  )
}
