import { expect, it } from 'vitest'
import type { Moment } from '../../session/index.ts'
import { takenBack } from './takenBack.ts'

const line = (number: number): Moment => ({
  number,
  at: 0,
  kind: 'line',
  by: 'S',
  text: { zh: '', en: '' },
  isSilent: false,
  until: 0,
  isTyped: false,
})

it('takes back what was said from the line on, and nothing before or after', () => {
  const moments: Moment[] = [line(3), line(7), line(8), { number: 9, at: 0, kind: 'taken-back', from: 7 }, line(10)]
  expect([...takenBack(moments)].map((m) => m.number)).toEqual([7, 8])
})
