import { indexDocument, indexScan } from '@/lib/record/documents/searching/indexing'
import type { Ask } from '@/lib/test-support/database'
import type { TestPerson } from '@/lib/test-support/people'

/** What the worker does of what it is asked for someone, at once. */
export async function readInside(owner: Ask, person: TestPerson): Promise<void> {
  const asked = await owner<{ key: string; payload: { spaceId: string; documentId: string } }>(
    `DELETE FROM graphile_worker._private_jobs
      WHERE payload->>'spaceId' = $1 AND key ~ '^documents.(index|read-scan):' RETURNING key, payload`,
    [person.spaceId],
  )
  for (const { key, payload } of asked)
    await (key.startsWith('documents.index') ? indexDocument : indexScan)(payload)
  if (asked.length > 0) await readInside(owner, person)
}
