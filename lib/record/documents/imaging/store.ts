import 'server-only'
import { type Space, transactionOf } from '@/lib/control/access/gate'
import type { BlindIndex } from '@/lib/platform/crypto/blind-index'
import { Prisma } from '@/lib/platform/db/generated/client'
import { aside } from '@/lib/record/documents/aside/store'
import { type ImageFile, type KeptImaging, keptImagingSchema } from '@/lib/record/documents/imaging/rules'
import { indexOf, indexToFill } from '@/lib/record/documents/key-store'
import { visible } from '@/lib/record/documents/store'

/**
 * Which files make one examination. Like results, they have no visibility of their own, and what they say is sealed
 * with the key of the space (lib/decisions/009): the database tells neither a number of examination nor what it was.
 */

const { sql } = Prisma

const context = (space: Space, documentId: string) => `${space.id}/${documentId}/imaging`
const markOf = (study: string) => `study ${study}`

export async function insertImaging(space: Space, documentId: string, kept: KeptImaging): Promise<void> {
  const index = await indexToFill(space)
  const study = kept.study === null ? null : index.mark(markOf(kept.study))
  const sealed = Buffer.from(index.seal(JSON.stringify(kept), context(space, documentId)))
  await transactionOf(space).$executeRaw`
    INSERT INTO document_imaging (space_id, document_id, study, sealed)
    VALUES (${space.id}::uuid, ${documentId}::uuid, ${study}, ${sealed}) ON CONFLICT DO NOTHING`
}

type Row = {
  readonly id: string
  readonly title: string
  readonly size: number
  readonly sealed: Uint8Array
}

function opened(space: Space, index: BlindIndex, { sealed, ...row }: Row): ImageFile[] {
  const kept = keptImagingSchema.safeParse(JSON.parse(index.open(sealed, context(space, row.id))))
  return kept.success ? [{ ...row, kept: kept.data }] : []
}

/** More files than the series of one examination have. */
const MOST_FILES = 3000

/** What this reader keeps aside is in no examination before they say so (lib/decisions/015). */
const shown = async (space: Space) => sql`
  SELECT d.id, d.title, d.size, i.sealed FROM document_imaging i
    JOIN document d ON d.space_id = i.space_id AND d.id = i.document_id
   WHERE i.space_id = ${space.id}::uuid AND ${visible(space)} AND d.status <> 'deleted' AND NOT ${await aside(space)}`

/** What is kept of one file; null for one that was never read, or is not for this viewer. */
export async function findImaging(space: Space, documentId: string): Promise<ImageFile | null> {
  const index = await indexOf(space)
  if (!index) return null
  const [row] = await transactionOf(space).$queryRaw<Row[]>`
    ${await shown(space)} AND i.document_id = ${documentId}::uuid`
  return row ? (opened(space, index, row)[0] ?? null) : null
}

/** The files of these examinations that this viewer may see. */
export async function findExaminations(space: Space, studies: readonly string[]): Promise<ImageFile[]> {
  const index = await indexOf(space)
  if (!index || studies.length === 0) return []
  const rows = await transactionOf(space).$queryRaw<Row[]>`
    ${await shown(space)} AND d.status <> 'deprecated' AND i.study = ANY(${studies.map(study => index.mark(markOf(study)))}::text[])
     ORDER BY d.id LIMIT ${MOST_FILES}`
  return rows.flatMap(row => opened(space, index, row))
}

/** What was kept of documents that are no longer there. */
export async function forgetImaging(space: Space, documentIds: readonly string[]): Promise<void> {
  const where = { spaceId: space.id, documentId: { in: [...documentIds] } }
  await transactionOf(space).documentImaging.deleteMany({ where })
}
