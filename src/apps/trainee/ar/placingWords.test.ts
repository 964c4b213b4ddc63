import { describe, expect, it } from 'vitest'
import { beginPlacing, type Marks, type Placing } from '../../../presence/ar/index.ts'
import { placingWords } from './placingWords.ts'

const mark = { things: ['t'], height: 0.5, at: [0, 0] as [number, number] }
const MARKS = {
  corner: { ...mark, id: 'c', kind: 'corner', name: { zh: '桌角', en: 'the corner' } },
  seat: { ...mark, id: 's', kind: 'client-seat', name: { zh: '她的椅子', en: 'her chair' } },
} as Marks
const say = (key: string, values?: Record<string, unknown>) => `${key} ${Object.values(values ?? {}).join(' ')}`.trim()
const pick = (text: { zh: string } | { text: string }) => ('zh' in text ? text.zh : text.text)
const words = (placing: Partial<Placing>, isHeld = false, isBlind = false) =>
  placingWords({ ...beginPlacing(true), ...placing }, MARKS, { say, pick }, isHeld, isBlind)
const presses = (placing: Partial<Placing>) => words(placing).buttons.map(({ press }) => press)

describe('what is said while a place is laid out', () => {
  it('names the real thing to touch, and the way of the device', () => {
    expect(words({ step: 'corner' }).text).toEqual(['ar.touch.worn 桌角'])
    expect(words({ step: 'seat' }, true).text).toEqual(['ar.touch.held 她的椅子'])
    expect(words({ step: 'floor' }, true).text).toEqual(['ar.floor.held'])
  })

  it('has a way on and a way out at every step', () => {
    expect(presses({ step: 'floor' })).toEqual(['before', 'leave'])
    expect(presses({ step: 'corner' })).toEqual(['before', 'leave'])
    expect(presses({ step: 'seat' })).toEqual(['again', 'before', 'leave'])
    expect(presses({ step: 'check' })).toEqual(['right', 'again', 'leave'])
  })

  it('says what was wrong with the marks, in metres', () => {
    expect(words({ step: 'corner', trouble: 'disagree', metres: 2.004, planned: 1.016 }).note).toBe(
      'ar.trouble.disagree 2.00 1.02',
    )
    expect(words({ step: 'corner', trouble: 'anchor-gone' }).note).toContain('ar.trouble.anchor-gone')
  })

  it('says when a camera is blind, unless there is something nearer to say', () => {
    expect(words({ step: 'corner' }, true, true).note).toBe('ar.trouble.blind')
    expect(words({ step: 'check' }, true, true).note).toBeNull()
  })

  it('says before beginning which chair is not to be sat on', () => {
    expect(words({ step: 'check', isByMarks: false }).text).toEqual(['ar.check.before', 'ar.sit'])
    expect(words({ step: 'check', isRestored: true }).text[0]).toBe('ar.check.restored')
  })
})
