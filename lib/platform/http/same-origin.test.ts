import { describe, expect, test } from 'vitest'
import { env } from '@/lib/platform/env'
import { isSameOrigin, isSharedByDevice } from './same-origin'

const post = (headers: Record<string, string>) => new Request('http://x/', { method: 'POST', headers })
const ours = new URL(env().APP_URL).origin

describe('Where a form comes from', () => {
  test.each<readonly [string, Record<string, string>, boolean, boolean]>([
    ['our own page', { origin: ours, 'sec-fetch-site': 'same-origin' }, true, false],
    ['another site', { origin: 'https://ailleurs.example', 'sec-fetch-site': 'cross-site' }, false, false],
    ['a sandboxed frame of another site', { origin: 'null', 'sec-fetch-site': 'cross-site' }, false, false],
    ['the share sheet of the device', { origin: 'null', 'sec-fetch-site': 'none' }, false, true],
    ['the share sheet, without origin', { 'sec-fetch-site': 'none' }, false, true],
    [
      'another site that says it is the device',
      { origin: 'https://ailleurs.example', 'sec-fetch-site': 'none' },
      false,
      false,
    ],
    ['a program that says nothing', {}, false, false],
  ])('%s', (...row) => {
    const [, headers, same, shared] = row
    expect(isSameOrigin(post(headers))).toBe(same)
    expect(isSharedByDevice(post(headers))).toBe(shared)
  })
})
