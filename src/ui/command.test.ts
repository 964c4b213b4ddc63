import { describe, expect, it } from 'vitest'
import { type Command, commandFor, keyName, type Press } from './command.ts'

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  isWriting: false,
  hasModifier: false,
  isRepeat: false,
  ...more,
})
const sit: Command<{ isSeated: boolean }, string> = {
  id: 'sit',
  label: 'x',
  keys: ['c'],
  can: (s) => !s.isSeated,
  act: () => 'sit',
}
const stop: Command<{ isSeated: boolean }, string> = {
  id: 'stop',
  label: 'x',
  keys: ['Escape'],
  can: () => true,
  act: () => 'stop',
}
const all = [sit, stop]
const up = { isSeated: false }

describe('commandFor', () => {
  it('finds the command of a key, in either case', () => {
    expect(commandFor(all, up, press('C'))).toBe(sit)
  })
  it('finds nothing when the command cannot be done now', () => {
    expect(commandFor(all, { isSeated: true }, press('c'))).toBeUndefined()
  })
  it('leaves letters alone while somebody writes or has them turned off, but not named keys', () => {
    expect(commandFor(all, up, press('c', { isWriting: true }))).toBeUndefined()
    expect(commandFor(all, up, press('c'), false)).toBeUndefined()
    expect(commandFor(all, up, press('Escape', { isWriting: true }), false)).toBe(stop)
  })
  it('leaves the browser its own shortcuts and ignores a key held down', () => {
    expect(commandFor(all, up, press('c', { hasModifier: true }))).toBeUndefined()
    expect(commandFor(all, up, press('c', { isRepeat: true }))).toBeUndefined()
  })
})

it('names keys as they are printed', () => {
  expect([' ', 't', 'Escape'].map(keyName)).toEqual(['Space', 'T', 'Esc'])
})
