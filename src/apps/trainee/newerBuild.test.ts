import { afterEach, expect, it, vi } from 'vitest'
import { reloadOnNewerBuild } from './newerBuild.ts'

afterEach(() => vi.unstubAllGlobals())

it('reloads once when a part of the page is gone, and not again and again', () => {
  const target = new EventTarget()
  vi.stubGlobal('addEventListener', target.addEventListener.bind(target))
  const held = new Map<string, string>()
  const reload = vi.fn()
  let now = 1_000_000
  reloadOnNewerBuild({ getItem: (k) => held.get(k) ?? null, setItem: (k, v) => void held.set(k, v) }, reload, () => now)
  const miss = () => target.dispatchEvent(new Event('vite:preloadError', { cancelable: true }))
  expect(miss()).toBe(false) // taken care of
  now += 1_000
  expect(miss()).toBe(true) // left to be shown as a fault
  expect(reload).toHaveBeenCalledTimes(1)
  now += 60_000
  miss()
  expect(reload).toHaveBeenCalledTimes(2)
})
