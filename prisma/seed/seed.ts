/**
 * The demonstration: fictive people, and a family's documents received through the same command as real ones.
 * Idempotent; refuses to run anywhere but locally.
 */

import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Requester } from '@/lib/control/access/actor'
import { typeLabel } from '@/lib/interop/terminology/documents'
import { registerPerson } from '@/lib/people/identity/commands'
import { insOids } from '@/lib/people/identity/ins'
import { properName } from '@/lib/people/identity/traits'
import { findSpaceByIns } from '@/lib/people/identity/within'
import { openSpace } from '@/lib/people/spaces/commands'
import { fixedClock } from '@/lib/platform/clock'
import { disconnect } from '@/lib/platform/db/client'
import { env, isLocal } from '@/lib/platform/env'
import type { Result } from '@/lib/platform/result'
import { listDocuments, readDocument } from '@/lib/record/documents/queries'
import { receiveFile } from '@/lib/record/documents/receiving/commands'
import { documentFilterSchema } from '@/lib/record/documents/schema'
import { readHome } from '@/lib/record/home/queries'
import { type DemonstrationDocument, demonstrationDocuments } from './story/documents'
import { demonstrationPeople } from './story/people'
import type { DemonstrationPerson } from './story/schema'

if (!isLocal()) {
  console.error('Les personnes et documents de démonstration ne se chargent qu’avec DEPLOYMENT=local.')
  process.exit(1)
}

/** When the family became known to the service, and when it opened its spaces. */
const knownSince = new Date('2019-01-07T08:00:00Z')
const openedOn = new Date('2022-02-10T18:30:00Z')

function expectOk<Data>(result: Result<Data, string>, what: string): Data {
  if (!result.ok) throw new Error(`${what}: ${result.error.code}`)
  return result.data
}

/** Every authority under which samples name a fictive person: one matricule, one person. */
const aliasesOf = (person: DemonstrationPerson) =>
  [insOids.nir, insOids.nirDemonstration].map(oid => ({ oid, matricule: person.matricule }))

type Family = ReadonlyMap<
  DemonstrationPerson['key'],
  { readonly person: DemonstrationPerson; readonly spaceId: string }
>

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
  const registered = await registerPerson(identity, aliasesOf(person), fixedClock(knownSince))
  return expectOk(registered, person.key).spaceId
}

function requester(person: DemonstrationPerson, spaceId: string, at: Date): Requester {
  const name = `${person.firstGivenName} ${person.usedName ?? person.birthName}`
  return { actor: { kind: 'citizen', id: spaceId, name }, spaceId, channel: 'web', clock: fixedClock(at) }
}

/** Opened by the person, as on the screen; already open is fine. */
async function open(person: DemonstrationPerson, spaceId: string): Promise<void> {
  const opened = await openSpace(requester(person, spaceId, openedOn), {
    terms: 'on',
    visibility: 'visible',
    emergencyDispatch: true,
    emergencyAnyone: true,
    emergencyHidden: false,
  })
  if (!opened.ok && opened.error.code !== 'space_not_open')
    throw new Error(`${person.key}: ${opened.error.code}`)
}

async function receive(document: DemonstrationDocument, person: DemonstrationPerson): Promise<boolean> {
  const own = document.sentBy === 'citizen'
  const name = `${person.firstGivenName} ${person.usedName ?? person.birthName}`
  const received = await receiveFile(
    { bytes: document.bytes(), name: document.fileName },
    {
      actor: { kind: 'system', id: 'demonstration', name: own ? properName(name) : 'Un logiciel de soin' },
      channel: 'command-line',
      matricule: person.matricule,
      clock: fixedClock(document.receivedAt),
      ...(own
        ? {
            plain: {
              title: document.title,
              type: { code: document.type, system: null, label: typeLabel(document.type) ?? document.title },
              date: document.documentAt,
              authorName: name,
            },
          }
        : {}),
    },
  )
  if (!received.ok) throw new Error(`${document.fileName}: ${received.error.code} ${received.error.detail}`)
  return received.data.some(outcome => expectOk(outcome, document.fileName) !== 'unchanged')
}

/** The person comes back some days after each few arrivals and reads the latest: a history with a life in it. */
async function visit(person: DemonstrationPerson, spaceId: string, at: Date): Promise<void> {
  const reader = requester(person, spaceId, at)
  expectOk(await readHome(reader), 'home')
  const list = expectOk(await listDocuments(reader, documentFilterSchema.parse({ tri: 'recu' })), 'list')
  const [latest] = list.lines
  if (latest) expectOk(await readDocument(reader, latest.id), 'document')
}

const dayMs = 86_400_000

/** Something that happened, told again at its own date. */
type Step = { readonly at: Date; readonly run: () => Promise<unknown> }

function documentSteps(people: Family, now: Date): Step[] {
  return demonstrationDocuments(now).map(document => ({
    at: document.receivedAt,
    async run() {
      const found = people.get(document.personKey)
      if (!found) throw new Error(`Nobody is ${document.personKey}`)
      if (await receive(document, found.person)) received += 1
    },
  }))
}

function openingSteps(people: Family): Step[] {
  return [...people.values()]
    .filter(({ person }) => person.spaceState === 'open')
    .map(({ person, spaceId }) => ({ at: openedOn, run: () => open(person, spaceId) }))
}

/** Camille comes every four months or so; the last time twelve days ago, so that something is new. */
function visitSteps(people: Family, now: Date): Step[] {
  const camille = people.get('camille')
  if (!camille) return []
  const daysAgo = [1490, 1350, 1201, 1010, 880, 742, 610, 511, 370, 300, 229, 131, 61, 12]
  return daysAgo
    .map(days => new Date(now.getTime() - days * dayMs))
    .filter(at => at > openedOn)
    .map(at => ({ at, run: () => visit(camille.person, camille.spaceId, at) }))
}

let received = 0

/**
 * The story is told as of one day, kept beside the data: told again another day it would have other dates under the
 * same identifiers. `done` makes the next starts free; a database emptied since is told anew.
 */
type Marker = { readonly told: string; readonly done: boolean }

const markerFile = path.join(env().DATA_DIR, 'demonstration.json')

async function marker(): Promise<Marker | null> {
  const [first] = demonstrationPeople
  if (!first || (await findSpaceByIns(first)) === null) return null
  const text = await readFile(markerFile, 'utf8').catch(() => null)
  return text === null ? null : (JSON.parse(text) as Marker)
}

async function mark(told: Date, done: boolean): Promise<void> {
  await writeFile(markerFile, JSON.stringify({ told: told.toISOString(), done } satisfies Marker))
}

async function seed(): Promise<void> {
  const earlier = await marker()
  if (earlier?.done) return
  const told = earlier ? new Date(earlier.told) : new Date()
  await mark(told, false)
  const entries = []
  for (const person of demonstrationPeople)
    entries.push([person.key, { person, spaceId: await register(person) }] as const)
  const people: Family = new Map(entries)
  // Visits are told once; documents and openings may be told again after an interruption, and change nothing.
  const visits = earlier ? [] : visitSteps(people, told)
  const steps = [...openingSteps(people), ...documentSteps(people, told), ...visits]
  for (const step of steps.sort((a, b) => a.at.getTime() - b.at.getTime())) await step.run()
  await mark(told, true)
  console.log(`${people.size} personnes, ${received} documents ajoutés`)
}

await seed().finally(disconnect)
