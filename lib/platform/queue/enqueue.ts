import 'server-only'
import type { Transaction } from '@/lib/platform/db/client'

type Request = { readonly payload: Readonly<Record<string, string | number>>; readonly key: string | null }

/**
 * Asks for a job in the transaction of what it follows from: both happen, or neither. `key` makes asking twice one
 * job. The application may only ask: the queue's tables belong to another role.
 */
export async function enqueueIn(transaction: Transaction, name: string, request: Request): Promise<void> {
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

/** Asks for a job that may not begin before `at`. Asked again under its key, it is put off, or brought forward. */
export async function enqueueAt(
  transaction: Transaction,
  name: string,
  request: Request & { readonly key: string; readonly at: Date },
): Promise<void> {
  await transaction.$executeRaw`
    SELECT jobs.enqueue_at(${name}, ${JSON.stringify(request.payload)}::json, ${request.key}, ${request.at}::timestamptz)`
}

/** What was asked for under this key is no longer wanted; nothing happens when there is none, or when it has begun. */
export async function cancelJob(transaction: Transaction, key: string): Promise<void> {
  await transaction.$executeRaw`SELECT jobs.cancel(${key})`
}
