import 'server-only'
import { database } from '@/lib/platform/db/client'
import { enqueueAt } from '@/lib/platform/queue/enqueue'

/** Pieces of files on their way are of no record yet: only their removal is written anywhere, outside of it. */
export async function removePiece(storageKey: string, at: Date): Promise<void> {
  await database().$transaction(transaction =>
    enqueueAt(transaction, 'documents.remove-bytes', {
      payload: { storageKey },
      key: `documents.remove-bytes:${storageKey}`,
      at,
    }),
  )
}
