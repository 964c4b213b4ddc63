import { describe, expect, it, vi } from 'vitest'
import { watchSlowness } from './slowness.ts'

const draw = (perSecond: number, forSeconds: number) => {
  const onSlow = vi.fn()
  const frame = watchSlowness(onSlow)
  for (let i = 0; i < perSecond * forSeconds; i++) frame(1 / perSecond)
  return onSlow
}

describe('a picture that comes too slowly', () => {
  it('is said once', () => expect(draw(5, 60)).toHaveBeenCalledTimes(1))
  it('is not said of an ordinary machine', () => expect(draw(30, 60)).not.toHaveBeenCalled())
  it('is not said while the place is still being drawn for the first time', () =>
    expect(draw(5, 3)).not.toHaveBeenCalled())
})
