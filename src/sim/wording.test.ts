import { describe, expect, it } from 'vitest'
import type { Event } from './event.ts'
import type { State } from './state.ts'
import { nextWording, startAmong, textOfWordingAt, wordingHeard } from './wording.ts'

const text = (zh: string) => ({ zh, en: zh })
const line = { text: text('甲'), also: [text('乙'), text('丙')] }

/** As much of a state as wordings look at: the roll, and lines said so far with their wordings. */
function visitWith(roll: number, ...said: (readonly [line: string, wording: number])[]): State {
  const seen = said.map(([line, wording]) => ({ type: 'replied', line, wording }) as Event)
  return { roll, seen } as unknown as State
}

describe('wordings of a line', () => {
  it('has the plain text first, and falls back to it when an old log names one that is gone', () => {
    expect([0, 1, 2, 3].map((wording) => textOfWordingAt(line, wording).zh)).toEqual(['甲', '乙', '丙', '甲'])
  })

  it('come in turn when a line is said again, and never the same twice in a row', () => {
    expect(nextWording(visitWith(3), 'L', line)).toBe(0)
    expect(nextWording(visitWith(3, ['L', 0]), 'L', line)).toBe(1)
    expect(nextWording(visitWith(3, ['L', 0], ['M', 0], ['L', 1]), 'L', line)).toBe(2)
    expect(nextWording(visitWith(3, ['L', 1], ['L', 2], ['L', 0]), 'L', line)).not.toBe(0)
  })

  it('differ between visits with neighbouring rolls', () => {
    expect(new Set([7, 8, 9].map((roll) => nextWording(visitWith(roll), 'L', line))).size).toBe(3)
    expect(new Set([1, 2, 3, 4, 5].map((roll) => startAmong(10, roll))).size).toBe(5)
  })

  it('are remembered as they were first heard', () => {
    expect(wordingHeard(visitWith(1, ['M', 0], ['L', 2], ['L', 1]), 'L')).toBe(2)
    expect(wordingHeard(visitWith(1), 'L')).toBe(0)
  })
})
