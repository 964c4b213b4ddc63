import { describe, expect, it } from 'vitest'
import type { PublicScene } from '../../../session/index.ts'
import { doorsHere, freeSeats, peopleAround, roomsInReach, thingsInSight } from './place.ts'

const both = (s: string) => ({ zh: s, en: s })
const room = (id: string, more = {}) => ({
  id,
  name: both(id),
  x: [0, 1],
  z: [0, 1],
  floor: 'wood',
  walls: '#fff',
  outside: false,
  enterable: true,
  openTo: [],
  spot: id,
  ...more,
})
const door = (id: string, between: string[], isOpen: boolean, kind = 'hinged') => ({
  id,
  name: both(id),
  between,
  along: 'x',
  at: 0,
  from: 0,
  to: 1,
  kind,
  isOpen,
  sillCm: 0,
  isEntrance: false,
})
const place = {
  rooms: [
    room('landing'),
    room('hall', { openTo: ['living'] }),
    room('living'),
    room('small'),
    room('shaft', { enterable: false }),
  ],
  doors: [
    door('front', ['landing', 'hall'], false),
    door('small-door', ['living', 'small'], false),
    door('hatch', ['living', 'shaft'], true),
    door('arch', ['hall', 'living'], true, 'opening'),
  ],
  things: [
    { id: 'pan', model: 'x', room: 'hall', at: [0, 0, 0], turn: 0, blocks: false, label: both('pan') },
    { id: 'cup', model: 'x', room: 'living', at: [0, 0, 0], turn: 0, blocks: false, label: both('cup') },
    { id: 'sleeve', model: 'x', room: 'hall', at: [0, 0, 0], turn: 0, blocks: false, label: both('sleeve'), on: 'S' },
    { id: 'wall', model: 'x', room: 'living', at: [0, 0, 0], turn: 0, blocks: false },
  ],
  spots: [{ id: 'sofa', room: 'living', at: [0, 0], seat: true, isExit: false }],
} as unknown as PublicScene['place']

describe('rooms in reach', () => {
  it('are none behind a closed door', () => {
    expect([...roomsInReach(place, {}, 'landing')]).toEqual(['landing'])
  })
  it('are all that open doors and openings lead to, and never one that cannot be entered', () => {
    expect([...roomsInReach(place, { front: { isOpen: true } }, 'landing')].sort()).toEqual([
      'hall',
      'landing',
      'living',
    ])
    expect(roomsInReach(place, { 'small-door': { isOpen: true } }, 'living').has('small')).toBe(true)
  })
})

describe('things in sight', () => {
  it('are those with a look and a name, this room first, and what somebody wears is where they are', () => {
    const view = {
      looks: { pan: 'plain', cup: 'plain', sleeve: 'plain', wall: 'plain' },
      me: { room: 'living' },
      people: [{ id: 'S', spot: 'sofa' }],
      doors: {},
    }
    expect(thingsInSight(place, view as never).map((t) => t.id)).toEqual(['cup', 'sleeve', 'pan'])
  })

  it('are not those behind a closed door, nor what somebody behind it wears', () => {
    const view = {
      looks: { pan: 'plain', cup: 'plain', sleeve: 'plain' },
      me: { room: 'landing' },
      people: [{ id: 'S', spot: 'sofa' }],
      doors: {},
    }
    expect(thingsInSight(place, view as never)).toEqual([])
    expect(thingsInSight(place, { ...view, doors: { front: { isOpen: true } } } as never).map((t) => t.id)).toEqual([
      'pan',
    ])
  })
})

describe('people around', () => {
  it('are those in sight from here, and whoever has been heard', () => {
    const view = {
      me: { room: 'landing' },
      doors: {},
      people: [{ id: 'S', isPresent: true, spot: 'sofa' }],
      moments: [],
    }
    expect(peopleAround(place, view as never)).toEqual([])
    const heard = { ...view, moments: [{ kind: 'line', by: 'S' }] }
    expect(peopleAround(place, heard as never)).toHaveLength(1)
  })
})

it('free seats are those of this room that nobody has', () => {
  const at = (room: string, spot: string | null) =>
    ({ me: { room }, people: [{ id: 'S', isPresent: true, spot }] }) as never
  expect(freeSeats(place, at('living', null)).map((s) => s.id)).toEqual(['sofa'])
  expect(freeSeats(place, at('living', 'sofa'))).toEqual([])
  expect(freeSeats(place, at('hall', null))).toEqual([])
})

it('doors here are those of the room, openings left out', () => {
  expect(doorsHere(place, 'living').map((d) => d.id)).toEqual(['small-door', 'hatch'])
})
