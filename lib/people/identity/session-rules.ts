/** When a session is over, and when the person must be warned (TRUST.md, RGAA 13.1: limits are announced and can be extended). */
export type SessionLimits = { readonly idleMinutes: number }

export const warningMinutes = 2

export type SessionState = 'live' | 'idle' | 'expired'

export function sessionState(
  session: { readonly seenAt: Date; readonly expiresAt: Date },
  now: Date,
  limits: SessionLimits,
): SessionState {
  if (now >= session.expiresAt) return 'expired'
  return now.getTime() - session.seenAt.getTime() >= limits.idleMinutes * 60_000 ? 'idle' : 'live'
}

/** Writing the time of each request would double the writes: half a minute of precision is enough for fifteen. */
export function needsTouch(session: { readonly seenAt: Date }, now: Date): boolean {
  return now.getTime() - session.seenAt.getTime() > 30_000
}
