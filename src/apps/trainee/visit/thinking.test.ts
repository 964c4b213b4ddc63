import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { THINKS_MS, watchWords } from './thinking.ts'

const told: boolean[] = []
const words = () => {
  let answer: () => void = () => undefined
  const promise = new Promise<void>((resolve) => {
    answer = resolve
  })
  return { promise, answer: () => answer() }
}
const { sent } = watchWords((isThinking) => told.push(isThinking))

beforeEach(() => {
  told.length = 0
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

it('says nothing of an answer that comes at once', async () => {
  const one = words()
  sent(one.promise)
  await vi.advanceTimersByTimeAsync(THINKS_MS - 1)
  one.answer()
  await vi.advanceTimersByTimeAsync(THINKS_MS)
  expect(told).toEqual([false])
})

it('says that words are being thought about, until their answer is there', async () => {
  const one = words()
  sent(one.promise)
  await vi.advanceTimersByTimeAsync(THINKS_MS)
  expect(told).toEqual([true])
  one.answer()
  await vi.advanceTimersByTimeAsync(0)
  expect(told).toEqual([true, false])
})

it('goes on saying so while other words still wait, and stops when words are refused', async () => {
  const [one, other] = [words(), words()]
  sent(one.promise)
  sent(other.promise.then(() => Promise.reject(new Error('refused'))))
  await vi.advanceTimersByTimeAsync(THINKS_MS)
  one.answer()
  await vi.advanceTimersByTimeAsync(0)
  expect(told).toEqual([true, true])
  other.answer()
  await vi.advanceTimersByTimeAsync(0)
  expect(told).toEqual([true, true, false])
})
