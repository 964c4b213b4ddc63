import { expect, it } from 'vitest'
import { isTooDeep, ShallowDecoder } from './ShallowDecoder.ts'

function decoded(frame: string): unknown {
  const packets: unknown[] = []
  const decoder = new ShallowDecoder()
  decoder.on('decoded', (packet) => packets.push(packet))
  decoder.add(frame)
  return packets[0]
}

it('reads what nests as deep as a document does', () => {
  const frame = ['act', { act: { fields: { steps: [{ what: 'a [bracket] in words, a \\" and a {' }] } } }]
  expect(decoded(`27${JSON.stringify(frame)}`)).toMatchObject({ type: 2, id: 7, data: frame })
})

it('takes what nests absurdly deep as an act that says nothing, to be refused under its number', () => {
  for (const [open, close] of [
    ['[', ']'],
    ['{"a":', '}'],
  ]) {
    const frame = `242["act",${open?.repeat(8000)}1${close?.repeat(8000)}]`
    expect(isTooDeep(frame)).toBe(true)
    expect(decoded(frame)).toMatchObject({ type: 2, id: 42, data: ['act'] })
  }
})

it('does not take brackets within words for nesting', () => {
  expect(isTooDeep(`2["act",{"words":"${'['.repeat(2000)}"}]`)).toBe(false)
})
