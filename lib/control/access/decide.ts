import { type RecordAction, recordActionNames } from '@/lib/control/access/actions'
import type { Actor, Mode } from '@/lib/control/access/actor'
import { policies } from '@/lib/control/access/policies'

export type Decision =
  | { readonly allowed: true; readonly mode: Mode }
  | { readonly allowed: false; readonly reason: RefusalReason }

export type RefusalReason = 'no_relation' | 'not_in_mode'

const rights: ReadonlyMap<RecordAction, ReadonlySet<Mode>> = new Map(
  recordActionNames.map(action => [action, new Set(policies.flatMap(policy => policy[action] ?? []))]),
)

/** Pure and total: what is not allowed by a row of a `policy.ts` is denied. */
export function allows(mode: Mode, action: RecordAction): boolean {
  return rights.get(action)?.has(mode) ?? false
}

/** In what capacity this actor reaches this space, if any. */
export function relationOf(actor: Actor, spaceId: string): Mode | null {
  if (actor.kind === 'system') return 'system'
  return actor.id === spaceId ? 'holder' : null
}

export function decide(actor: Actor, relation: Mode | null, action: RecordAction): Decision {
  if (!relation) return { allowed: false, reason: 'no_relation' }
  // A process of the system never acts as a person, whatever relation it was given.
  const consistent = (actor.kind === 'system') === (relation === 'system')
  return consistent && allows(relation, action)
    ? { allowed: true, mode: relation }
    : { allowed: false, reason: 'not_in_mode' }
}
