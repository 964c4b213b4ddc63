import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Opinion } from './Opinion.ts'
import { type Candidate, type Ours, withOpinion } from './withOpinion.ts'

const ALLOWED = ['A2-01', 'A2-02', 'A2-03', 'A2-04', 'A2-05']
const BY = { id: 'chat-http', version: 'm/1' }
const says = (...rows: string[]): Opinion => ({ ...BY, rows, score: 0.8 })

const clear: Ours<Candidate> = {
  row: 'A2-01',
  confidence: 0.95,
  isClear: true,
  candidates: [
    { row: 'A2-01', confidence: 0.95 },
    { row: 'A2-02', confidence: 0.3 },
    { row: 'A2-03', confidence: 0.1 },
  ],
}
const nothing: Ours<Candidate> = { ...clear, row: null, confidence: 0.4, isClear: false }

describe('a second opinion', () => {
  it('that agrees changes nothing', () => {
    const { understanding, second } = withOpinion(clear, says('A2-01', 'A2-04'), ALLOWED)
    expect(understanding).toBe(clear)
    expect(second).toEqual({ ...BY, verdict: 'agreed', row: 'A2-01', score: 0.8 })
  })

  it('that differs leaves the row ours, but to be confirmed, and puts theirs first among the candidates', () => {
    const { understanding, second } = withOpinion(clear, says('A2-04'), ALLOWED)
    expect(understanding).toEqual({
      row: 'A2-01',
      confidence: 0.95,
      isClear: false,
      candidates: [
        { row: 'A2-04', confidence: 0 },
        { row: 'A2-01', confidence: 0.95 },
        { row: 'A2-02', confidence: 0.3 },
        { row: 'A2-03', confidence: 0.1 },
      ],
    })
    expect(second).toEqual({ ...BY, verdict: 'differed', row: 'A2-04', score: 0.8 })
  })

  it('that orders several rows is heard in turn with ours', () => {
    const { understanding } = withOpinion(clear, says('A2-04', 'A2-05', 'A2-02'), ALLOWED)
    expect(understanding.candidates.map(({ row }) => row)).toEqual(['A2-04', 'A2-01', 'A2-05', 'A2-02', 'A2-03'])
  })

  it('that none was meant makes us ask, and takes no candidate away', () => {
    const { understanding, second } = withOpinion(clear, says(), ALLOWED)
    expect(understanding).toEqual({ ...clear, isClear: false })
    expect(second).toMatchObject({ verdict: 'differed', row: null })
  })

  it('where we understood nothing proposes a first candidate, and it stays not understood', () => {
    const { understanding, second } = withOpinion(nothing, says('A2-05'), ALLOWED)
    expect(understanding).toMatchObject({ row: null, confidence: 0.4, isClear: false })
    expect(understanding.candidates.map(({ row }) => row)).toEqual(['A2-05', 'A2-01', 'A2-02', 'A2-03'])
    expect(second).toMatchObject({ verdict: 'proposed', row: 'A2-05' })
  })

  it('that there is nothing in it either agrees', () => {
    const { understanding, second } = withOpinion(nothing, says(), ALLOWED)
    expect(understanding).toBe(nothing)
    expect(second).toMatchObject({ verdict: 'agreed', row: null })
  })

  it.each([
    ['of nobody', null],
    ['for a row that may not be said now', says('B4-06')],
    ['with a score that is no number', { ...says('A2-04'), score: Number.NaN }],
    ['with a score without end', { ...says('A2-04'), score: Number.POSITIVE_INFINITY }],
  ])('%s leaves ours as it is, and nothing to note', (_, opinion) => {
    expect(withOpinion(clear, opinion, ALLOWED)).toEqual({ understanding: clear, second: null })
  })

  it('keeps what else a candidate of ours holds', () => {
    const why = { example: 'an example', shared: ['an'] }
    const ours = { ...clear, candidates: [{ row: 'A2-01', confidence: 0.95, why }] }
    expect(withOpinion(ours, says('A2-04'), ALLOWED).understanding.candidates).toEqual([
      { row: 'A2-04', confidence: 0 },
      { row: 'A2-01', confidence: 0.95, why },
    ])
  })

  it('loses the rows that may not be said and keeps the rest', () => {
    const { understanding } = withOpinion(clear, says('B4-06', 'A2-02'), ALLOWED)
    expect(understanding.candidates.map(({ row }) => row)).toEqual(['A2-02', 'A2-01', 'A2-03'])
  })

  it('whatever it is, never makes anything surer, takes no other row and names none that may not be said', () => {
    const row = fc.constantFrom(...ALLOWED, 'B4-06', 'CF-A3', '')
    const candidate = fc.record({
      row: fc.constantFrom(...ALLOWED),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    const understandings = fc
      .record({
        taken: fc.boolean(),
        isClear: fc.boolean(),
        all: fc.uniqueArray(candidate, { maxLength: 3, selector: (c) => c.row }),
      })
      .map(({ taken, isClear, all }): Ours<Candidate> => {
        const best = taken ? (all[0] ?? null) : null
        return {
          row: best?.row ?? null,
          confidence: all[0]?.confidence ?? 0,
          isClear: best !== null && isClear,
          candidates: all,
        }
      })
    const opinions = fc.record({ id: fc.string(), version: fc.string(), rows: fc.array(row), score: fc.double() })
    fc.assert(
      fc.property(understandings, fc.option(opinions), (ours, opinion) => {
        const { understanding } = withOpinion(ours, opinion, ALLOWED)
        expect(understanding.row).toBe(ours.row)
        expect(understanding.confidence).toBe(ours.confidence)
        expect(Number(understanding.isClear)).toBeLessThanOrEqual(Number(ours.isClear))
        expect(understanding.candidates.length).toBeLessThanOrEqual(6)
        for (const { row, confidence } of understanding.candidates) {
          expect(ALLOWED).toContain(row)
          expect(confidence).toBe(ours.candidates.find((one) => one.row === row)?.confidence ?? 0)
        }
      }),
      { seed: 5 },
    )
  })
})
