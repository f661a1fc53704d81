import 'server-only'
import { z } from 'zod'
import { defineJob } from '@/lib/platform/queue/job'
import { indexDocument } from '@/lib/record/documents/indexing'

export const documentJobs = [
  defineJob({
    name: 'documents.index',
    payload: z.object({ spaceId: z.uuid(), documentId: z.uuid() }),
    run: indexDocument,
  }),
]
