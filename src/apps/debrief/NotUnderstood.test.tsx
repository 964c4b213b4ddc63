import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startLanguages, switchLanguage } from '../../i18n/index.ts'
import type { Debrief } from '../../session/index.ts'
import { NotUnderstood } from './NotUnderstood.tsx'

beforeAll(() => {
  vi.stubGlobal('document', { documentElement: {} })
  vi.stubGlobal('localStorage', { getItem: () => 'zh', setItem: () => undefined })
  vi.stubGlobal('navigator', { languages: ['zh'] })
  startLanguages()
})
afterAll(() => vi.unstubAllGlobals())

type Line = Debrief['notUnderstood'][number]
const own = (number: number, more: Partial<Line> = {}): Line => ({
  number,
  at: 65_000,
  words: { text: '锅要紧，您先去', lang: 'zh' },
  answeredAs: null,
  judged: null,
  ...more,
})
const shown = (lines: Line[], kind: Debrief['kind'] = 'class') =>
  renderToStaticMarkup(<NotUnderstood debrief={{ notUnderstood: lines, kind } as Debrief} />)

describe('[A.6] words not understood', () => {
  it('are shown as they were said, with their time and a way to their place in the conversation', () => {
    switchLanguage('en')
    const html = shown([own(7)])
    expect(html).toContain('锅要紧，您先去')
    expect(html).toContain('1:05')
    expect(html).toContain('href="#line-7"')
    expect(html).toContain('waiting for a person')
    switchLanguage('zh')
    expect(shown([own(7)])).toContain('等老师评')
  })

  it('are shown with what a rater made of them, and what they had been taken for', () => {
    const html = shown([
      own(7, { judged: { as: { zh: '您现在方便吗？', en: 'Is this a good time?' } } }),
      own(9, { answeredAs: { zh: '您说的我保密。', en: 'I keep it to myself.' }, judged: { as: null } }),
    ])
    expect(html).toContain('您现在方便吗？')
    expect(html).toContain('您说的我保密。')
    expect(html).toContain('不算其中任何一句')
    expect(html).not.toContain('等老师评')
  })

  it('keep their place when they have been erased', () => {
    const html = shown([own(7, { words: null })])
    expect(html).toContain('文字已经删除')
    expect(html).toContain('href="#line-7"')
  })

  it('[A.10] say of practice on one’s own that nobody judges it yet, and of a class nothing of the kind', () => {
    expect(shown([own(7)], 'practice')).toContain('没有别人看得到')
    expect(shown([own(7)], 'class')).not.toContain('没有别人看得到')
  })

  it('have a sentence of their own when there are none', () => {
    expect(shown([])).toContain('没有哪一句没被听懂')
    expect(shown([])).not.toContain('<ol')
  })
})
