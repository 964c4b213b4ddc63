import { describe, expect, it } from 'vitest'
import type { PlacedRow } from './catalogue.ts'
import { dealt, FAN } from './fan.ts'

const row = (id: string, more: Partial<PlacedRow> = {}) =>
  ({ id, phase: 'P', kind: 'say', worth: 'harmful', first: false, ...more }) as PlacedRow

const helpful = (id: string, more: Partial<PlacedRow> = {}) => row(id, { worth: 'helpful', ...more })
const source = { is: 'never' } as unknown as NonNullable<PlacedRow['source']>

function fanOf(rows: PlacedRow[], said: string[] = [], isBeginning = false): string[] {
  const dealing = {
    isSaid: ({ id }: PlacedRow) => said.includes(id),
    isBeginning: () => isBeginning,
    isHere: ({ phase }: PlacedRow) => phase === 'P',
  }
  return dealt(rows, dealing).flatMap(({ row, isInFan }) => (isInFan ? [row.id] : []))
}

const many = (make: (id: string) => PlacedRow, count: number) => Array.from({ length: count }, (_, i) => make(`r${i}`))

describe('[A.1, B.13] the fan', () => {
  it('shows five lines, and gives the rest for the asking', () => {
    const rows = many(helpful, 8)
    const all = dealt(rows, { isSaid: () => false, isBeginning: () => false, isHere: () => true })
    expect(all).toHaveLength(8)
    expect(all.filter(({ isInFan }) => isInFan)).toHaveLength(FAN)
  })

  it('has three actions at most, those of the phase before those of a later one', () => {
    const act = (id: string, phase: string) => row(id, { kind: 'do', phase })
    expect(fanOf([act('l1', 'Q'), act('l2', 'Q'), act('h1', 'P'), act('h2', 'P')]).sort()).toEqual(['h1', 'h2', 'l1'])
  })

  it('always holds a helpful line where there is one', () => {
    expect(fanOf([...many(row, 9), helpful('good')])).toContain('good')
  })

  it('always holds a tempting line where there is one', () => {
    expect(fanOf([...many(helpful, 9), row('bad')])).toContain('bad')
  })

  it('shows what was earned', () => {
    expect(fanOf([row('bad'), ...many(helpful, 9), helpful('earned', { source })])).toContain('earned')
  })

  it('shows at the beginning of a phase what belongs there, and later by chance only', () => {
    const rows = [row('bad'), ...many(helpful, 9), helpful('hello', { first: true })]
    expect(fanOf(rows, [], true)).toContain('hello')
    expect(fanOf(rows)).not.toContain('hello')
  })

  it('has actions apart: they take no line’s place, and are three at most', () => {
    const actions = Array.from({ length: 5 }, (_, i) => helpful(`do${i}`, { kind: 'do' }))
    const fan = fanOf([...actions, ...many(row, 9), helpful('good')])
    expect(fan.filter((id) => id.startsWith('do'))).toHaveLength(3)
    expect(fan.filter((id) => !id.startsWith('do'))).toHaveLength(FAN)
  })

  it('leaves out what was said while there is something new, and never is empty while anything may be said', () => {
    expect(fanOf([helpful('said'), row('new')], ['said'])).toEqual(['new'])
    expect(fanOf([helpful('said'), row('too')], ['said', 'too'])).toHaveLength(1)
  })
})
