import 'server-only'
import { z } from 'zod'
import { logger } from '@/lib/platform/logger'
import { defineJob } from '@/lib/platform/queue/job'
import { storage } from '@/lib/platform/storage/sealed'
import { eraseDocument } from '@/lib/record/documents/bin/commands'
import { drawDocument } from '@/lib/record/documents/drawing/drawing'
import { indexDocument, indexScan } from '@/lib/record/documents/searching/indexing'

const oneDocument = z.object({ spaceId: z.uuid(), documentId: z.uuid() })

export const documentJobs = [
  defineJob({ name: 'documents.index', payload: oneDocument, run: indexDocument }),
  defineJob({ name: 'documents.draw', payload: oneDocument, run: drawDocument }),
  defineJob({ name: 'documents.read-scan', payload: oneDocument, run: indexScan }),
  defineJob({
    name: 'documents.erase',
    payload: oneDocument,
    async run(due) {
      const erased = await eraseDocument(due)
      logger().info({ outcome: erased.ok ? 'erased' : erased.error.code }, 'Time of the bin over')
    },
  }),
  defineJob({
    name: 'documents.remove-bytes',
    payload: z.object({ storageKey: z.string() }),
    // Their key is destroyed already. Tried again until it is done; removing what is no longer there is no error.
    run: ({ storageKey }) => storage().remove(storageKey),
  }),
]
