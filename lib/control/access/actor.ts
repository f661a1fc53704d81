import type { Clock } from '@/lib/platform/clock'

/**
 * Who acts. Made in one place (people/identity for those who sign in, the command itself for a system process),
 * and always a real someone: a guardian or a carer is a citizen in another mode, never an impersonation.
 */
export type CitizenActor = {
  readonly kind: 'citizen'
  /** The person's own space carries the same id. */
  readonly id: string
  /** Words for the history: "Camille LAURIER". */
  readonly name: string
}

export type SystemActor = {
  readonly kind: 'system'
  readonly id: 'identity' | 'import' | 'demonstration' | 'search' | 'drawer' | 'worker' | 'bin'
  readonly name: string
}

export type Actor = CitizenActor | SystemActor

/** Where a request came in; part of each event. */
export const channels = ['web', 'read-api', 'sign-in', 'command-line', 'background'] as const

export type Channel = (typeof channels)[number]

/** Who asks, about whose space, and by which door: what every query and command is given. */
export type Requester = {
  readonly actor: Actor
  readonly spaceId: string
  readonly channel: Channel
  /** Another time than now: demonstration data and tests. */
  readonly clock?: Clock
}

/** In what capacity an actor reaches a space. */
export const modes = [
  'holder',
  'guardian',
  'carer',
  'care_team',
  'emergency',
  'regulation',
  'consented_app',
  'share_link',
  'system',
] as const

export type Mode = (typeof modes)[number]
