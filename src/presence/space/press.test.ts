import { describe, expect, it } from 'vitest'
import { makePress, POKE_BACK, type PressInput, progressOf, stepPress } from './press.ts'

const FRAME = 14
const still: PressInput = {
  kind: 'ray',
  target: 'fan/a',
  isPressed: false,
  wasPressed: false,
  metres: 0.5,
  stepMs: FRAME,
  dwellMs: null,
}
/** How often a run of frames presses. */
function presses(frames: Partial<PressInput>[]): number {
  const press = makePress()
  return frames.filter((frame) => stepPress(press, { ...still, ...frame })).length
}
const finger = (...metres: number[]): Partial<PressInput>[] => metres.map((m) => ({ kind: 'poke', metres: m }))

describe('a trigger or pinch', () => {
  it('presses on its edge, once however long it is held', () =>
    expect(presses([{}, { isPressed: true }, { isPressed: true, wasPressed: true }, { wasPressed: true }])).toBe(1))
  it('presses nothing beside all buttons', () => expect(presses([{ target: null, isPressed: true }])).toBe(0))
  it('dragged onto a button presses nothing', () =>
    expect(
      presses([
        { target: null, isPressed: true },
        { isPressed: true, wasPressed: true },
      ]),
    ).toBe(0))
})

describe('a finger', () => {
  it('presses on going through, and not on touching the air before it', () => {
    expect(presses(finger(0.05, 0.02, 0.005, 0.001))).toBe(0)
    expect(presses(finger(0.05, 0.02, 0.005, -0.003))).toBe(1)
  })
  it('trembling in the panel presses once', () =>
    expect(presses(finger(0.05, -0.002, 0.01, -0.002, 0.012, -0.004))).toBe(1))
  it('drawn back presses again', () => expect(presses(finger(0.05, -0.002, POKE_BACK, -0.002))).toBe(2))
  it('coming from behind presses nothing', () => expect(presses(finger(-0.05, -0.02, -0.001, 0.004, -0.002))).toBe(0))
  it('reaching round the edge presses nothing', () =>
    expect(presses(finger(0.05, Number.POSITIVE_INFINITY, -0.03, -0.01))).toBe(0))
  it('that finds another button under it after pressing has to come back first', () =>
    expect(
      presses([
        ...finger(0.05, -0.002),
        { kind: 'poke', metres: 0.01, target: 'menu/b' },
        { kind: 'poke', metres: -0.002, target: 'menu/b' },
      ]),
    ).toBe(1))
})

describe('holding', () => {
  const held = (ms: number, dwellMs: number | null) =>
    presses(Array.from({ length: Math.ceil(ms / FRAME) + 1 }, () => ({ kind: 'gaze' as const, dwellMs })))
  it('presses nothing unless chosen', () => expect(held(5000, null)).toBe(0))
  it('presses when held long enough, and once', () => {
    expect(held(900, 1000)).toBe(0)
    expect(held(5000, 1000)).toBe(1)
  })
  it('starts anew on another button', () => {
    const half = (target: string) =>
      Array.from({ length: 40 }, () => ({ kind: 'gaze' as const, dwellMs: 1000, target }))
    expect(presses([...half('fan/a'), ...half('fan/b')])).toBe(0)
  })
  it('shows how far it has come', () => {
    const press = makePress()
    for (let i = 0; i < 50; i++) stepPress(press, { ...still, dwellMs: 1400 })
    expect(progressOf(press, 1400)).toBeCloseTo(0.5, 1)
    expect(progressOf(press, null)).toBe(0)
  })
})
