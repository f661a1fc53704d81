import 'server-only'
import type { SystemActor } from '@/lib/control/access/actor'
import { type Access, type GateCode, type Space, withSpace } from '@/lib/control/access/gate'
import type { Decoded } from '@/lib/interop/decoded'
import { readIncoming } from '@/lib/interop/incoming/read'
import type { IncomingDocument, IncomingErrorCode } from '@/lib/interop/incoming/schema'
import { publishedFictiveMatricules } from '@/lib/people/identity/fictive-matricules'
import { checkIns, insOids, isRealInsOid } from '@/lib/people/identity/ins'
import { sameTraits } from '@/lib/people/identity/traits'
import {
  findSpaceByIns,
  type InsIdentifier,
  type PersonIdentity,
  readPerson,
} from '@/lib/people/identity/within'
import { hidesByDefault } from '@/lib/people/spaces/within'
import { type Clock, systemClock } from '@/lib/platform/clock'
import { isLocal } from '@/lib/platform/env'
import { newId } from '@/lib/platform/ids'
import { fail, ok, type Result } from '@/lib/platform/result'
import { removeSealed, type SealedObject, writeSealed } from '@/lib/platform/storage/sealed'
import { dicomType, imagingIn, keptImaging } from '@/lib/record/documents/imaging/rules'
import { forgetImaging, insertImaging } from '@/lib/record/documents/imaging/store'
import { describeDocument, type PlainDescription } from '@/lib/record/documents/receiving/rules'
import {
  findDesignated,
  findKin,
  insertDocument,
  keepPlace,
  markDeleted,
  markReplaced,
} from '@/lib/record/documents/receiving/store'
import { insertResults } from '@/lib/record/documents/reports/store'
import { forgetForGood } from '@/lib/record/documents/searching/store'
import { keptResults } from '@/lib/record/results/kept-rules'
import type { KeptResult } from '@/lib/record/results/schema'

export type ReceiveOutcome = 'imported' | 'replaced' | 'deleted' | 'unchanged'

export type ReceiveCode =
  | GateCode
  | 'patient_missing'
  | 'other_person'
  | 'ins_malformed'
  | 'ins_wrong_key'
  | 'ins_not_an_ins'
  | 'fictive_person'
  | 'person_unknown'
  | 'identity_mismatch'
  | 'conflict'
  | 'nothing_to_delete'

/** Who delivers, and for whom when the document does not say (a plain PDF, a photo). */
export type Delivery = {
  readonly actor: SystemActor
  readonly channel: 'command-line'
  /** Matricule INS of the person the sender means; a document that names another is refused. */
  readonly matricule?: string
  /** What a plain file (PDF, photo) does not say of itself. */
  readonly plain?: PlainDescription
  readonly clock?: Clock
}

/** One file, which may hold several documents. The whole file is refused when it cannot be read. */
export async function receiveFile(
  file: { readonly bytes: Uint8Array; readonly name: string },
  delivery: Delivery,
): Promise<Decoded<ReadonlyArray<Result<ReceiveOutcome, ReceiveCode>>, IncomingErrorCode>> {
  const incoming = await readIncoming(file.bytes, file.name)
  if (!incoming.ok) return incoming
  const outcomes: Array<Result<ReceiveOutcome, ReceiveCode>> = []
  // In their order: a package may hold a document and the version that replaces it.
  for (const document of incoming.data) outcomes.push(await receiveDocument(document, delivery))
  return ok(outcomes)
}

const insFaults = {
  not_an_ins: 'ins_not_an_ins',
  malformed: 'ins_malformed',
  wrong_key: 'ins_wrong_key',
} as const

/** The sender's word alone: a file that carries no identity. */
function meant(delivery: Delivery): Result<InsIdentifier, ReceiveCode> {
  const oid = isLocal() ? insOids.nirTest : insOids.nir
  return delivery.matricule ? ok({ matricule: delivery.matricule, oid }) : fail('patient_missing')
}

/** The INS a document is for: its own, checked against the sender's word when there is one. */
function addressee({ patient }: IncomingDocument, delivery: Delivery): Result<InsIdentifier, ReceiveCode> {
  if (!patient) return meant(delivery)
  const checked = checkIns(patient.matricule, patient.oid)
  if (!checked.ok) return fail(insFaults[checked.error.code])
  const matricule = checked.data
  if (delivery.matricule && delivery.matricule !== matricule) return fail('other_person')
  const fictive = !isRealInsOid(patient.oid) || publishedFictiveMatricules.has(matricule)
  return fictive && !isLocal() ? fail('fictive_person') : ok({ matricule, oid: patient.oid })
}

/**
 * Receives one document into the record of the person its INS says. Bytes are written first, encrypted and durable;
 * the row that makes them a document is written in the transaction of the event. Receiving twice changes nothing.
 */
export async function receiveDocument(
  document: IncomingDocument,
  delivery: Delivery,
): Promise<Result<ReceiveOutcome, ReceiveCode>> {
  const ins = addressee(document, delivery)
  if (!ins.ok) return ins
  const spaceId = await findSpaceByIns(ins.data)
  if (!spaceId) return fail('person_unknown')
  const { actor, channel, clock = systemClock } = delivery
  if (document.action === 'delete')
    return withSpace(
      { actor, channel, clock, spaceId, action: 'document.withdraw', ...designation(document) },
      space => withdraw(space, document),
    )

  const id = newId()
  // Read before the space is held: others may be waiting for it.
  const results = keptResults(document.cda)
  const imaging = document.mediaType === dicomType ? imagingIn(document.bytes) : null
  const sealed = await writeSealed(document.bytes, spaceId)
  const stored = await withSpace(
    { actor, channel, clock, spaceId, action: 'document.receive', object: { kind: 'document', id } },
    space => store(space, document, { id, sealed, results, plain: delivery.plain, imaging }),
  )
  // After an exception the bytes stay: the commit may have gone through before its answer was lost, and a row without
  // its bytes is a document lost. Without their row, nobody has the key that opens them.
  if (stored.ok) return stored
  await removeSealed(sealed)
  return stored.error.code === 'unchanged' ? ok('unchanged') : fail(stored.error.code)
}

type Stored = {
  readonly id: string
  readonly sealed: SealedObject
  readonly results: readonly KeptResult[]
  readonly plain: PlainDescription | undefined
  readonly imaging: ReturnType<typeof imagingIn>
}

const isAnother = ({ patient }: IncomingDocument, person: PersonIdentity | null) =>
  patient !== null && !(person && sameTraits(patient.traits, person))

async function store(
  space: Space,
  document: IncomingDocument,
  { id, sealed, results, plain, imaging }: Stored,
): Promise<Result<ReceiveOutcome, ReceiveCode | 'unchanged'>> {
  const row = describeDocument(document, space.at, plain)
  const { same, replaced, newer } = await findKin(space, row)
  if (same) return fail(Buffer.from(same.sha256).equals(Buffer.from(row.sha256)) ? 'unchanged' : 'conflict')
  const person = document.patient || imaging ? await readPerson(space) : null
  if (isAnother(document, person)) return fail('identity_mismatch')
  await insertDocument(space, {
    ...row,
    ...sealed,
    id,
    receivedAt: space.at,
    scannedAt: null,
    source: space.actor.id,
    status: newer ? 'deprecated' : 'approved',
    replacedById: newer?.id ?? null,
    // What the author asked for; what the person chose for this document in another version, or for all that comes.
    hiddenFromProfessionals:
      row.hiddenFromProfessionals ||
      [...replaced, ...(newer ? [newer] : [])].some(version => version.hiddenFromProfessionals) ||
      (await hidesByDefault(space)),
  })
  await insertResults(space, { ...row, id }, results)
  if (imaging) await insertImaging(space, id, keptImaging(imaging, person))
  if (replaced.length === 0) return ok('imported')
  const older = replaced.map(({ id: old }) => old)
  await markReplaced(space, older, id)
  await keepPlace(space, older, id)
  return ok('replaced')
}

/** What the sender says it withdraws, for the trace: our own id is not known before the space is open. */
function designation({ uniqueId, entryUuid, replaces }: IncomingDocument): Pick<Access, 'object'> {
  const id = uniqueId ?? entryUuid ?? replaces[0]
  return id ? { object: { kind: 'document-reference', id } } : {}
}

/** Withdrawn by its author: no longer readable, and never again under this identifier. */
async function withdraw(
  space: Space,
  document: IncomingDocument,
): Promise<Result<ReceiveOutcome, ReceiveCode>> {
  const designated = [document.uniqueId, document.entryUuid, ...document.replaces].filter(
    identifier => identifier !== null,
  )
  const found = await findDesignated(space, designated)
  if (found.length === 0) return fail('nothing_to_delete')
  const standing = found.filter(({ status }) => status !== 'deleted')
  if (standing.length === 0) return ok('unchanged')
  const ids = standing.map(({ id }) => id)
  await markDeleted(space, ids)
  await forgetForGood(space, ids)
  await forgetImaging(space, ids)
  return ok('deleted')
}
