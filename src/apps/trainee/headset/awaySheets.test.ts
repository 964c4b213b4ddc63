import { describe, expect, it } from 'vitest'
import { afterSheet, deviceSheet, noteSheet, troubleSheet } from './awaySheets.ts'
import { QUIET_HERE, type Shown } from './Sheet.ts'

const say = ((key: string) => key) as Shown['say']
const both = (text: string) => ({ zh: text, en: text })
const ended = (status: string, ending: unknown) =>
  ({
    say,
    pick: (text: { zh: string }) => text.zh,
    here: QUIET_HERE,
    state: { view: { session: { status }, ending } },
  }) as unknown as Shown

describe('what is wrong with a headset', () => {
  it('is one sentence that goes when it was read', () => {
    const sheet = troubleSheet({ say }, 'no-floor', 'right')
    expect(sheet.content.parts).toEqual([{ kind: 'text', text: 'vr.trouble.no-floor', tone: 'note' }])
    expect([...sheet.doings]).toEqual([['got-it', { go: 'calm' }]])
  })

  it('with a single controller it offers to go on with one hand', () =>
    expect(troubleSheet({ say }, 'one-controller', 'left').doings.get('one-hand')).toEqual({
      comfort: { hand: 'left' },
      go: 'calm',
    }))

  it('stays as long as it holds where nobody could press it away', () =>
    expect(noteSheet('away', 'vr.away').doings.size).toBe(0))
})

describe('after the visit', () => {
  it('sends one to a desk for what has to be written, and lets one out', () => {
    const sheet = afterSheet(ended('aftermath', null))
    expect(sheet.content.parts).toContainEqual({ kind: 'text', text: 'headset.afterDesk', tone: 'plain' })
    expect(sheet.doings.get('exit')).toEqual({ go: 'out' })
    expect(sheet.doings.get('device')).toEqual({ here: { board: 'device' } })
  })

  it('tells how it ended where it has', () => {
    const sheet = afterSheet(ended('ended', { title: both('A door closes'), card: both('It ends here.') }))
    expect(sheet.content.parts.map((part) => ('text' in part ? part.text : ''))).toEqual([
      'A door closes',
      'It ends here.',
      'headset.overDesk',
    ])
  })
})

describe('going on elsewhere', () => {
  const code = { code: '123456', expiresAt: '', address: 'http://192.168.1.5:5180/j', qr: null }
  const texts = (...args: Parameters<typeof deviceSheet>) =>
    deviceSheet(...args).content.parts.map((part) => ('text' in part ? part.text : ''))

  it('shows the address and six digits as one reads them aloud', () => {
    expect(texts({ say }, code, false)).toContain('123 456')
    expect(texts({ say }, code, false)).toContain('192.168.1.5:5180/j')
  })

  it('says while it waits, when none came, and when no other device can come in', () => {
    expect(texts({ say }, null, false)).toEqual(['device.making'])
    expect(texts({ say }, null, true)).toEqual(['headset.deviceNone'])
    expect(texts({ say }, { ...code, address: null }, false)).toContain('device.unnamed')
  })
})
