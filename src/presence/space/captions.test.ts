import { describe, expect, it } from 'vitest'
import {
  asideOf,
  atEdge,
  CAPTION,
  CAPTION_LINES,
  captionEm,
  captionLines,
  latestBySpeaker,
  overHead,
} from './captions.ts'
import { makeHung } from './place.ts'
import { degreesOf, inkOf, LEAST_DEGREES } from './sizes.ts'
import type { Measure } from './wrap.ts'

const measure: Measure = (text, em) => [...text].length * em
const head = { x: 0, y: 1.6, z: 0, yaw: 0 }
const said = (key: string, by: string | null, text = '您好。') => ({ key, by, who: by, text, from: 0, until: 6000 })

describe('captions', () => {
  it('are 1.2° a character wherever the speaker stands', () => {
    for (const z of [-0.5, -1, -2.5, -6]) {
      const hung = makeHung()
      const size = overHead(hung, head, { x: 0.4, y: 1.3, z }, 0.1)
      const metres = Math.hypot(hung.x - head.x, hung.y - head.y, hung.z - head.z)
      expect(degreesOf(inkOf(captionEm(1)) * size, metres * 1000)).toBeGreaterThanOrEqual(LEAST_DEGREES)
    }
  })

  it('show three lines at most, and the rest of a long speech in step with it', () => {
    const long = said('1', 'S', '她说了很久很久，'.repeat(20))
    const at = (now: number) => captionLines(long, now, 1, measure)
    const seen = new Set<string>()
    for (let now = 0; now <= 6000; now += 50) {
      const lines = at(now)
      expect(lines.length).toBeLessThanOrEqual(CAPTION_LINES)
      for (const line of lines) {
        expect(measure(line, captionEm(1), false)).toBeLessThanOrEqual(CAPTION.width)
        seen.add(line)
      }
    }
    expect(at(0)).not.toEqual(at(6000))
    expect(at(9000)).toEqual(at(6000))
    expect(at(0).length).toBe(3)
  })

  it('keep one for each speaker, the newest, and no more than two', () => {
    const all = [said('1', 'S', '一'), said('2', 'D', '二'), said('3', 'S', '三'), said('4', null, '水开了')]
    expect(latestBySpeaker(all).map((c) => c.key)).toEqual(['3', '4'])
  })

  it('point to who is out of sight, on the nearer side, without flicker at the rim', () => {
    expect(asideOf(head, { x: 0, z: -2 }, 'here')).toBe('here')
    expect(asideOf(head, { x: -2, z: -0.5 }, 'here')).toBe('left')
    expect(asideOf(head, { x: 2, z: 0.5 }, 'here')).toBe('right')
    const rim = { x: -Math.sin(0.48) * 2, z: -Math.cos(0.48) * 2 }
    expect(asideOf(head, rim, 'here')).toBe('here')
    expect(asideOf(head, rim, 'left')).toBe('left')
    expect(asideOf({ ...head, yaw: Math.PI }, { x: 0, z: -2 }, 'here')).not.toBe('here')
  })

  it('stand on that side, facing the reader', () => {
    const hung = makeHung()
    atEdge(hung, head, 'left')
    expect(hung.x).toBeLessThan(-0.2)
    atEdge(hung, head, 'right')
    expect(hung.x).toBeGreaterThan(0.2)
    expect(Math.hypot(hung.x, hung.y - head.y, hung.z)).toBeCloseTo(1)
  })
})
