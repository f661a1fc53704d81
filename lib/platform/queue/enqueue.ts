import 'server-only'
import type { Transaction } from '@/lib/platform/db/client'

/**
 * Asks for a job in the transaction of what it follows from: both happen, or neither. `key` makes asking twice one
 * job. The application may only ask: the queue's tables belong to another role.
 */
export async function enqueueIn(
  transaction: Transaction,
  name: string,
  request: { readonly payload: Readonly<Record<string, string | number>>; readonly key: string | null },
): Promise<void> {
  await transaction.$executeRaw`SELECT jobs.enqueue(${name}, ${JSON.stringify(request.payload)}::json, ${request.key})`
}

/** The same, for several under one name: one statement. */
export async function enqueueAllIn(
  transaction: Transaction,
  name: string,
  requests: ReadonlyArray<{
    readonly payload: Readonly<Record<string, string | number>>
    readonly key: string
  }>,
): Promise<void> {
  if (requests.length === 0) return
  const payloads = requests.map(({ payload }) => JSON.stringify(payload))
  const keys = requests.map(({ key }) => key)
  await transaction.$executeRaw`
    SELECT jobs.enqueue(${name}, payload::json, key)
      FROM unnest(${payloads}::text[], ${keys}::text[]) AS asked(payload, key)`
}
