import { readFileSync } from 'node:fs'
import { PerspectiveCamera } from 'three'
import { beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { Visitor } from '../../src/presence/index.ts'
import type { ActBody, PublicScene, SeatView } from '../../src/protocol/index.ts'
import { Place } from '../../src/scene/place.ts'
import {
  type BuiltPlace,
  distanceTo,
  MODELS,
  makeLivePerson,
  makeStageLive,
  opennessOf,
  planOf,
  preparePlace,
  roomAt,
  type StageView,
  WALK_RADIUS,
  Ways,
} from '../../src/stage/index.ts'

const full = Place.parse(parse(readFileSync('scenes/third-floor-west/place.yaml', 'utf8')).place)
const place: PublicScene['place'] = full
const plan = planOf(place)
const spot = (id: string) => {
  const found = place.spots.find((one) => one.id === id)
  if (!found) throw new Error(`no spot ${id}`)
  return found
}
const view = (more: Partial<StageView> = {}): StageView => ({
  me: { spot: 'landing', room: 'landing', isSeated: false, isInvited: false },
  people: [],
  looks: {},
  doors: Object.fromEntries(place.doors.map((door) => [door.id, { isOpen: door.isOpen }])),
  moments: [],
  ...more,
})
const invited = { 'front-door': { isOpen: true } }

describe('the flat of the third floor, as data', () => {
  it('draws nothing that the catalogue of things does not hold, in no look it does not know', () => {
    for (const thing of full.things) {
      expect([...MODELS.keys()], thing.id).toContain(thing.model)
      for (const { look } of thing.looks) expect(MODELS.get(thing.model), `${thing.id} ${look}`).toContain(look)
    }
  })

  it('has every spot in its room, and free to stand on unless it is a seat', () => {
    for (const one of place.spots) {
      expect(roomAt(plan, ...one.at), one.id).toBe(one.room)
      if (!one.seat)
        for (const solid of plan.solids) expect(distanceTo(solid, ...one.at), one.id).toBeGreaterThan(WALK_RADIUS - 0.1)
    }
  })

  it('puts the worker’s chair where a forearm on the sofa can be seen', () => {
    const [a, b] = [spot('chair').at, spot('sofa').at]
    expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeLessThanOrEqual(1.2)
  })

  it('can be walked through from the landing to every spot once the doors are open', () => {
    const ways = new Ways(plan, 0.25)
    for (const one of place.spots)
      expect(
        ways.find(spot('landing').at, one.at, () => true),
        one.id,
      ).not.toBeNull()
  })

  it('has no way in past a shut front door, nor into the small room', () => {
    const ways = new Ways(plan, 0.25)
    expect(ways.find(spot('landing').at, spot('hall').at, (door) => door !== 'front-door')).toBeNull()
    expect(ways.find(spot('hall').at, spot('small-room').at, (door) => door !== 'small-room-door')).toBeNull()
    expect(ways.find(spot('hall').at, spot('bathroom').at, (door) => door !== 'small-room-door')).not.toBeNull()
  })

  it('keeps its paths clear of walls and furniture', () => {
    const ways = new Ways(plan, 0.25)
    const path = ways.find(spot('landing').at, spot('balcony').at, () => true) ?? []
    for (let i = 1; i < path.length; i++)
      for (let k = 0; k <= 20; k++) {
        const [a, b] = [path[i - 1], path[i]] as [[number, number], [number, number]]
        const [x, z] = [a[0] + ((b[0] - a[0]) * k) / 20, a[1] + ((b[1] - a[1]) * k) / 20]
        for (const solid of plan.solids) expect(distanceTo(solid, x, z)).toBeGreaterThan(0.14)
      }
  })

  const answered: StageView['moments'] = [
    {
      kind: 'line',
      number: 3,
      at: 0,
      by: 'S',
      text: { zh: '谁呀？', en: 'Who is it?' },
      isSilent: false,
      until: 2000,
      isTyped: false,
    },
  ]

  it('holds the front door ajar only once somebody inside has answered a worker outside', () => {
    const door = place.doors.find((one) => one.id === 'front-door') as PublicScene['place']['doors'][number]
    const shen = (at: string): StageView['people'] => [
      { id: 'S', isPresent: true, spot: at, isSeated: false, attendsTo: null, bearing: 'careful' },
    ]
    expect(opennessOf(door, place, view())).toBe(0)
    expect(opennessOf(door, place, view({ people: shen('sofa') }))).toBe(0)
    expect(opennessOf(door, place, view({ people: shen('shen-door') }))).toBe(0)
    expect(opennessOf(door, place, view({ people: shen('sofa'), moments: answered }))).toBe(0)
    const ajar = opennessOf(door, place, view({ people: shen('shen-door'), moments: answered }))
    expect(ajar).toBeGreaterThan(0)
    expect(ajar).toBeLessThan(1)
    expect(opennessOf(door, place, view({ doors: invited }))).toBe(1)
  })
})

describe('the flat as it is drawn and lit', () => {
  const built = preparePlace(place)

  it('is drawn in one piece a finish, within the budget of draw calls and triangles', () => {
    const leaves = built.leaves.reduce((sum, leaf) => sum + leaf.geometries.length, 0)
    expect(built.parts.length + leaves).toBeLessThanOrEqual(40)
    expect(built.triangles).toBeLessThanOrEqual(160_000)
  })

  it('has light on every corner: none black, none without a number', () => {
    let [corners, black] = [0, 0]
    for (const { geometry } of built.parts) {
      const colour = geometry.getAttribute('color')
      for (let i = 0; i < colour.count; i++) {
        const sum = colour.getX(i) + colour.getY(i) + colour.getZ(i)
        expect(Number.isFinite(sum)).toBe(true)
        corners++
        if (sum < 0.003) black++
      }
    }
    expect(black / corners).toBeLessThan(0.002)
  })

  it('is brighter where the sun falls in than on the landing', () => {
    const light = new Float32Array(27)
    built.probes.at(3.6, 5, light)
    const living = light[0] as number
    built.probes.at(-1, 3.5, light)
    expect(living).toBeGreaterThan(2 * (light[0] as number))
  })

  it('can be aimed at by every thing that has a name', () => {
    for (const thing of place.things)
      if (thing.label && !thing.on) expect(built.boxes.get(thing.id), thing.id).toBeDefined()
  })
})

/** Sent by name, as by the list of places; false where no way leads there. */
function sent(visitor: Visitor, id: string): boolean {
  const spot = visitor.spots.find((one) => one.id === id)
  if (!spot) throw new Error(`no spot ${id}`)
  return visitor.walkTo(spot.at, spot.faces ?? null)
}

describe('a visitor in that flat', () => {
  let acts: ActBody[]
  let visitor: Visitor
  let seen: StageView
  const camera = new PerspectiveCamera(62, 1.6, 0.06, 40)
  const built = { plan, boxes: new Map() } as unknown as BuiltPlace
  const keys = { ahead: 0, aside: 0, turn: 0, tilt: 0 }
  const frames = (count: number, wish: Partial<typeof keys> = {}) => {
    for (let i = 0; i < count; i++) visitor.step(camera, null, { ...keys, ...wish }, true, 0.05)
  }
  const show = (more: Partial<StageView>) => {
    seen = { ...seen, ...more }
    visitor.see(seen, true)
  }
  const sends = (me: Partial<SeatView['me']>) => show({ me: { ...seen.me, ...me } })
  beforeEach(() => {
    acts = []
    seen = view()
    visitor = new Visitor({ place, people: [] }, built, makeStageLive(), seen, () => ({
      onAct: (act) => acts.push(act),
    }))
  })

  it('begins on the landing and is stopped by the front door, keys or click', () => {
    frames(80, { ahead: 1 })
    expect(visitor.walker.x).toBeLessThan(-0.2)
    expect(sent(visitor, 'hall')).toBe(false)
    expect(acts).toEqual([])
  })

  it('[A.7] is stopped as well by a door held ajar', () => {
    show({
      moments: [
        {
          kind: 'line',
          number: 3,
          at: 0,
          by: 'S',
          text: { zh: '谁呀？', en: 'Who is it?' },
          isSilent: false,
          until: 2000,
          isTyped: false,
        },
      ],
      people: [
        { id: 'S', isPresent: true, spot: 'shen-door', isSeated: false, attendsTo: 'trainee', bearing: 'careful' },
      ],
    })
    frames(80, { ahead: 1 })
    expect(visitor.walker.x).toBeLessThan(-0.2)
  })

  it('walks in by keys alone once the door is open, and says so', () => {
    show({ doors: { ...seen.doors, ...invited }, me: { ...seen.me, isInvited: true } })
    frames(20, { ahead: 1 })
    expect(roomAt(plan, visitor.walker.x, visitor.walker.z)).toBe('hall')
    expect(acts[0]).toMatchObject({ type: 'go' })
    expect(acts).not.toContainEqual({ type: 'go', to: 'door' })
  })

  it('glides to where it is sent by a tap, and is there at once for who asked for less motion', () => {
    show({ doors: { ...seen.doors, ...invited }, me: { ...seen.me, isInvited: true } })
    const to = spot('hall')
    expect(sent(visitor, 'hall')).toBe(true)
    frames(1)
    expect(Math.hypot(visitor.walker.x - to.at[0], visitor.walker.z - to.at[1])).toBeGreaterThan(0.5)
    visitor.see(seen, false)
    expect(sent(visitor, 'hall')).toBe(true)
    expect(visitor.hasJumped).toBe(true)
    expect([visitor.walker.x, visitor.walker.z]).toEqual(to.at)
    frames(20)
    expect(acts).toContainEqual({ type: 'go', to: 'hall' })
  })

  it('is taken where the server puts it, and sits down there', () => {
    show({ doors: { ...seen.doors, ...invited } })
    sends({ spot: 'chair', room: 'living', isSeated: true, isInvited: true })
    frames(200)
    expect(visitor.walker.x).toBeCloseTo(2.9, 2)
    expect(visitor.walker.eye).toBeLessThan(1.25)
    frames(10, { ahead: 1 })
    expect(acts).toContainEqual({ type: 'stand' })
    frames(40, { ahead: 1 })
    expect(visitor.walker.eye).toBeGreaterThan(1.5)
  })

  it('does not glide when asked for less motion', () => {
    show({ doors: { ...seen.doors, ...invited } })
    seen = { ...seen, me: { spot: 'balcony', room: 'balcony', isSeated: false, isInvited: true } }
    visitor.see(seen, false)
    expect([visitor.walker.x, visitor.walker.z]).toEqual(spot('balcony').at)
    expect(visitor.hasJumped).toBe(true)
  })

  it('stops before somebody who stands in the way, and goes to their side when sent to their spot', () => {
    const live = makeStageLive()
    const at = spot('daughter').at
    live.people.set('Z', {
      ...makeLivePerson(),
      isPresent: true,
      box: { min: [at[0] - 0.27, 0, at[1] - 0.27], max: [at[0] + 0.27, 1.6, at[1] + 0.27] },
    })
    seen = view({ me: { spot: 'hall', room: 'hall', isSeated: false, isInvited: true } })
    visitor = new Visitor({ place, people: [] }, built, live, seen, () => ({ onAct: (act) => acts.push(act) }))
    expect(sent(visitor, 'daughter')).toBe(true)
    frames(200)
    const apart = () => Math.hypot(visitor.walker.x - at[0], visitor.walker.z - at[1])
    expect(apart()).toBeGreaterThan(0.6)
    expect(apart()).toBeLessThan(0.9)
    frames(60, { ahead: 1 })
    expect(apart()).toBeGreaterThan(0.36)
  })
})
