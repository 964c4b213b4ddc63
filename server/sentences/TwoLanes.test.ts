import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { TwoLanes } from './TwoLanes.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('takes what is live before what is in bulk, each in its order', () => {
  const lanes = new TwoLanes<string, string>(() => {})
  void lanes.bulk('line 1')
  void lanes.bulk('line 2')
  void lanes.live('said 1', 1_000)
  void lanes.live('said 2', 1_000)
  const order = Array.from({ length: 5 }, () => lanes.take()?.what)
  expect(order).toEqual(['said 1', 'said 2', 'line 1', 'line 2', undefined])
})

it('gives up what is live when its time is over, whether it waits or is worked on', async () => {
  const lanes = new TwoLanes<string, string>(() => {})
  const working = lanes.live('first', 2_000)
  const waiting = lanes.live('second', 2_000)
  const first = lanes.take()
  vi.advanceTimersByTime(2_000)
  expect(await working).toBeNull()
  expect(await waiting).toBeNull()
  first?.answer('too late')
  expect(lanes.take()).toBeUndefined()
})

it('asks for the same line once while it is not answered', async () => {
  const lanes = new TwoLanes<string, string>(() => {})
  const both = Promise.all([lanes.bulk('line'), lanes.bulk('line')])
  lanes.take()?.answer('vector')
  expect(await both).toEqual(['vector', 'vector'])
  expect(lanes.take()).toBeUndefined()
  void lanes.bulk('line')
  expect(lanes.take()?.what).toBe('line')
})

it('answers nobody after it was closed, and lets nobody wait', async () => {
  const lanes = new TwoLanes<string, string>(() => {})
  const waiting = [lanes.live('said', 2_000), lanes.bulk('line')]
  lanes.close()
  expect(await Promise.all([...waiting, lanes.live('said', 2_000), lanes.bulk('line')])).toEqual([
    null,
    null,
    null,
    null,
  ])
  expect(vi.getTimerCount()).toBe(0)
})

it('wakes whoever works when something comes', () => {
  const wake = vi.fn()
  const lanes = new TwoLanes<string, string>(wake)
  void lanes.live('said', 2_000)
  void lanes.bulk('line')
  expect(wake).toHaveBeenCalledTimes(2)
})
