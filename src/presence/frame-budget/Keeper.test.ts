import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LAVISH } from '../../stage/index.ts'
import { type Immersive, Keeper } from './Keeper.ts'
import { frameReport } from './report.ts'

const FRAME_MS = 1000 / 72

/** A renderer's immersive side, put on and taken off by hand. */
class Goggles implements Immersive {
  isPresenting = false
  foveation: number | null = null
  scale: number | null = null
  private readonly listeners = new Map<string, () => void>()

  getSession() {
    return this.isPresenting ? { frameRate: 72, inputSources: [{ profiles: ['pico-4'] }] } : null
  }
  setFoveation(amount: number) {
    this.foveation = amount
  }
  setFramebufferScaleFactor(factor: number) {
    this.scale = factor
  }
  addEventListener(type: string, listener: () => void) {
    this.listeners.set(type, listener)
  }
  removeEventListener(type: string) {
    this.listeners.delete(type)
  }
  wear(isOn: boolean) {
    this.isPresenting = isOn
    this.listeners.get(isOn ? 'sessionstart' : 'sessionend')?.()
  }
}

const begin = () => {
  const goggles = new Goggles()
  const lavishness = { ...LAVISH }
  const keeper = new Keeper(goggles, 'a chip', lavishness)
  const end = keeper.begin()
  const seconds = (count: number, ms: number) => {
    for (let i = 0; i < (count * 1000) / ms; i++) keeper.frame(ms)
  }
  return { goggles, lavishness, seconds, end }
}

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  })
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
})
afterEach(() => vi.unstubAllGlobals())

describe('keeping to the frame', () => {
  it('leaves a headset alone that keeps its pace', () => {
    const { goggles, lavishness, seconds } = begin()
    goggles.wear(true)
    seconds(60, FRAME_MS)
    expect(lavishness).toEqual(LAVISH)
    expect(goggles.foveation).toBe(0.3)
    expect(frameReport()).toMatchObject({ device: { kind: 'headset', name: 'pico-4' }, step: 'everything', missed: 0 })
  })

  it('gives up the edge of sight first, then people some way off, shadows, and the nearest face', () => {
    const { goggles, lavishness, seconds } = begin()
    goggles.wear(true)
    const steps: unknown[] = []
    for (let i = 0; i < 6; i++) {
      seconds(4.2, FRAME_MS * 2)
      steps.push([frameReport()?.step, goggles.foveation, lavishness.fullMost, lavishness.hasSoftThings])
    }
    expect(steps).toEqual([
      ['edges', 0.7, 2, true],
      ['edges-more', 1, 2, true],
      ['people', 1, 1, true],
      ['soft-things', 1, 1, false],
      ['all-people', 1, 0, false],
      ['all-people', 1, 0, false],
    ])
  })

  it('makes the picture itself coarser only for the next entry', () => {
    const { goggles, seconds } = begin()
    expect(goggles.scale).toBe(1)
    goggles.wear(true)
    seconds(30, FRAME_MS * 2)
    expect(goggles.scale).toBe(1)
    expect(frameReport()).toMatchObject({ scale: 1, why: 'still-late' })
    goggles.wear(false)
    expect(goggles.scale).toBe(frameReport()?.nextScale)
    expect(goggles.scale).toBeLessThan(1)
  })

  it('begins with everything again in another headset, and on the screen', () => {
    const { goggles, lavishness, seconds, end } = begin()
    goggles.wear(true)
    seconds(20, FRAME_MS * 2)
    expect(lavishness).not.toEqual(LAVISH)
    goggles.wear(false)
    expect(lavishness).toEqual(LAVISH)
    end()
    expect(frameReport()).toBeNull()
  })

  it('asks a screen for thirty pictures a second, not for what a headset needs', () => {
    const { lavishness, seconds } = begin()
    seconds(20, 1000 / 30)
    expect(lavishness).toEqual(LAVISH)
    expect(frameReport()).toMatchObject({ device: { kind: 'screen', name: 'a chip' }, step: 'everything' })
    seconds(20, 1000 / 12)
    expect(lavishness.hasSoftThings).toBe(false)
  })
})
