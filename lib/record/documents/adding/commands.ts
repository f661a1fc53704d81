import 'server-only'
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Antivirus, Scan } from '@/lib/connectors/antivirus/port'
import type { Requester } from '@/lib/control/access/actor'
import { type GateCode, type Space, withSpace } from '@/lib/control/access/gate'
import {
  type AdmissionCode,
  type Admitted,
  admitted,
  NotAdmitted,
  refusalOf,
} from '@/lib/interop/files/admit'
import { readPerson } from '@/lib/people/identity/within'
import { hidesOwnByDefault } from '@/lib/people/spaces/within'
import { newId } from '@/lib/platform/ids'
import { logger } from '@/lib/platform/logger'
import { fail, ok, type Result } from '@/lib/platform/result'
import { removeSealed, type SealedObject, writeSealed } from '@/lib/platform/storage/sealed'
import { aside, withoutSayings } from '@/lib/record/documents/adding/cleaning-commands'
import { insertOriginal } from '@/lib/record/documents/adding/original-store'
import { type AddedFile, type Description, describeAdded } from '@/lib/record/documents/adding/rules'
import type { CategoryCode } from '@/lib/record/documents/categories'
import { keptImaging } from '@/lib/record/documents/imaging/rules'
import { insertImaging } from '@/lib/record/documents/imaging/store'
import { insertDocument } from '@/lib/record/documents/receiving/store'
import { findSameContent } from '@/lib/record/documents/store'

/** A file that came in whole, checked and encrypted; a document only once `addDocument` has said so. */
export type StagedFile = AddedFile & {
  readonly sealed: SealedObject
  /** Hash of the bytes as sent, before anything was taken out of them: care software may have sent the same. */
  readonly sentSha256: Uint8Array<ArrayBuffer>
  /** The bytes as sent, when something was taken out of them and they may be wanted. */
  readonly original: (SealedObject & { readonly size: number }) | null
}

type Sent = {
  readonly name: string
  readonly content: AsyncIterable<Uint8Array>
  /** Also as it was sent, if something is taken out of it: the person says so, or has not said yet. */
  readonly keepOriginal?: boolean
}

/** By what a file has to go before it is kept. */
export type Checks = {
  /** Bytes. */
  readonly limit: number
  readonly antivirus: Antivirus
}

async function* observed(
  source: AsyncIterable<Uint8Array>,
  look: (piece: Uint8Array) => void | Promise<void>,
): AsyncGenerator<Uint8Array> {
  for await (const piece of source) {
    await look(piece)
    yield piece
  }
}

type Writing = { readonly limit: number; readonly scan: Scan }

type Written = Omit<StagedFile, 'id' | 'name' | 'scanned' | 'original'> & { readonly sentSize: number }

/** @throws NotAdmitted */
async function write(owner: string, { name, content }: Sent, { limit, scan }: Writing): Promise<Written> {
  const [sentHash, keptHash] = [createHash('sha256'), createHash('sha256')]
  let size = 0
  let facts: Admitted | undefined
  const sent = observed(content, piece => void sentHash.update(piece))
  const checked = admitted(sent, { name, limit }, end => {
    facts = end
  })
  const kept = observed(checked, piece => {
    keptHash.update(piece)
    size += piece.length
    return scan.see(piece)
  })
  const sealed = await writeSealed(Readable.from(kept, { objectMode: false }), owner)
  if (!facts) throw new Error('Written, and never read to its end')
  const { mediaType, firstLine, imaging, sentSize } = facts
  const [sha256, sentSha256] = [new Uint8Array(keptHash.digest()), new Uint8Array(sentHash.digest())]
  if (mediaType === 'image/tiff') {
    const cleaned = await withoutSayings({ sealed, size }, owner).catch((error: unknown) => {
      throw refusalOf(error) ?? error
    })
    return { ...cleaned, size, mediaType, firstLine, imaging, sentSha256, sentSize }
  }
  return { sealed, size, mediaType, firstLine, imaging, sha256, sentSha256, sentSize }
}

/** @throws NotAdmitted */
async function writeBoth(
  owner: string,
  { keepOriginal, ...file }: Sent,
  writing: Writing,
): Promise<Omit<StagedFile, 'id' | 'name' | 'scanned'>> {
  if (!keepOriginal) return { ...(await write(owner, file, writing)), original: null }
  const copy = aside(owner)
  try {
    const both = { ...file, content: observed(file.content, copy.push) }
    const { sentSize, ...written } = await write(owner, both, writing)
    const original = await copy.end()
    if (!Buffer.from(written.sha256).equals(written.sentSha256))
      return { ...written, original: { ...original, size: sentSize } }
    await removeSealed(original)
    return { ...written, original: null }
  } catch (error) {
    await copy.abandon()
    throw error
  }
}

/**
 * Writes a file as it comes: checked, rid of what it says beside its content, shown to the antivirus, hashed and
 * encrypted on the way, never whole in memory. Nothing stays of a file that is refused.
 */
export async function stageFile(
  owner: string,
  file: Sent,
  checks: Checks,
): Promise<Result<StagedFile, AdmissionCode | 'infected'>> {
  const scan = checks.antivirus.begin()
  try {
    const written = await writeBoth(owner, file, { limit: checks.limit, scan })
    const verdict = await scan.verdict()
    if (verdict.kind === 'infected') {
      await discardStaged(written)
      return fail('infected')
    }
    if (verdict.kind === 'not_scanned' && verdict.why !== 'no_antivirus')
      logger().error({ why: verdict.why }, 'A file was not scanned')
    return ok({ id: newId(), name: file.name, scanned: verdict.kind === 'clean', ...written })
  } catch (error) {
    scan.abandon()
    if (error instanceof NotAdmitted) return fail(error.code)
    throw error
  }
}

/** A staged file that will be no document. */
export async function discardStaged({
  sealed,
  original,
}: Pick<StagedFile, 'sealed' | 'original'>): Promise<void> {
  await removeSealed(sealed)
  if (original) await removeSealed(original)
}

export type Addition = {
  readonly description: Description
  readonly fallbackTitle: (category: CategoryCode) => string
  /** Also the file as it was sent, with what was taken out of it. */
  readonly keepOriginal?: boolean
}

/**
 * Makes a staged file a document of this record. The same content twice is one document: who adds it again is told
 * which (`fields.document`), among those they may see.
 */
export async function addDocument(
  requester: Requester,
  file: StagedFile,
  addition: Addition,
): Promise<Result<{ readonly id: string; readonly title: string }, GateCode | 'duplicate'>> {
  const { id } = file
  const added = await withSpace(
    { ...requester, action: 'document.add', object: { kind: 'document', id } },
    space => store(space, file, addition),
  )
  // After an exception the bytes stay, as in receiveDocument: the commit may have gone through.
  if (!added.ok) await discardStaged(file)
  else if (file.original && !addition.keepOriginal) await removeSealed(file.original)
  return added
}

async function store(
  space: Space,
  file: StagedFile,
  { description, fallbackTitle, keepOriginal }: Addition,
): Promise<Result<{ id: string; title: string }, 'duplicate'>> {
  const [same] = await findSameContent(space, [file.sha256, file.sentSha256])
  if (same) return fail('duplicate', { document: same.id })
  const row = describeAdded(file, description, { at: space.at, author: space.actor.name, fallbackTitle })
  await insertDocument(space, {
    ...row,
    ...file.sealed,
    hiddenFromProfessionals: await hidesOwnByDefault(space),
  })
  if (file.original && keepOriginal) await insertOriginal(space, row, file.original)
  if (file.imaging) await insertImaging(space, row.id, keptImaging(file.imaging, await readPerson(space)))
  return ok({ id: row.id, title: row.title })
}
