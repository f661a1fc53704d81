import 'server-only'
import { type Space, transactionOf } from '@/lib/control/access/gate'
import { enqueueAllIn } from '@/lib/platform/queue/enqueue'

/** Asks the worker for one thing about each document, in the transaction of what makes it necessary. Asked twice, it is done once. */
export const askWorker = (space: Space, job: string, documentIds: readonly string[]) =>
  enqueueAllIn(
    transactionOf(space),
    job,
    documentIds.map(documentId => ({
      payload: { spaceId: space.id, documentId },
      key: `${job}:${documentId}`,
    })),
  )
