/**
 * The demonstration: fictive people, and a family's documents received through the same command as real ones.
 * Idempotent; refuses to run anywhere but locally.
 */

import { registerPerson } from '@/lib/people/identity/commands'
import { insOids } from '@/lib/people/identity/ins'
import { findSpaceByIns } from '@/lib/people/identity/within'
import { openSpace } from '@/lib/people/spaces/commands'
import { disconnect } from '@/lib/platform/db/client'
import { isLocal } from '@/lib/platform/env'
import type { Result } from '@/lib/platform/result'
import { receiveFile } from '@/lib/record/documents/commands'
import { demonstrationDocuments } from './story/documents'
import { demonstrationPeople } from './story/people'
import type { DemonstrationPerson } from './story/schema'

if (!isLocal()) {
  console.error('Les personnes et documents de démonstration ne se chargent qu’avec DEPLOYMENT=local.')
  process.exit(1)
}

function expectOk<Data>(result: Result<Data, string>, what: string): Data {
  if (!result.ok) throw new Error(`${what}: ${result.error.code}`)
  return result.data
}

/** Every authority under which samples name a fictive person: one matricule, one person. */
const aliasesOf = (person: DemonstrationPerson) =>
  [insOids.nir, insOids.nirDemonstration].map(oid => ({ oid, matricule: person.matricule }))

async function register(person: DemonstrationPerson): Promise<string> {
  const known = await findSpaceByIns(person)
  if (known) return known
  const identity = {
    matricule: person.matricule,
    oid: person.oid,
    birthName: person.birthName,
    usedName: person.usedName ?? null,
    givenNames: person.givenNames.split(' '),
    sex: person.sex === 'F' ? ('female' as const) : ('male' as const),
    birthDate: person.civilBirthDate ?? person.birthDate,
    birthPlace: person.birthPlace,
  }
  const { spaceId } = expectOk(await registerPerson(identity, aliasesOf(person)), person.key)
  if (person.spaceState === 'open') await open(spaceId, person)
  return spaceId
}

async function open(spaceId: string, person: DemonstrationPerson): Promise<void> {
  const opened = await openSpace(
    {
      actor: {
        kind: 'citizen',
        id: spaceId,
        name: `${person.firstGivenName} ${person.usedName ?? person.birthName}`,
      },
      spaceId,
      channel: 'web',
    },
    {
      terms: 'on',
      visibility: 'visible',
      emergencyDispatch: true,
      emergencyAnyone: true,
      emergencyHidden: false,
    },
  )
  expectOk(opened, person.key)
}

async function seed(): Promise<void> {
  for (const person of demonstrationPeople) await register(person)
  const byKey = new Map(demonstrationPeople.map(person => [person.key, person]))
  let received = 0
  for (const document of demonstrationDocuments(new Date())) {
    const person = byKey.get(document.personKey)
    if (!person) throw new Error(`Nobody is ${document.personKey}`)
    const outcomes = await receiveFile(
      { bytes: document.bytes(), name: document.fileName },
      {
        actor: { kind: 'system', id: 'demonstration', name: 'Démonstration' },
        channel: 'command-line',
        matricule: person.matricule,
        receivedAt: document.receivedAt,
      },
    )
    if (!outcomes.ok) throw new Error(`${document.fileName}: ${outcomes.error.code} ${outcomes.error.detail}`)
    for (const outcome of outcomes.data)
      if (expectOk(outcome, document.fileName) !== 'unchanged') received += 1
  }
  console.log(`${demonstrationPeople.length} personnes, ${received} documents ajoutés`)
}

await seed().finally(disconnect)
