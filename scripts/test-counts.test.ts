import { describe, expect, it } from 'vitest'
import { fromPlaywright, fromVitest, none, one, sum } from './test-counts.mjs'

const vitestReport = (testResults: unknown[], numbers = {}) => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 0,
  testResults,
  ...numbers,
})

describe('The last line of npm test', () => {
  it('adds up all parts', () => {
    expect([one(true), one(false), none].reduce(sum)).toEqual({ passed: 1, failed: 1, skipped: 0 })
  })

  it('counts a test file that could not be loaded as a failure', () => {
    const report = vitestReport([{ status: 'failed', assertionResults: [] }])
    expect(fromVitest(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 1 })
  })

  it('counts a failed test once', () => {
    const report = vitestReport([{ status: 'failed', assertionResults: [{ status: 'failed' }] }], {
      numFailedTests: 1,
    })
    expect(fromVitest(report, 1).failed).toBe(1)
  })

  it('never calls a run that ended badly a success', () => {
    expect(fromVitest(vitestReport([]), 1).failed).toBe(1)
    expect(fromVitest(undefined, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(fromPlaywright({ stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0 } }, 1).failed).toBe(1)
  })

  it('counts an unstable journey as a failure', () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 } }
    expect(fromPlaywright(report, 1)).toEqual({ passed: 5, failed: 2, skipped: 2 })
  })
})
