import 'server-only'
import type { z } from 'zod'
import type { Requester } from '@/lib/control/access/actor'
import { type GateCode, type Space, withSpace } from '@/lib/control/access/gate'
import { isId, newId } from '@/lib/platform/ids'
import { fail, ok, type Result } from '@/lib/platform/result'
import {
  findFolders,
  insertFolder,
  markPinned,
  putInFolder,
  removeFolder,
  renameFolder,
} from '@/lib/record/documents/organising/folder-store'
import type {
  DocumentChoice,
  moveSchema,
  newFolderSchema,
  pinToggleSchema,
  renameFolderSchema,
} from '@/lib/record/documents/schema'
import { searchable } from '@/lib/record/documents/searching/search-text'
import { findDocument } from '@/lib/record/documents/store'

/** More is no order any more. */
const foldersAtMost = 100

type FolderCode = GateCode | 'invalid_input' | 'too_many_folders'

/** Two names that differ by capitals or accents alone are one name: nobody would tell them apart in a list. */
async function isTaken(space: Space, name: string, besides?: string): Promise<boolean> {
  const folders = await findFolders(space)
  return folders.some(folder => folder.id !== besides && searchable(folder.name) === searchable(name))
}

const nameTaken = () => fail('invalid_input', { nom: 'name_taken' })

export async function createFolder(
  requester: Requester,
  { nom: name }: z.output<typeof newFolderSchema>,
): Promise<Result<{ readonly id: string }, FolderCode>> {
  const id = newId()
  return withSpace<{ readonly id: string }, FolderCode>(
    { ...requester, action: 'folder.create', object: { kind: 'folder', id } },
    async space => {
      if (await isTaken(space, name)) return nameTaken()
      if ((await findFolders(space)).length >= foldersAtMost) return fail('too_many_folders')
      await insertFolder(space, { id, name })
      return ok({ id })
    },
  )
}

export async function changeFolderName(
  requester: Requester,
  { id, nom: name }: z.output<typeof renameFolderSchema>,
): Promise<Result<null, FolderCode>> {
  return withSpace<null, FolderCode>(
    { ...requester, action: 'folder.rename', object: { kind: 'folder', id } },
    async space => {
      if (!isId(id)) return fail('not_found')
      if (await isTaken(space, name, id)) return nameTaken()
      return (await renameFolder(space, { id, name })) ? ok(null) : fail('not_found')
    },
  )
}

/** The folder goes, its documents stay, as they were before it. */
export async function deleteFolder(
  requester: Requester,
  { id }: DocumentChoice,
): Promise<Result<null, GateCode>> {
  return withSpace({ ...requester, action: 'folder.delete', object: { kind: 'folder', id } }, async space =>
    isId(id) && (await removeFolder(space, id)) ? ok(null) : fail('not_found'),
  )
}

/** Into a folder of this space, or out of any; tells where it was. */
export async function moveDocument(
  requester: Requester,
  { id, dossier }: z.output<typeof moveSchema>,
): Promise<Result<{ readonly before: string | null }, GateCode>> {
  return withSpace(
    { ...requester, action: 'document.move', object: { kind: 'document', id } },
    async space => {
      const known = dossier === '' || (await findFolders(space)).some(folder => folder.id === dossier)
      const row = known && isId(id) ? await findDocument(space, id, null) : null
      if (!(row && (await putInFolder(space, id, dossier || null)))) return fail('not_found')
      return ok({ before: row.folderId })
    },
  )
}

type PinAction = 'document.pin' | 'document.unpin'

/** False when it was so already. */
type Changed = { readonly changed: boolean }

function setPinned(requester: Requester, id: string, action: PinAction): Promise<Result<Changed, GateCode>> {
  const pinned = action === 'document.pin'
  return withSpace({ ...requester, action, object: { kind: 'document', id } }, async space => {
    const row = isId(id) ? await findDocument(space, id, null) : null
    if (!(row && (await markPinned(space, id, pinned)))) return fail('not_found')
    return ok({ changed: row.isPinned !== pinned })
  })
}

/** First in this reader's list, whatever its date; nobody else's list changes. */
export async function pinDocument(
  requester: Requester,
  { id }: DocumentChoice,
): Promise<Result<Changed, GateCode>> {
  return setPinned(requester, id, 'document.pin')
}

export async function unpinDocument(
  requester: Requester,
  { id }: DocumentChoice,
): Promise<Result<Changed, GateCode>> {
  return setPinned(requester, id, 'document.unpin')
}

/** From the list, where one button does either. */
export async function togglePin(
  requester: Requester,
  { epingler, desepingler = '' }: z.output<typeof pinToggleSchema>,
): Promise<Result<Changed, GateCode>> {
  return epingler === undefined
    ? unpinDocument(requester, { id: desepingler })
    : pinDocument(requester, { id: epingler })
}
