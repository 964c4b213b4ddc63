import { describe, expect, it } from 'vitest'
import { actFor, EXIT_STILL_MS, type Gesture, LOOK_MS, type Reach } from './act.ts'

const inside: Reach = {
  metres: 2,
  here: { spot: 'hall', room: 'hall', isSeated: false },
  isInside: true,
  isInvited: true,
}
const gaze = (heldMs: number): Gesture => ({ kind: 'gaze', on: 'wall-calendar', heldMs })
const exit: Gesture = { kind: 'nears', spot: 'door', isExit: true, stillMs: EXIT_STILL_MS, hasBeenAway: true }

describe('gestures become acts', () => {
  it('[5.4] makes a look of a gaze held 1.2 s, and nothing of a glance', () => {
    expect(actFor(gaze(LOOK_MS), inside)).toEqual({ type: 'look', thing: 'wall-calendar' })
    expect(actFor(gaze(LOOK_MS - 1), inside)).toBeUndefined()
  })

  it('makes stepping up to it of a gaze from within a metre', () => {
    expect(actFor(gaze(LOOK_MS), { ...inside, metres: 1 })).toEqual({ type: 'approach', thing: 'wall-calendar' })
    expect(actFor(gaze(LOOK_MS), { ...inside, metres: 1.01 })).toEqual({ type: 'look', thing: 'wall-calendar' })
  })

  it('says which room one has walked into, once', () => {
    expect(actFor({ kind: 'enters', room: 'living' }, inside)).toEqual({ type: 'go', to: 'living' })
    expect(actFor({ kind: 'enters', room: 'hall' }, inside)).toBeUndefined()
  })

  it('[A.7] never enters the home by walking before one was asked in', () => {
    const outside: Reach = { ...inside, here: { spot: 'landing', room: 'landing', isSeated: false }, isInvited: false }
    expect(actFor({ kind: 'enters', room: 'hall' }, outside)).toBeUndefined()
    expect(
      actFor(
        { kind: 'nears', spot: 'hall', isExit: false, stillMs: 0, hasBeenAway: true },
        { ...outside, metres: 0.1 },
      ),
    ).toBeUndefined()
    expect(
      actFor(
        { kind: 'nears', spot: 'he-door', isExit: false, stillMs: 0, hasBeenAway: true },
        { ...outside, isInside: false, metres: 0.1 },
      ),
    ).toEqual({ type: 'go', to: 'he-door' })
  })

  it('stands at a named spot within half a metre of it', () => {
    const spot: Gesture = { kind: 'nears', spot: 'balcony', isExit: false, stillMs: 0, hasBeenAway: false }
    expect(actFor(spot, { ...inside, metres: 0.5 })).toEqual({ type: 'go', to: 'balcony' })
    expect(actFor(spot, { ...inside, metres: 0.51 })).toBeUndefined()
  })

  it('begins the goodbye only by staying at the door, not by passing it or coming in by it', () => {
    const near = { ...inside, metres: 0.2 }
    expect(actFor(exit, near)).toEqual({ type: 'go', to: 'door' })
    expect(actFor({ ...exit, stillMs: EXIT_STILL_MS - 1 }, near)).toBeUndefined()
    expect(actFor({ ...exit, hasBeenAway: false }, near)).toBeUndefined()
  })

  it('stands up by moving off', () => {
    expect(actFor({ kind: 'moves-off' }, { ...inside, here: { ...inside.here, isSeated: true } })).toEqual({
      type: 'stand',
    })
    expect(actFor({ kind: 'moves-off' }, inside)).toBeUndefined()
  })
})
