import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { ActBody, PublicScene, SeatView } from '../protocol/index.ts'
import { Reports } from './reports.ts'
import { makeWalker } from './walker.ts'

const place = parse(readFileSync('scenes/third-floor-west/place.yaml', 'utf8')).place as PublicScene['place']
const me: SeatView['me'] = { spot: 'landing', room: 'landing', isSeated: false, isInvited: true }

describe('what feet and eyes report', () => {
  let acts: ActBody[]
  let reports: Reports
  let now: number
  const walker = makeWalker(0, 0, 0)
  beforeEach(() => {
    acts = []
    now = 0
    reports = new Reports(place, (act) => acts.push(act))
    reports.arrived('landing', 'landing')
  })
  const stand = (x: number, z: number, forMs: number, view = { me, people: [] as SeatView['people'] }) => {
    walker.x = x
    walker.z = z
    for (const end = now + forMs; now < end; now += 20) reports.feet(walker, view, now)
  }

  it('says nothing about where one was put', () => {
    stand(-1, 3.5, 3000)
    expect(acts).toEqual([])
  })

  it('says a room or a spot once, and no more than one move a second', () => {
    stand(1.4, 2.4, 400)
    stand(2.2, 3.6, 300)
    stand(3.4, 3.5, 200)
    expect(acts).toEqual([{ type: 'go', to: 'hall' }])
    stand(3.9, 3.0, 4000)
    expect(acts).toEqual([
      { type: 'go', to: 'hall' },
      { type: 'go', to: 'living' },
    ])
  })

  it('[A.7] is silent inside before one was asked in', () => {
    stand(1.4, 2.4, 4000, { me: { ...me, isInvited: false }, people: [] })
    expect(acts).toEqual([])
  })

  it('does not begin the goodbye by coming in past the door, and does by coming back to stay at it', () => {
    stand(0.42, 3.5, 5000)
    expect(acts).not.toContainEqual({ type: 'go', to: 'door' })
    stand(3.9, 3.0, 2000)
    stand(0.42, 3.5, 1900)
    expect(acts).not.toContainEqual({ type: 'go', to: 'door' })
    stand(0.42, 3.5, 1500)
    expect(acts.at(-1)).toEqual({ type: 'go', to: 'door' })
  })

  it('knows the answer to its own walk from being moved', () => {
    stand(3.9, 3.0, 100)
    expect(acts).toEqual([{ type: 'go', to: 'living' }])
    expect(reports.isOwn('chair', now)).toBe(true)
    expect(reports.isOwn('sofa', now)).toBe(false)
    expect(reports.isOwn('chair', now + 60_000)).toBe(false)
  })

  it('makes one look of a long gaze, and another act of stepping up to it', () => {
    for (; now < 4000; now += 20) reports.gaze('wall-calendar', 2.5, { me }, now)
    expect(acts).toEqual([{ type: 'look', thing: 'wall-calendar' }])
    for (; now < 4100; now += 20) reports.gaze(null, 0, { me }, now)
    for (; now < 6000; now += 20) reports.gaze('wall-calendar', 0.8, { me }, now)
    expect(acts.at(-1)).toEqual({ type: 'approach', thing: 'wall-calendar' })
  })

  it('does not repeat a look that has just been made', () => {
    for (let round = 0; round < 3; round++) {
      for (const end = now + 2000; now < end; now += 20) reports.gaze('thermos', 3, { me }, now)
      for (const end = now + 200; now < end; now += 20) reports.gaze(null, 0, { me }, now)
    }
    expect(acts).toEqual([{ type: 'look', thing: 'thermos' }])
  })
})
