import { describe, expect, it } from 'vitest'
import { frameLines } from '../../src/apps/trainee/frames/frameLines.ts'
import { en } from '../../src/i18n/en.ts'
import { type Key, zh } from '../../src/i18n/zh.ts'
import { type FrameReport, HEADSET_LADDER } from '../../src/presence/index.ts'

const sayIn =
  (texts: Record<Key, string>) =>
  (key: Key, values: Record<string, unknown> = {}) =>
    texts[key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]))

const report: FrameReport = {
  device: { kind: 'headset', name: 'meta-quest-touch-plus', frameMs: 1000 / 72 },
  frames: 120,
  missed: 12,
  p95Ms: 27.5,
  missedInAll: 40,
  step: 'people',
  why: 'late',
  scale: 1,
  nextScale: 0.85,
}

describe('what the panel on frames says', () => {
  it('names the device, the pace, what is spared and why, in both languages', () => {
    expect(frameLines(report, sayIn(en) as never)).toEqual([
      'Headset meta-quest-touch-plus',
      '95% of frames within 27.5 ms (should be 13.9 ms)',
      'Of the last 120 frames 12 were late; 40 in all',
      'People a little way off are drawn more simply',
      'Twice running, more than one frame in twenty was late',
      'Fineness 100%, at the next entry 85%',
    ])
    expect(frameLines(report, sayIn(zh) as never).join(' ')).toContain('最近 120 帧迟了 12 帧；这次一共 40 帧')
  })

  it('has a sentence for every step of the ladder', () => {
    for (const { id } of HEADSET_LADDER)
      expect(frameLines({ ...report, step: id }, sayIn(en) as never)[3]).toBe(en[`frames.step.${id}`])
  })

  it('says nothing of a headset’s fineness at a desk', () =>
    expect(
      frameLines({ ...report, device: { ...report.device, kind: 'screen' } }, sayIn(en) as never).join(' '),
    ).not.toMatch(/Fineness/))

  it('says that it counts while it has nothing to say yet', () =>
    expect(frameLines(null, sayIn(en) as never)).toEqual([en['frames.waiting']]))
})
