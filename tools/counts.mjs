/**
 * What a stage's program said of itself: the last JSON line with `passed` and `failed`, or else the last `N passed, N failed[, N skipped]`.
 * Undefined when it said nothing of the kind.
 */
export function countsFromText(text) {
  for (const line of text.trimEnd().split('\n').reverse()) {
    const plain = line.trim()
    if (plain.startsWith('{')) {
      try {
        const { passed, failed, skipped = 0 } = JSON.parse(plain)
        if (Number.isInteger(passed) && Number.isInteger(failed)) return { passed, failed, skipped }
      } catch {
        continue
      }
    }
    const words = /(\d+) passed, (\d+) failed(?:, (\d+) skipped)?/.exec(plain)
    if (words) return { passed: Number(words[1]), failed: Number(words[2]), skipped: Number(words[3] ?? 0) }
  }
  return undefined
}

/** The counts in Vitest's JSON report. A test file that could not even be read is one failure. */
export function countsFromVitest(report) {
  const unread = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unread.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** A stage's counts weighed against how it ended: one that ended badly has a failure, and one that counted nothing has not passed. */
export function verdict(counts, exitCode) {
  const { passed, failed, skipped } = counts ?? { passed: 0, failed: 0, skipped: 0 }
  if (!counts) return { passed, failed: 1, skipped, why: 'it printed no counts' }
  if (passed + failed + skipped === 0) return { passed, failed: 1, skipped, why: 'nothing ran' }
  if (exitCode !== 0 && failed === 0) return { passed, failed: 1, skipped, why: `it ended with exit code ${exitCode}` }
  if (exitCode === 0 && failed > 0) return { passed, failed, skipped, why: 'it counted failures but ended well' }
  return { passed, failed, skipped }
}
