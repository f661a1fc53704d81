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
