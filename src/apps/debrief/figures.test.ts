import { describe, expect, it } from 'vitest'
import type { Debrief } from '../../session/index.ts'
import { evidenceUnder, filled, shareText, stepPath, verdictOn } from './figures.ts'

const line = (number: number, item: string, families?: string[]) =>
  ({
    number,
    at: 0,
    item,
    points: 1,
    judgedBy: 'rule',
    why: { zh: '', en: '' },
    words: null,
    families,
  }) as Debrief['evidence'][number]

describe('evidence under a filter', () => {
  const all = [line(9, 'R2', ['zc']), line(3, 'R7', ['yx', 'zc']), line(5, 'R2')]
  it('is everything in the order of the visit when nothing is chosen', () => {
    expect(evidenceUnder(all, { item: null, family: null }).map((e) => e.number)).toEqual([3, 5, 9])
  })
  it('narrows by item and by family of skills together', () => {
    expect(evidenceUnder(all, { item: 'R2', family: null }).map((e) => e.number)).toEqual([5, 9])
    expect(evidenceUnder(all, { item: null, family: 'zc' }).map((e) => e.number)).toEqual([3, 9])
    expect(evidenceUnder(all, { item: 'R7', family: 'yl' })).toEqual([])
  })
})

it('fills a bar between nothing and all, and never divides by nothing', () => {
  expect([filled(5, 10), filled(12, 10), filled(-2, 10), filled(0, 0)]).toEqual([0.5, 1, 0, 0])
})

it('shows no figure where there is nothing to divide by', () => {
  expect(shareText({ value: null, of: 0 }, 'percent')).toBeNull()
  expect(shareText({ value: 0.425, of: 40 }, 'percent')).toBe('43%')
  expect(shareText({ value: 1.26, of: 8 }, 'ratio')).toBe('1.3')
})

it('tells words that wait for a person from those judged to be a line, or none', () => {
  const line = { number: 1, at: 0, words: null, answeredAs: null }
  expect(verdictOn({ ...line, judged: null })).toBe('waiting')
  expect(verdictOn({ ...line, judged: { as: { zh: '您好', en: 'Hello' } } })).toBe('judged')
  expect(verdictOn({ ...line, judged: { as: null } })).toBe('judgedNone')
})

describe('the course of a feeling', () => {
  const frame = { width: 100, height: 50, from: 0, to: 1000 }
  it('holds its value until the next point, and to the end', () => {
    expect(
      stepPath(
        [
          { at: 0, value: 30 },
          { at: 500, value: 80 },
        ],
        frame,
      ),
    ).toBe('M0 35H50V10H100')
  })
  it('stays inside the frame', () => {
    expect(stepPath([{ at: 0, value: 140 }], frame)).toBe('M0 0H100')
  })
  it('is nothing without points', () => {
    expect(stepPath([], frame)).toBe('')
  })
})
