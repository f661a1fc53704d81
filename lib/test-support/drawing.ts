import { Readable } from 'node:stream'
import { antivirusAt } from '@/lib/connectors/antivirus/live'
import { addDocument, stageFile } from '@/lib/record/documents/adding/commands'
import { descriptionSchema } from '@/lib/record/documents/adding/rules'
import { drawDocument } from '@/lib/record/documents/drawing/drawing'
import type { Ask } from '@/lib/test-support/database'
import { dataOf, type TestPerson } from '@/lib/test-support/people'
import { readInside } from '@/lib/test-support/reading-inside'

/** A file that the person adds, as the form does: the id of its document. */
export async function giveFile(person: TestPerson, bytes: Uint8Array, name: string): Promise<string> {
  const content = Readable.from([Buffer.from(bytes)])
  const checks = { limit: 25 * 1024 * 1024, antivirus: antivirusAt(undefined) }
  const staged = dataOf(await stageFile(person.spaceId, { name, content }, checks))
  const addition = { description: descriptionSchema.parse({}), fallbackTitle: () => 'Document' }
  return dataOf(await addDocument(person.requester, staged, addition)).id
}

/** What the worker draws of what it is asked for someone, at once. */
export async function drawAsked(owner: Ask, person: TestPerson): Promise<number> {
  await readInside(owner, person)
  const asked = await owner<{ payload: { spaceId: string; documentId: string } }>(
    `DELETE FROM graphile_worker._private_jobs
      WHERE payload->>'spaceId' = $1 AND key ~ '^documents.draw:' RETURNING payload`,
    [person.spaceId],
  )
  for (const { payload } of asked) await drawDocument(payload)
  return asked.length
}
