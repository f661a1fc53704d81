import 'server-only'
import { type Space, transactionOf } from '@/lib/control/access/gate'
import type { NamedFolder } from '@/lib/record/documents/schema'
import { visible } from '@/lib/record/documents/store'

/** The folders of a space, in the order of the alphabet. */
export async function findFolders(space: Space): Promise<NamedFolder[]> {
  const folders = await transactionOf(space).$queryRaw<NamedFolder[]>`
    SELECT id, name FROM folder WHERE space_id = ${space.id}::uuid AND removed_at IS NULL`
  return folders.sort((a, b) => alphabetical.compare(a.name, b.name))
}

const alphabetical = new Intl.Collator('fr', { numeric: true })

export async function insertFolder(space: Space, { id, name }: NamedFolder): Promise<void> {
  await transactionOf(space).folder.createMany({
    data: [{ spaceId: space.id, id, name, createdAt: space.at }],
  })
}

/** @returns false when there is no such folder here. */
export async function renameFolder(space: Space, { id, name }: NamedFolder): Promise<boolean> {
  const { count } = await transactionOf(space).folder.updateMany({
    where: { spaceId: space.id, id, removedAt: null },
    data: { name },
  })
  return count > 0
}

/** Takes its documents out of it, those of the bin too, and forgets its name. */
export async function removeFolder(space: Space, id: string): Promise<boolean> {
  const transaction = transactionOf(space)
  const { count } = await transaction.folder.updateMany({
    where: { spaceId: space.id, id, removedAt: null },
    data: { name: '', removedAt: space.at },
  })
  await transaction.document.updateMany({
    where: { spaceId: space.id, folderId: id },
    data: { folderId: null },
  })
  return count > 0
}

/** @returns false when there is no such document for this viewer. */
export async function putInFolder(space: Space, id: string, folderId: string | null): Promise<boolean> {
  const changed = await transactionOf(space).$executeRaw`
    UPDATE document d SET folder_id = ${folderId}::uuid WHERE ${visible(space)} AND d.id = ${id}::uuid`
  return changed > 0
}

/** @returns false when there is no such document for this viewer. */
export async function markPinned(space: Space, id: string, pinned: boolean): Promise<boolean> {
  const changed = await transactionOf(space).$executeRaw`
    INSERT INTO document_pin (space_id, reader_id, document_id, pinned_at)
    SELECT d.space_id, ${space.actor.id}::uuid, d.id, ${pinned ? space.at : null}::timestamptz
      FROM document d WHERE ${visible(space)} AND d.id = ${id}::uuid
    ON CONFLICT (space_id, reader_id, document_id) DO UPDATE SET pinned_at = EXCLUDED.pinned_at`
  return changed > 0
}
