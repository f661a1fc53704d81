import 'server-only'
import { z } from 'zod'
import { type Space, transactionOf } from '@/lib/control/access/gate'
import { type Traits, traitsKey } from '@/lib/people/identity/traits'
import { openBytes, sealBytes } from '@/lib/platform/crypto/aead'
import { indexHash } from '@/lib/platform/crypto/hash'
import { database } from '@/lib/platform/db/client'

/** Lookups that lead from an identity to a space. They hold keyed hashes: not names, not matricules. */

export type InsIdentifier = { readonly matricule: string; readonly oid: string }

const insHash = (ins: InsIdentifier) => indexHash('ins', `${ins.oid}|${ins.matricule}`)

export async function findSpaceByIns(ins: InsIdentifier): Promise<string | null> {
  const row = await database().insKey.findUnique({ where: { hash: insHash(ins) } })
  return row?.spaceId ?? null
}

export async function findSpaceBySubject(issuer: string, subject: string): Promise<string | null> {
  const row = await database().subjectKey.findUnique({
    where: { hash: indexHash('subject', `${issuer}|${subject}`) },
  })
  return row?.spaceId ?? null
}

export type TraitsCandidate = Pick<Traits, 'givenNames' | 'birthPlace'> & { readonly spaceId: string }

const beyondSchema = z.object({ givenNames: z.array(z.string()), birthPlace: z.string() })
const beyondKey = () => indexHash('traits-key', 'beyond')

/** What the traits key leaves out, sealed for its row. */
export function sealBeyond({ givenNames, birthPlace }: Traits, spaceId: string): Buffer {
  return sealBytes(beyondKey(), Buffer.from(JSON.stringify({ givenNames, birthPlace })), spaceId)
}

/** Everyone of this birth name, birth date and sex: homonyms included, for the caller to tell apart. */
export async function findTraitsCandidates(traits: Traits): Promise<TraitsCandidate[]> {
  const rows = await database().traitsKey.findMany({
    where: { hash: indexHash('traits', traitsKey(traits)) },
    select: { spaceId: true, beyond: true },
  })
  return rows.map(row => {
    const opened = openBytes(beyondKey(), row.beyond, row.spaceId).toString()
    return { spaceId: row.spaceId, ...beyondSchema.parse(JSON.parse(opened)) }
  })
}

export type PersonIdentity = Traits & InsIdentifier & { readonly usedName: string | null }

export async function insertPerson(space: Space, person: PersonIdentity): Promise<void> {
  await transactionOf(space).person.createMany({
    data: [
      {
        spaceId: space.id,
        matricule: person.matricule,
        matriculeOid: person.oid,
        birthName: person.birthName,
        usedName: person.usedName,
        givenNames: [...person.givenNames],
        sex: person.sex,
        birthDate: person.birthDate,
        birthPlace: person.birthPlace,
      },
    ],
  })
}

/** @throws when an identifier already leads to another space (unique keys). */
export async function insertKeys(
  space: Space,
  traits: Traits,
  identifiers: readonly InsIdentifier[],
): Promise<void> {
  const transaction = transactionOf(space)
  await transaction.insKey.createMany({
    data: identifiers.map(ins => ({ hash: insHash(ins), spaceId: space.id })),
  })
  await transaction.traitsKey.createMany({
    data: [
      {
        hash: indexHash('traits', traitsKey(traits)),
        spaceId: space.id,
        beyond: new Uint8Array(sealBeyond(traits, space.id)),
      },
    ],
  })
}

export async function linkSubject(space: Space, issuer: string, subject: string): Promise<void> {
  await transactionOf(space).subjectKey.createMany({
    data: [{ hash: indexHash('subject', `${issuer}|${subject}`), spaceId: space.id, linkedAt: space.at }],
    skipDuplicates: true,
  })
}

export async function readPerson(space: Space): Promise<PersonIdentity | null> {
  const row = await transactionOf(space).person.findUnique({ where: { spaceId: space.id } })
  return row && { ...row, oid: row.matriculeOid }
}
