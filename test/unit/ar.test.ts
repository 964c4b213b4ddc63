import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { compilePublic, loadScene } from '../../src/author/index.ts'
import { contactsOf } from '../../src/presence/ar/contacts.ts'
import { footprintsOf } from '../../src/presence/ar/footprints.ts'
import { cutFor, marksOf } from '../../src/presence/ar/index.ts'
import { outlineOf } from '../../src/presence/ar/outline.ts'
import { planOf, type StageView } from '../../src/stage/index.ts'

const { scene: full } = await loadScene(fileURLToPath(new URL('../../scenes/third-floor-west', import.meta.url)))
if (!full) throw new Error('the home visit does not load')
const scene = compilePublic(full)
const { place } = scene
const marks = marksOf(scene)
if (!marks) throw new Error('the home visit has no marks')

const view = (room: string, open: Record<string, boolean> = {}): StageView =>
  ({
    me: { room, spot: '', isSeated: false, isInvited: true },
    people: [],
    moments: [],
    looks: {},
    doors: Object.fromEntries(Object.entries(open).map(([id, isOpen]) => [id, { isOpen }])),
  }) as unknown as StageView

describe('the home visit in a real room', () => {
  it('is laid out by the table’s corner and her seat, in the living room', () => {
    expect(marks).toMatchObject({
      room: 'living',
      corner: { id: 'table' },
      seat: { id: 'seat' },
      own: { id: 'own-chair' },
    })
  })

  it('draws neither what the real room has, nor what belongs to a building; cues and the rest of the furniture stay', () => {
    const { rooms, leftOut } = cutFor(place, view('living'), marks, { table: 0.72 }, true)
    expect([...rooms]).toEqual(['living'])
    for (const id of ['sofa', 'tea-table', 'worker-chair', 'living-curtains', 'living-lamp'])
      expect(leftOut.has(id), id).toBe(true)
    for (const id of ['pill-box', 'wall-calendar', 'tv-cabinet', 'landline', 'family-photos'])
      expect(leftOut.has(id), id).toBe(false)
  })

  it('without marks draws all of her furniture, since no real one is there', () => {
    const { leftOut, lifted } = cutFor(place, view('living'), marks, { table: null }, false)
    for (const id of ['sofa', 'tea-table']) expect(leftOut.has(id)).toBe(false)
    expect(lifted.size).toBe(0)
  })

  it('lifts what lies on the low table to the top of the real one, and nothing else', () => {
    const { lifted, lift } = cutFor(place, view('living'), marks, { table: 0.72 }, true)
    expect([...lifted].sort()).toEqual(['pill-box', 'tea-mugs', 'thermos'])
    expect(lift).toBeCloseTo(0.26)
  })

  it('puts shadows under what stands on the floor or the real table, and under nothing that hangs', () => {
    const cut = cutFor(place, view('living'), marks, { table: 0.72 }, true)
    const contacts = contactsOf(place, cut)
    const at = (id: string) => {
      const thing = place.things.find((one) => one.id === id)
      return contacts.find((one) => one.x === thing?.at[0] && one.z === thing?.at[2])
    }
    expect(at('tv-cabinet')?.y).toBeCloseTo(0.004)
    expect(at('thermos')?.y).toBeCloseTo(0.47 + 0.26 + 0.004)
    expect(at('wall-calendar')).toBeUndefined()
    expect(at('sofa')).toBeUndefined()
  })

  it('shows the outline of a room only when a door to it is open', () => {
    const plan = planOf(place)
    // Its outer wall, which no other room has.
    const inSmallRoom = ([x0, , z0, x1]: readonly number[]) => (x0 ?? 0) > 4.39 && (x1 ?? 0) > 5 && (z0 ?? 9) < 0.01
    const shut = outlineOf(place, plan, view('living'))
    expect(shut.floors.some(inSmallRoom)).toBe(false)
    expect(shut.doorways.find((one) => one.id === 'small-room-door')?.isShut).toBe(true)
    const open = outlineOf(place, plan, view('living', { 'small-room-door': true }))
    expect(open.floors.some(inSmallRoom)).toBe(true)
    expect(open.doorways.find((one) => one.id === 'small-room-door')?.isShut).toBe(false)
  })

  it('from the landing, before the shut front door, nothing of the flat is outlined', () => {
    const { floors } = outlineOf(place, planOf(place), view('landing'))
    expect(floors.every(([x0, , , x1]) => x0 <= 0.001 && x1 <= 0.001)).toBe(true)
  })

  it('shows where the table’s edge, her chair and one’s own chair should be', () => {
    const { hers, own } = footprintsOf(place, marks, 0.72)
    const corner = hers.some(([x, y, z]) => Math.hypot(x - 2.925, z - 4.48) < 0.001 && y === 0.72)
    expect(corner).toBe(true)
    expect(own.length).toBeGreaterThan(10)
  })
})
