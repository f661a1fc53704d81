import 'server-only'
import { type RecordAction, recordActions } from '@/lib/control/access/actions'
import type { Actor, Mode, Requester } from '@/lib/control/access/actor'
import { decide, relationOf } from '@/lib/control/access/decide'
import {
  type AuditEntry,
  type AuditObject,
  recordEvent,
  type SealableEvent,
} from '@/lib/control/audit/record-event'
import { recordSecurityEvent } from '@/lib/control/audit/security-event'
import { systemClock } from '@/lib/platform/clock'
import { database, type Transaction } from '@/lib/platform/db/client'
import { isId } from '@/lib/platform/ids'
import { logger } from '@/lib/platform/logger'
import { type Failure, fail, type Result } from '@/lib/platform/result'

/** Who asks for what, on whose space. */
export type Access = Requester & {
  readonly action: RecordAction
  /** What the action is about; an id that does not exist in this space is refused and recorded as such. */
  readonly object?: AuditObject
}

const transactions = new WeakMap<Space, Transaction>()

/**
 * One person's record, opened for one action of one actor, for the length of one transaction.
 * Its class stays in this file: nothing else can build one, and `#mode` makes look-alikes a type error.
 */
class Space {
  readonly id: string
  readonly actor: Actor
  readonly action: RecordAction
  /** When the transaction began; the only clock of stores and commands. */
  readonly at: Date
  readonly #mode: Mode

  constructor(access: Access, mode: Mode, at: Date) {
    this.id = access.spaceId
    this.actor = access.actor
    this.action = access.action
    this.at = at
    this.#mode = mode
  }

  get mode(): Mode {
    return this.#mode
  }
}

export type { Space }

/** The open transaction of a space. For `store.ts` files alone (lib/boundaries.test.ts). */
export function transactionOf(space: Space): Transaction {
  const transaction = transactions.get(space)
  if (!transaction) throw new Error('This space is no longer open')
  return transaction
}

export type GateCode = 'not_found' | 'space_not_open'

/**
 * Opens a space that does not exist yet: the person becomes known to the service. The new space, the event that
 * says so and what `run` writes are one transaction.
 */
export async function withNewSpace<Data, Code extends string = never>(
  access: Access & { readonly action: 'space.register' },
  run: (space: Space) => Promise<Result<Data, Code>>,
): Promise<Result<Data, Code | GateCode>> {
  const at = (access.clock ?? systemClock).now()
  const decision = decide(access.actor, relationOf(access.actor, access.spaceId), access.action)
  if (!decision.allowed) return fail('not_found')
  try {
    return await database().$transaction(async transaction => {
      await show(transaction, access.spaceId)
      await transaction.space.createMany({ data: [{ spaceId: access.spaceId, createdAt: at }] })
      await enter(transaction, access, { at, result: 'granted', mode: decision.mode })
      return inside(transaction, new Space(access, decision.mode, at), run)
    })
  } catch (error) {
    if (error instanceof Abandoned) return { ok: false, error: error.failure as Failure<Code | GateCode> }
    throw error
  }
}

/** Carries an expected failure out of a transaction, so that it is rolled back. */
class Abandoned extends Error {
  readonly failure: Failure<string>

  constructor(failure: Failure<string>) {
    super('abandoned')
    this.failure = failure
  }
}

/**
 * The gate. Decides; writes the `granted` event as the first statement that touches the space, in the same
 * transaction; makes that one space visible to it; runs. A refusal, an absence or a failure leaves the record
 * untouched and is recorded on its own. What is denied and what does not exist look the same from outside.
 */
export async function withSpace<Data, Code extends string = never>(
  access: Access,
  run: (space: Space) => Promise<Result<Data, Code>>,
): Promise<Result<Data, Code | GateCode>> {
  if (!isId(access.spaceId)) return fail('not_found')
  const at = (access.clock ?? systemClock).now()
  const decision = decide(access.actor, relationOf(access.actor, access.spaceId), access.action)
  if (!decision.allowed) {
    await recordOutcome(access, { at, result: 'refused', reason: decision.reason, mode: 'none' })
    return fail('not_found')
  }
  const { mode } = decision
  try {
    return await database().$transaction(
      async transaction => {
        await enter(transaction, access, { at, result: 'granted', mode })
        return await inside(transaction, new Space(access, mode, at), run)
      },
      {
        timeout: 20_000,
        maxWait: 5_000,
        // Read committed is what every connection is opened with: saying it again is one exchange more.
        ...(recordActions[access.action].snapshot && { isolationLevel: 'RepeatableRead' as const }),
      },
    )
  } catch (error) {
    if (!(error instanceof Abandoned)) {
      await recordFailure(access, { at, result: 'failed', reason: 'unexpected', mode })
      throw error
    }
    const { failure } = error
    const result = failure.code === 'not_found' || failure.code === 'space_not_open' ? 'refused' : 'failed'
    await recordOutcome(access, { at, result, reason: failure.code, mode })
    // The code was put in by `enter` or by `run`: it is one of theirs.
    return { ok: false, error: failure as Failure<Code | GateCode> }
  }
}

async function inside<Data, Code extends string = never>(
  transaction: Transaction,
  space: Space,
  run: (space: Space) => Promise<Result<Data, Code>>,
): Promise<Result<Data, Code>> {
  transactions.set(space, transaction)
  try {
    const result = await run(space)
    if (!result.ok) throw new Abandoned(result.error)
    return result
  } finally {
    transactions.delete(space)
  }
}

type Outcome = Pick<AuditEntry, 'at' | 'result' | 'mode'> & { readonly reason?: string }

/** An OID with or without extension, or a `urn:uuid:`. */
const reference = /^[\w.:^-]{1,200}$/

/** An id comes from an address: what is not one is said, not kept, for it may be long or not even text. */
function objectOf({ object }: Access): Pick<SealableEvent, 'object'> {
  if (!object) return {}
  const kept = isId(object.id) || (object.kind === 'document-reference' && reference.test(object.id))
  return { object: { kind: object.kind, id: kept ? object.id : 'malformed' } }
}

function eventOf(access: Access, outcome: Outcome): SealableEvent {
  return {
    spaceId: access.spaceId,
    action: access.action,
    actor: access.actor,
    channel: access.channel,
    ...objectOf(access),
    ...outcome,
  }
}

/** Literal SET LOCAL, not set_config: the only form a distributed database passes on (lib/decisions/003). */
async function show(transaction: Transaction, spaceId: string): Promise<void> {
  if (!isId(spaceId)) throw new Error('Malformed space id')
  await transaction.$executeRawUnsafe(`SET LOCAL app.space = '${spaceId}'`)
}

async function enter(transaction: Transaction, access: Access, outcome: Outcome): Promise<void> {
  await show(transaction, access.spaceId)
  const { states, alone = false } = recordActions[access.action]
  const recorded = await recordEvent(transaction, eventOf(access, outcome), { states, alone })
  if (!recorded) throw new Abandoned({ code: 'space_not_open' })
}

/**
 * After an exception. When a connection has just died the pool may hand it out once more: asked twice, it gives a
 * live one. Whatever becomes of this, the caller hears of the first error.
 */
async function recordFailure(access: Access, outcome: Outcome): Promise<void> {
  await recordOutcome(access, outcome)
    .catch(() => recordOutcome(access, outcome))
    .catch((error: unknown) => logger().error({ err: error, action: access.action }, 'Failure not recorded'))
}

/** In a transaction of its own: the one it speaks of was refused or rolled back. */
async function recordOutcome(access: Access, outcome: Outcome): Promise<void> {
  const recorded = await database().$transaction(async transaction => {
    await show(transaction, access.spaceId)
    return recordEvent(transaction, eventOf(access, outcome), null)
  })
  // No such space: there is no history to write to, but someone tried.
  if (!recorded || outcome.result === 'refused')
    await recordSecurityEvent('access_refused', outcome.at, {
      action: access.action,
      actorKind: access.actor.kind,
      actorId: access.actor.id,
      channel: access.channel,
      reason: outcome.reason ?? 'unknown_space',
      spaceExists: recorded,
    })
}
