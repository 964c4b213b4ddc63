import { describe, expect, it } from 'vitest'
import { countsFromText, countsFromVitest, verdict } from './counts.mjs'

const none = { passed: 0, failed: 0, skipped: 0 }

describe('counting what a stage did', () => {
  it('reads the last counts in words', () => {
    expect(countsFromText('1 passed, 0 failed\n…\n12 passed, 1 failed, 2 skipped\n')).toEqual({
      passed: 12,
      failed: 1,
      skipped: 2,
    })
  })
  it('reads counts as JSON, whatever else the line carries', () => {
    expect(countsFromText('scenes\n{"passed":3,"failed":0,"ms":12}')).toEqual({ ...none, passed: 3 })
  })
  it('does not make up counts', () => {
    expect(countsFromText('all is well')).toBeUndefined()
  })
  it('counts a test file that could not be read as a failure', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [1, 2] },
    ]
    const report = { numPassedTests: 2, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults }
    expect(countsFromVitest(report)).toEqual({ passed: 2, failed: 1, skipped: 2 })
  })
})

describe('the verdict on a stage', () => {
  it('fails a stage that counted nothing', () => {
    expect(verdict(none, 0).failed).toBe(1)
    expect(verdict(undefined, 0).failed).toBe(1)
  })
  it('fails a stage that ended badly though every test passed', () => {
    expect(verdict({ ...none, passed: 5 }, 1)).toMatchObject({ passed: 5, failed: 1 })
  })
  it('leaves a good stage as it is', () => {
    expect(verdict({ ...none, passed: 5 }, 0)).toEqual({ ...none, passed: 5 })
  })
})
