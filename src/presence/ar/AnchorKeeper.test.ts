import { beforeEach, describe, expect, it, vi } from 'vitest'
import { AnchorKeeper } from './AnchorKeeper.ts'
import { anchorOf, readKept, writeKept } from './anchors.ts'
import type { FloorPlan } from './floorPlan.ts'
import type { Marks } from './marks.ts'

const mark = { name: { zh: '', en: '' }, things: ['t'] }
const MARKS: Marks = {
  plan: 'p',
  corner: { ...mark, id: 'c', kind: 'corner', at: [3, 4], height: 0.46 },
  seat: { ...mark, id: 's', kind: 'client-seat', at: [2, 4.9], height: 0.42 },
  own: null,
  room: 'living',
  across: 5,
}
const PLAN: FloorPlan = { plan: 'p', x: 1, z: 2, yaw: 0.5, floor: 0, table: 0.7 }
const SPACE = {} as XRReferenceSpace

/** A device that keeps anchors; where its anchor is can be moved, or lost. */
function device({ knows = ['a1'], plan = PLAN as FloorPlan | null } = {}) {
  const at = { plan }
  const anchor = {
    anchorSpace: {} as XRSpace,
    delete: vi.fn(),
    requestPersistentHandle: async () => 'new',
  } as unknown as XRAnchor
  const poseOf = (lies: FloorPlan): XRPose => {
    const { x, y, z, yaw } = anchorOf(lies, MARKS)
    const orientation = { x: 0, y: Math.sin(yaw / 2), z: 0, w: Math.cos(yaw / 2) }
    return { transform: { position: { x, y, z, w: 1 }, orientation } } as unknown as XRPose
  }
  const frame = {
    getPose: () => (at.plan ? poseOf(at.plan) : undefined),
    createAnchor: async () => anchor,
  } as unknown as XRFrame
  const session = {
    restorePersistentAnchor: async (handle: string) => {
      if (!knows.includes(handle)) throw new DOMException('no', 'InvalidStateError')
      return anchor
    },
    deletePersistentAnchor: vi.fn(async () => undefined),
  } as unknown as XRSession
  return { at, anchor, frame, session }
}
const settle = () => new Promise((done) => setTimeout(done, 0))

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
  vi.stubGlobal('XRRigidTransform', class {})
})

describe('holding a place to a real room', () => {
  it('finds last time’s anchor and with it the whole plan', async () => {
    writeKept({ plan: 'p', anchor: 'a1' })
    const { frame, session } = device()
    const keeper = new AnchorKeeper(session, MARKS)
    keeper.search()
    await settle()
    const says = keeper.step(frame, SPACE, null, 0.02)
    if (says?.kind !== 'restored') throw new Error('not restored')
    expect(says.plan.x).toBeCloseTo(1)
    expect(says.plan.yaw).toBeCloseTo(0.5)
    expect(says.plan.table).toBeCloseTo(0.7)
    expect(keeper.isHolding).toBe(true)
  })

  it('says that it is gone when the device does not know it, and forgets it', async () => {
    writeKept({ plan: 'p', anchor: 'other room' })
    const { frame, session } = device()
    const keeper = new AnchorKeeper(session, MARKS)
    keeper.search()
    await settle()
    expect(keeper.step(frame, SPACE, null, 0.02)).toEqual({ kind: 'gone' })
    expect(keeper.step(frame, SPACE, null, 0.02)).toBeNull()
    expect(readKept()).toBeNull()
  })

  it('gives up after some seconds on an anchor that is not seen', async () => {
    writeKept({ plan: 'p', anchor: 'a1' })
    const { frame, session } = device({ plan: null })
    const keeper = new AnchorKeeper(session, MARKS)
    keeper.search()
    await settle()
    const said = Array.from({ length: 400 }, () => keeper.step(frame, SPACE, null, 0.02)).filter(Boolean)
    expect(said).toEqual([{ kind: 'gone' }])
    expect(keeper.isHolding).toBe(false)
  })

  it('sets an anchor for marks touched now, once, and has it remembered', async () => {
    const { frame, session } = device()
    const keeper = new AnchorKeeper(session, MARKS)
    keeper.hold(frame, SPACE, PLAN)
    keeper.hold(frame, SPACE, PLAN)
    await settle()
    expect(readKept()).toEqual({ plan: 'p', anchor: 'new' })
    expect(keeper.isHolding).toBe(true)
  })

  it('follows an anchor that has moved, and not one that trembles', async () => {
    const { at, frame, session } = device()
    const keeper = new AnchorKeeper(session, MARKS)
    keeper.hold(frame, SPACE, PLAN)
    await settle()
    expect(keeper.step(frame, SPACE, PLAN, 0.02)).toBeNull()
    at.plan = { ...PLAN, x: 1.001 }
    expect(keeper.step(frame, SPACE, PLAN, 0.02)).toBeNull()
    at.plan = { ...PLAN, x: 1.03 }
    const says = keeper.step(frame, SPACE, PLAN, 0.02)
    expect(says?.kind === 'moved' && says.plan.x).toBeCloseTo(1.03)
  })

  it('lets go when the marks are touched again', async () => {
    const { anchor, frame, session } = device()
    const keeper = new AnchorKeeper(session, MARKS)
    keeper.hold(frame, SPACE, PLAN)
    await settle()
    keeper.letGo()
    expect(anchor.delete).toHaveBeenCalled()
    expect(keeper.step(frame, SPACE, PLAN, 0.02)).toBeNull()
  })
})
