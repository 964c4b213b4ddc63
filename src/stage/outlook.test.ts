import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Outlook } from './outlook.ts'
import { type PublicPlace, planOf } from './plan.ts'

const text = { zh: '间', en: 'room' }
const room = (id: string, x: [number, number], z: [number, number]): PublicPlace['rooms'][number] =>
  ({
    id,
    name: text,
    x,
    z,
    floor: 'tile',
    walls: '#ffffff',
    dado: null,
    outside: false,
    closed: false,
    openTo: [],
    spot: null,
  }) as unknown as PublicPlace['rooms'][number]
const door = (id: string, between: [string, string], along: 'x' | 'z', at: number, from: number, to: number) =>
  ({
    id,
    name: text,
    between,
    along,
    at,
    from,
    to,
    kind: 'hinged',
    isOpen: true,
    sillCm: 0,
  }) as unknown as PublicPlace['doors'][number]

/** Two rooms side by side with a door in between, and a third behind the second. */
const place = {
  outline: { x: [0, 12], z: [0, 4], height: 2.7 },
  rooms: [room('west', [0, 4], [0, 4]), room('middle', [4, 8], [0, 4]), room('east', [8, 12], [0, 4])],
  doors: [door('one', ['west', 'middle'], 'z', 4, 1, 2), door('two', ['middle', 'east'], 'z', 8, 3, 4)],
  things: [],
  spots: [],
} as unknown as PublicPlace

const plan = planOf(place)
const dot = (x: number, z: number) => ({ minX: x, maxX: x, minZ: z, maxZ: z })
const looked = (x: number, z: number, isOpen: (door: string) => boolean = () => true) => {
  const outlook = new Outlook(plan)
  outlook.look(x, 1.6, z, isOpen, true)
  return outlook
}

describe('what can be seen from where one stands', () => {
  it('is all of the room one is in, and of the next what lies behind the doorway', () => {
    const outlook = looked(1, 1.5)
    expect(outlook.sees('west', dot(3.9, 3.9))).toBe(true)
    expect(outlook.sees('middle', dot(6, 1.5))).toBe(true)
    expect(outlook.sees('middle', dot(4.5, 3.8))).toBe(false)
  })

  it('ends at a door that is shut', () => {
    expect(looked(1, 1.5, (id) => id !== 'one').sees('middle', dot(6, 1.5))).toBe(false)
  })

  it('goes on through a second doorway only along what the first lets through', () => {
    expect(looked(1, 2.8).sees('east', dot(10, 3.5))).toBe(false)
    expect(looked(2.2, 0.6).sees('east', dot(9.5, 3.9))).toBe(true)
  })

  it('is everything from a doorway, from within a wall and from above the roof', () => {
    expect(looked(4, 1.5).sees('west', dot(0.5, 3.9))).toBe(true)
    const above = new Outlook(plan)
    above.look(1, 5, 1, () => false, true)
    expect(above.sees('east', dot(11, 1))).toBe(true)
  })

  it('is asked again when eyes have moved a step, have gone to another room, or a door has', () => {
    const outlook = looked(1, 1.5)
    expect(outlook.look(1.1, 1.6, 1.5, () => true, false)).toBe(false)
    expect(outlook.look(1.1, 1.6, 1.5, () => true, true)).toBe(true)
    expect(outlook.look(1.5, 1.6, 1.5, () => true, false)).toBe(true)
    outlook.look(3.99, 1.6, 1.5, () => true, false)
    expect(outlook.look(4.01, 1.6, 1.5, () => true, false)).toBe(true)
  })

  it('never leaves out what an eye within reach of the asking would see', () =>
    fc.assert(
      fc.property(
        fc.record({
          x: fc.double({ min: 0.3, max: 11.7, noNaN: true }),
          z: fc.double({ min: 0.3, max: 3.7, noNaN: true }),
          dx: fc.double({ min: -0.17, max: 0.17, noNaN: true }),
          dz: fc.double({ min: -0.17, max: 0.17, noNaN: true }),
          tx: fc.double({ min: 0, max: 12, noNaN: true }),
          tz: fc.double({ min: 0, max: 4, noNaN: true }),
        }),
        ({ x, z, dx, dz, tx, tz }) => {
          const [ex, ez] = [x + dx, z + dz]
          const nameAt = (at: number) => (at < 4 ? 'west' : at < 8 ? 'middle' : 'east')
          // An eye that went to another room asks anew.
          if (nameAt(ex) !== nameAt(x)) return
          const at = (wall: number) => ez + ((tz - ez) * (wall - ex)) / (tx - ex)
          const crosses = (wall: number) => (ex - wall) * (tx - wall) < 0
          const isSeen = (!crosses(4) || (at(4) > 1 && at(4) < 2)) && (!crosses(8) || (at(8) > 3 && at(8) < 4))
          if (isSeen) expect(looked(x, z).sees(nameAt(tx), dot(tx, tz))).toBe(true)
        },
      ),
      { numRuns: 4000, seed: 7 },
    ))
})
