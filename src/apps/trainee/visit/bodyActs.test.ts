import { describe, expect, it } from 'vitest'
import { bodyAct } from './bodyActs.ts'

describe('what a body does of itself', () => {
  it('is looking and moving', () => {
    expect(bodyAct({ type: 'look', thing: 'fridge' })).toEqual({ type: 'look', thing: 'fridge' })
    expect(bodyAct({ type: 'go', to: 'kitchen' })).toEqual({ type: 'go', to: 'kitchen' })
    expect(bodyAct({ type: 'stand' })).toEqual({ type: 'stand' })
  })
  it('[A.7] is never opening a door, leaving or speaking: those are asked for on purpose', () => {
    expect(bodyAct({ type: 'open', thing: 'small-room-door' })).toBeNull()
    expect(bodyAct({ type: 'leave' })).toBeNull()
    expect(bodyAct({ type: 'say', means: 'picked', offer: 'x' })).toBeNull()
  })
})
