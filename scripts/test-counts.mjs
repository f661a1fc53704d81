// How many tests passed and failed, from the reports of Vitest and Playwright.

export const none = { passed: 0, failed: 0, skipped: 0 }

/** A check that only passes or fails counts as one test. */
export function one(ok) {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }
}

export function sum(left, right) {
  return {
    passed: left.passed + right.passed,
    failed: left.failed + right.failed,
    skipped: left.skipped + right.skipped,
  }
}

/** A run that failed without a failed test (a crash, an error outside of the tests) counts as one failure. */
function believe(counts, exitCode) {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

/** @param report Vitest's JSON report, absent if it could not even begin */
export function fromVitest(report, exitCode) {
  if (!report) return one(exitCode === 0)
  // A file that cannot be loaded has no test to count.
  const unloaded = report.testResults.filter(
    file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'),
  )
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
  return believe(counts, exitCode)
}

/** @param report Playwright's JSON report */
export function fromPlaywright(report, exitCode) {
  if (!report) return one(exitCode === 0)
  const { expected, unexpected, flaky, skipped } = report.stats
  return believe({ passed: expected, failed: unexpected + flaky, skipped }, exitCode)
}
