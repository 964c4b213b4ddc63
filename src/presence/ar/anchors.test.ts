import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { anchorOf, planOfAnchor, readKept, remember, restoreAnchor, writeKept } from './anchors.ts'
import type { Marks } from './marks.ts'

const mark = { name: { zh: '', en: '' }, things: ['t'] }
const MARKS: Marks = {
  plan: 'p',
  corner: { ...mark, id: 'c', kind: 'corner', at: [2.925, 4.48], height: 0.46 },
  seat: { ...mark, id: 's', kind: 'client-seat', at: [2, 4.9], faces: [3.2, 4.9], height: 0.42 },
  own: null,
  room: 'living',
  across: 5,
}

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
})

describe('an anchor on the table’s corner', () => {
  it('gives the whole plan back by its pose alone, the table’s height too', () => {
    const metres = fc.double({ min: -9, max: 9, noNaN: true })
    fc.assert(
      fc.property(
        metres,
        metres,
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.option(fc.double({ min: 0.3, max: 1.2, noNaN: true })),
        (x, z, yaw, table) => {
          const plan = { plan: 'p', x, z, yaw, floor: 0, table }
          const again = planOfAnchor(anchorOf(plan, MARKS), MARKS, 0)
          expect(again.x).toBeCloseTo(x, 6)
          expect(again.z).toBeCloseTo(z, 6)
          expect(again.yaw).toBeCloseTo(yaw, 6)
          if (table === null) expect(again.table).toBeNull()
          else expect(again.table).toBeCloseTo(table, 6)
        },
      ),
    )
  })
})

const session = (parts: Partial<XRSession>) => parts as XRSession
const anchor = (requestPersistentHandle?: () => Promise<string>) =>
  ({ ...(requestPersistentHandle ? { requestPersistentHandle } : {}) }) as XRAnchor

describe('what is kept of a real room', () => {
  it('is the anchor’s name and the plan’s, and nothing else', async () => {
    expect(
      await remember(
        session({}),
        anchor(async () => 'a1'),
        'p',
      ),
    ).toBe(true)
    expect(readKept()).toEqual({ plan: 'p', anchor: 'a1' })
  })

  it('lets the anchor before go, so that a device does not fill up with them', async () => {
    const deletePersistentAnchor = vi.fn(async () => undefined)
    writeKept({ plan: 'p', anchor: 'old' })
    await remember(
      session({ deletePersistentAnchor }),
      anchor(async () => 'new'),
      'p',
    )
    expect(deletePersistentAnchor).toHaveBeenCalledWith('old')
  })

  it('is nothing where the device cannot keep an anchor, or fails to', async () => {
    writeKept({ plan: 'p', anchor: 'old' })
    expect(await remember(session({}), anchor(), 'p')).toBe(false)
    expect(readKept()).toBeNull()
    expect(
      await remember(
        session({}),
        anchor(() => Promise.reject(new Error('full'))),
        'p',
      ),
    ).toBe(false)
  })

  it('is not used for another plan, and is missed when the device has lost it', async () => {
    writeKept({ plan: 'p', anchor: 'a1' })
    const found = anchor()
    const restorePersistentAnchor = vi.fn(async () => found)
    expect(await restoreAnchor(session({ restorePersistentAnchor }), 'other')).toBe('none')
    expect(await restoreAnchor(session({ restorePersistentAnchor }), 'p')).toBe(found)
    expect(await restoreAnchor(session({}), 'p')).toBe('none')
    const lost = vi.fn(() => Promise.reject(new DOMException('no', 'InvalidStateError')))
    expect(await restoreAnchor(session({ restorePersistentAnchor: lost }), 'p')).toBe('gone')
  })

  it('reads nonsense as nothing', () => {
    for (const text of ['', '{', '[]', '{"plan":1,"anchor":"a"}', 'null']) {
      localStorage.setItem('doorstep.ar.anchor', text)
      expect(readKept()).toBeNull()
    }
  })
})
