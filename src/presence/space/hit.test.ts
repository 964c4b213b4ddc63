import { Matrix4, Object3D, Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import { makePointers, type SpacePointer } from '../xr/pointers.ts'
import { blockAt, makeMeeting, meet } from './hit.ts'
import { layOut } from './layout.ts'
import { type LivePanel, PanelField } from './PanelField.ts'
import { BOARD, FAN, hang, keepHung, makeHung } from './place.ts'
import { ARM } from './sizes.ts'
import type { Measure } from './wrap.ts'

const measure: Measure = (text, em) => text.length * em
const words = { before: '前', next: '后', page: () => '1/1' }
const layout = layOut(
  { id: 'fan', parts: ['a', 'b', 'c'].map((id) => ({ kind: 'button', id, text: id, isDisabled: id === 'c' })) },
  ARM,
  1,
  measure,
  words,
)
/** The middle of a button, in metres from the middle of the panel. */
const middle = (id: string): [number, number] => {
  const rect = layout.blocks.find((b) => b.id === id)?.rect
  if (!rect) throw new Error(`no button ${id}`)
  return [(rect.x + rect.w / 2 - layout.width / 2) / 1000, (layout.height / 2 - rect.y - rect.h / 2) / 1000]
}

function panel(id: string, at: [number, number, number], pressed: string[]): LivePanel {
  const object = new Object3D()
  object.position.set(...at)
  object.updateMatrixWorld()
  return {
    id,
    object,
    layout,
    onPress: (button) => pressed.push(`${id}/${button}`),
    touched: { hover: null, isPressed: false, progress: 0 },
    now: { hover: null, isPressed: false, progress: 0 },
    hasChanged: false,
  }
}
const aimAt = (pointer: SpacePointer, x: number, y: number, z: number) => {
  pointer.isTracked = true
  pointer.direction.set(x, y, z).sub(pointer.origin).normalize()
}

describe('meeting a panel', () => {
  const out = makeMeeting()
  const ahead = { origin: new Vector3(0.1, 0, 1), direction: new Vector3(0, 0, -1) }
  it('says where in millimetres, and how far in metres', () => {
    meet(new Matrix4(), { width: 560, height: 400 }, 'ray', ahead, out)
    expect(out).toMatchObject({ isOn: true, metres: 1, x: 380, y: 200 })
  })
  it('is not on what lies beside, behind or turned away', () => {
    for (const one of [
      { ...ahead, origin: new Vector3(0.4, 0, 1) },
      { ...ahead, origin: new Vector3(0, 0, -1), direction: new Vector3(0, 0, 1) },
      { ...ahead, direction: new Vector3(0, 0, 1) },
    ]) {
      meet(new Matrix4(), { width: 560, height: 400 }, 'ray', one, out)
      expect(out.isOn).toBe(false)
    }
  })
  it('gives each point to one button at most, and none to what is disabled', () => {
    const point = (id: string) => {
      const rect = layout.blocks.find((b) => b.id === id)?.rect
      return blockAt(layout, (rect?.x ?? 0) + 1, (rect?.y ?? 0) - layout.em * 0.15)?.id
    }
    expect(point('b')).toBe('b')
    expect(point('c')).toBeUndefined()
  })
})

describe('a field of panels', () => {
  it('gives a ray to the nearest, tells the pointer, and presses on the edge', () => {
    const pressed: string[] = []
    const field = new PanelField()
    const near = panel('near', [0, 1.4, -0.6], pressed)
    const far = panel('far', [0, 1.4, -1.2], pressed)
    field.add(far)
    field.add(near)
    const pointers = makePointers()
    const right = pointers.all[1] as SpacePointer
    const [x, y] = middle('b')
    right.origin.set(0, 1.4, 0)
    aimAt(right, x, 1.4 + y, -0.6)
    field.step(pointers, 14, null)
    expect(right.hit).toBe('near/b')
    expect([near.touched.hover, far.touched.hover]).toEqual(['b', null])
    right.isPressed = true
    field.step(pointers, 14, null)
    right.wasPressed = true
    field.step(pointers, 14, null)
    expect(pressed).toEqual(['near/b'])
  })

  it('paints anew only when something changes', () => {
    const field = new PanelField()
    const one = panel('one', [0, 1.4, -0.6], [])
    field.add(one)
    const pointers = makePointers()
    const right = pointers.all[1] as SpacePointer
    const [x, y] = middle('a')
    right.origin.set(0, 1.4, 0)
    const changes = (move: () => void): boolean => {
      one.hasChanged = false
      move()
      field.step(pointers, 14, null)
      return one.hasChanged
    }
    expect(changes(() => aimAt(right, x, 1.4 + y, -0.6))).toBe(true)
    expect(changes(() => aimAt(right, x + 0.001, 1.4 + y, -0.6))).toBe(false)
    expect(changes(() => aimAt(right, x, 3, -0.6))).toBe(true)
    expect(changes(() => {})).toBe(false)
  })

  it('is on a panel between its buttons too: the room behind is not meant', () => {
    const field = new PanelField()
    field.add(panel('one', [0, 1.4, -0.6], []))
    const pointers = makePointers()
    const right = pointers.all[1] as SpacePointer
    right.origin.set(0, 1.4, 0)
    aimAt(right, 0.27, 1.4 + layout.height / 2000 - 0.002, -0.6)
    field.step(pointers, 14, null)
    expect(right.hit).toBe('one/')
  })

  it('is pressed by a finger going through', () => {
    const pressed: string[] = []
    const field = new PanelField()
    field.add(panel('one', [0, 1.4, -0.6], pressed))
    const pointers = makePointers()
    const left = pointers.all[0] as SpacePointer
    const [x, y] = middle('a')
    left.kind = 'poke'
    left.isTracked = true
    for (const before of [0.05, 0.03, 0.01, -0.004, -0.01]) {
      left.origin.set(x, 1.4 + y, -0.6 + before)
      field.step(pointers, 14, null)
    }
    expect(pressed).toEqual(['one/a'])
    left.origin.set(x, 1.4 + y, -0.5)
    expect(field.metresTo(left)).toBeCloseTo(0.1)
  })

  it('lets go of what is no longer tracked', () => {
    const field = new PanelField()
    const one = panel('one', [0, 1.4, -0.6], [])
    field.add(one)
    const pointers = makePointers()
    const right = pointers.all[1] as SpacePointer
    const [x, y] = middle('a')
    right.origin.set(0, 1.4, 0)
    aimAt(right, x, 1.4 + y, -0.6)
    field.step(pointers, 14, null)
    right.isTracked = false
    field.step(pointers, 14, null)
    expect([right.hit, one.touched.hover]).toEqual([null, null])
  })
})

describe('hanging a panel', () => {
  const head = { x: 1, y: 1.6, z: 2, yaw: 0.7 }
  it('stands at its distance from the eyes and faces them', () => {
    for (const station of [FAN, BOARD]) {
      const hung = makeHung()
      hang(hung, head, station)
      const at = new Vector3(hung.x, hung.y, hung.z)
      const eyes = new Vector3(head.x, head.y, head.z)
      expect(at.distanceTo(eyes)).toBeCloseTo(station.metres)
      const object = new Object3D()
      object.rotation.set(hung.tilt, hung.yaw, 0, 'YXZ')
      const normal = new Vector3(0, 0, 1).applyEuler(object.rotation)
      expect(normal.dot(eyes.sub(at).normalize())).toBeCloseTo(1)
    }
  })
  it('stays while one looks about or leans, and follows when one turns or goes', () => {
    const hung = makeHung()
    hang(hung, head, FAN)
    expect(hang(hung, { ...head, yaw: 1.4 }, FAN)).toBe(false)
    expect(hang(hung, { ...head, x: 1.3 }, FAN)).toBe(false)
    expect(hang(hung, { ...head, yaw: 0.7 + Math.PI }, FAN)).toBe(true)
    expect(hang(hung, { ...head, yaw: 0.7 + Math.PI, x: 3 }, FAN)).toBe(true)
  })
  it('hands its place on to the panel that follows, and is found anew after standing empty', () => {
    const field = new PanelField()
    const hung = field.hungAt(FAN)
    keepHung(hung, 1000)
    hang(hung, head, FAN)
    expect(field.hungAt(FAN)).toBe(hung)
    keepHung(field.hungAt(FAN), 1100)
    expect(hung.isHung).toBe(true)
    keepHung(hung, 3000)
    expect(hung.isHung).toBe(false)
  })
})
