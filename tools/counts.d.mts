export type Counts = { passed: number; failed: number; skipped: number }
export type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}
/** What a stage's program said of itself, or undefined when it said nothing of the kind. */
export function countsFromText(text: string): Counts | undefined
/** The counts in Vitest's JSON report. A test file that could not even be read is one failure. */
export function countsFromVitest(report: VitestReport): Counts
/** A stage's counts weighed against how it ended. */
export function verdict(counts: Counts | undefined, exitCode: number): Counts & { why?: string }
