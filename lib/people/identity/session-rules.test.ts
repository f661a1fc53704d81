import { describe, expect, test } from 'vitest'
import { needsTouch, sessionState } from './session-rules'

const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 8, minutes))
const session = { seenAt: at(0), expiresAt: at(480) }

describe('The length of a session', () => {
  test('it lives as long as the person does something every fifteen minutes', () => {
    expect(sessionState(session, at(14), { idleMinutes: 15 })).toBe('live')
    expect(sessionState(session, at(15), { idleMinutes: 15 })).toBe('idle')
  })

  test('it ends after its absolute limit, however busy', () => {
    expect(sessionState({ seenAt: at(479), expiresAt: at(480) }, at(480), { idleMinutes: 15 })).toBe(
      'expired',
    )
  })

  test('the time of the last request is written at most twice a minute', () => {
    expect(needsTouch(session, new Date(session.seenAt.getTime() + 29_000))).toBe(false)
    expect(needsTouch(session, at(1))).toBe(true)
  })
})
