import { describe, expect, it } from 'vitest'
import { codeIn, digitsIn, timeLeft } from './digits.ts'
import { wipe } from './wipe.ts'

describe('digits', () => {
  it('are found in whatever was typed or pasted', () => {
    expect(digitsIn('12 34-56')).toBe('123456')
    expect(digitsIn('１２３４５６７')).toBe('123456')
    expect(digitsIn('no')).toBe('')
  })

  it('come from a scanned address only when all six are there', () => {
    expect(codeIn('#012345')).toBe('012345')
    for (const other of ['', '#', '#12345', '#1234567', '#main']) expect(codeIn(other)).toBeNull()
  })

  it('are good for so long', () => {
    expect([timeLeft(600_000), timeLeft(59_001), timeLeft(1), timeLeft(-5)]).toEqual(['10:00', '1:00', '0:01', '0:00'])
  })
})

describe('handing over', () => {
  it('leaves nothing of the last person, height and hand included; language and other people’s things stay', () => {
    const kept = new Map(
      ['doorstep.me', 'doorstep.body', 'doorstep.unsent.s1', 'doorstep.language', 'somebody-else'].map((name) => [
        name,
        '',
      ]),
    )
    wipe({
      get length() {
        return kept.size
      },
      key: (at) => [...kept.keys()][at] ?? null,
      removeItem: (name) => kept.delete(name),
    })
    expect([...kept.keys()]).toEqual(['doorstep.language', 'somebody-else'])
  })
})
