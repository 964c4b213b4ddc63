import { Group, type WebXRManager } from 'three'
import { describe, expect, it } from 'vitest'
import { Pointing } from './Pointing.ts'
import { makePointers } from './pointers.ts'
import { type Side, Tracking } from './Tracking.ts'

const none = () => new Group()
const xr = { getController: none, getControllerGrip: none, getHand: none } as unknown as WebXRManager

/** Two hands as a device tracks them; each begins as a controller that is on. */
function made() {
  const tracking = new Tracking(xr)
  const pointing = new Pointing(tracking, makePointers())
  for (const side of [tracking.left, tracking.right]) {
    side.hand.isTracked = true
    side.isPointing = true
  }
  return { tracking, pointing }
}

const bare = (side: Side) => {
  side.hand.kind = 'hand'
}
const lose = (side: Side) => {
  side.hand.isTracked = false
  side.isPointing = false
}

describe('what points', () => {
  it('is the hand one chose, left or right', () => {
    const { pointing } = made()
    pointing.read(undefined)
    expect(pointing.aiming('left')).toBe('left')
    expect(pointing.aiming('right')).toBe('right')
  })

  it('is whatever controller there is, where there is only one', () => {
    const { tracking, pointing } = made()
    lose(tracking.right)
    pointing.read(undefined)
    expect(pointing.aiming('right')).toBe('left')
    lose(tracking.left)
    pointing.read(undefined)
    expect(pointing.aiming('right')).toBeNull()
  })

  it('is the other hand while that one presses', () => {
    const { tracking, pointing } = made()
    tracking.left.hand.isPinching = true
    pointing.read(undefined)
    expect(pointing.aiming('right')).toBe('left')
  })

  it('is a finger near a panel, and a hand again only well away from it', () => {
    const { tracking, pointing } = made()
    bare(tracking.right)
    const kinds = [0.3, 0.09, 0.14, 0.17, 0.14].map((metres) => {
      pointing.read(() => metres)
      return pointing.of('right').kind
    })
    expect(kinds).toEqual(['ray', 'poke', 'poke', 'ray', 'ray'])
  })
})

describe('eyes', () => {
  it('choose where hands are bare or gone, not beside a controller', () => {
    const { tracking, pointing } = made()
    pointing.read(undefined)
    expect(pointing.of('gaze').isTracked).toBe(false)
    bare(tracking.left)
    lose(tracking.right)
    pointing.read(undefined)
    expect(pointing.of('gaze').isTracked).toBe(true)
  })

  it('press by either hand’s pinch, unless that hand points at a panel itself; a finger that rests near one takes nothing from the other', () => {
    const { tracking, pointing } = made()
    for (const side of [tracking.left, tracking.right]) bare(side)
    const frame = (isPinching: boolean) => {
      tracking.right.hand.isPinching = isPinching
      pointing.turn()
      pointing.read((tip) => (tip === pointing.of('left') ? 0.05 : 1))
    }
    frame(false)
    expect(pointing.of('left').kind).toBe('poke')
    pointing.of('left').hit = 'belt/talk'
    frame(true)
    expect(pointing.of('gaze').isPressed).toBe(true)
    pointing.of('right').hit = 'fan/t1'
    frame(true)
    expect(pointing.of('gaze').isPressed).toBe(false)
  })
})
