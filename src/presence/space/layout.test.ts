import { describe, expect, it } from 'vitest'
import type { PanelContent, PanelWords } from './content.ts'
import { TURN_BACK, TURN_ON } from './content.ts'
import { type Block, type Layout, layOut } from './layout.ts'
import { ARM, BELT, degreesAt, degreesOf, inkOf, LEAST_DEGREES, type PanelSize, SIDE, WALL } from './sizes.ts'
import type { Measure } from './wrap.ts'

/** Chinese as wide as high, the rest a little over half. */
const measure: Measure = (text, em) =>
  [...text].reduce((sum, c) => sum + (/[\u2e80-\uffef]/u.test(c) ? em : em * 0.55), 0)
const words: PanelWords = { before: '◀', next: '▶', page: (page, pages) => `${page}/${pages}` }

const line = (n: number) => ({
  kind: 'button' as const,
  id: `line-${n}`,
  text: '阿姨，今天我来是想看看您最近身体怎么样，有没有什么我们能帮上忙的地方？',
})
const fan: PanelContent = {
  id: 'fan',
  title: '说什么、做什么',
  parts: [1, 2, 3, 4, 5].map(line),
  foot: [
    { id: 'more', text: '更多可说的话' },
    { id: 'close', text: '关闭' },
  ],
}
const form: PanelContent = {
  id: 'form',
  title: 'Home visit record',
  parts: Array.from({ length: 14 }, (_, n) => ({
    kind: 'choices' as const,
    label: `Question ${n + 1}: was it talked about in words of their own?`,
    options: ['yes', 'no', 'unanswered'].map((id) => ({ id: `${n}/${id}`, text: id })),
    chosen: `${n}/yes`,
  })),
  foot: [{ id: 'save', text: 'Save', look: 'main' }],
}

const pagesOf = (content: PanelContent, size: PanelSize, scale: number): Layout[] => {
  const first = layOut(content, size, scale, measure, words)
  return Array.from({ length: first.pages }, (_, page) => layOut(content, size, scale, measure, words, page))
}
const isOver = (a: Block, b: Block) =>
  a.rect.x < b.rect.x + b.rect.w - 0.01 &&
  b.rect.x < a.rect.x + a.rect.w - 0.01 &&
  a.rect.y < b.rect.y + b.rect.h - 0.01 &&
  b.rect.y < a.rect.y + a.rect.h - 0.01

const SCALES = [1, 1.3, 1.6]
const CASES = [fan, form].flatMap((content) =>
  [ARM, SIDE, WALL].flatMap((size) => SCALES.map((scale) => ({ content, size, scale }))),
)

describe('a panel', () => {
  it('shows every Chinese character at 1.2° or more, in its corners too', () => {
    for (const { content, size, scale } of CASES)
      for (const layout of pagesOf(content, size, scale))
        for (const { text, x, y, em } of layout.blocks.flatMap((b) => b.lines)) {
          expect(degreesOf(inkOf(em), size.distance)).toBeGreaterThanOrEqual(LEAST_DEGREES)
          const below = layout.height / 2 - y
          for (const at of [x, x + measure(text, em, false)])
            expect(degreesAt(inkOf(em), at - layout.width / 2, below, size.distance)).toBeGreaterThanOrEqual(
              LEAST_DEGREES - 0.002,
            )
        }
  })

  it('knows the angle: 12.57 mm at 0.6 m and 25.13 mm at 1.2 m are 1.2°', () => {
    expect(degreesOf(12.57, 600)).toBeCloseTo(1.2, 2)
    expect(degreesOf(25.13, 1200)).toBeCloseTo(1.2, 2)
    expect(degreesOf(12, 600)).toBeLessThan(LEAST_DEGREES)
  })

  it('grows its letters by the text size set, and no further than 160 %', () => {
    const em = (scale: number) => layOut(fan, ARM, scale, measure, words).em
    expect(em(1.6) / em(1)).toBeCloseTo(1.6)
    expect(em(9)).toBe(em(1.6))
    expect(em(0.2)).toBe(em(1))
  })

  it('keeps to its width and height, and lays nothing over anything', () => {
    for (const { content, size, scale } of CASES)
      for (const layout of pagesOf(content, size, scale)) {
        expect(layout.height).toBeLessThanOrEqual(size.heightMax + 0.01)
        for (const [i, a] of layout.blocks.entries()) {
          expect(a.rect.x + a.rect.w).toBeLessThanOrEqual(layout.width + 0.01)
          expect(a.rect.y + a.rect.h).toBeLessThanOrEqual(layout.height + 0.01)
          for (const b of layout.blocks.slice(i + 1)) expect(isOver(a, b), `${a.id} ${b.id}`).toBe(false)
          for (const one of a.lines) {
            expect(one.x + measure(one.text, one.em, one.isBold)).toBeLessThanOrEqual(a.rect.x + a.rect.w + 0.01)
            expect(one.y).toBeGreaterThan(a.rect.y)
            expect(one.y).toBeLessThan(a.rect.y + a.rect.h)
          }
        }
      }
  })

  it('has all five lines of a fan on one page at the usual text size', () => {
    const layout = layOut(fan, ARM, 1, measure, words)
    expect(layout.pages).toBe(1)
    expect(layout.blocks.filter((b) => b.id?.startsWith('line-'))).toHaveLength(5)
  })

  it('goes on over pages when it is too long: everything once, the foot on each', () => {
    for (const scale of SCALES) {
      const pages = pagesOf(form, WALL, scale)
      expect(pages.length).toBeGreaterThan(1)
      const ids = pages.flatMap((page) => page.blocks.flatMap((b) => (b.kind === 'choice' ? [b.id] : [])))
      expect(ids).toEqual(form.parts.flatMap((p) => (p.kind === 'choices' ? p.options.map((o) => o.id) : [])))
      for (const page of pages) expect(page.blocks.some((b) => b.id === 'save')).toBe(true)
      const turns = (at: number, id: string) => pages[at]?.blocks.find((b) => b.id === id)?.isDisabled
      expect(turns(0, TURN_BACK)).toBe(true)
      expect(turns(0, TURN_ON)).toBe(false)
      expect(turns(pages.length - 1, TURN_ON)).toBe(true)
    }
  })

  it('goes no further than its last page', () =>
    expect(layOut(form, WALL, 1, measure, words, 99).page).toBe(layOut(form, WALL, 1, measure, words).pages - 1))

  it('cuts a text that is longer than a page', () => {
    const letter: PanelContent = { id: 'letter', parts: [{ kind: 'text', text: '这几天睡不好。'.repeat(120) }] }
    const pages = pagesOf(letter, ARM, 1.6)
    expect(pages.length).toBeGreaterThan(1)
    const all = pages.flatMap((p) =>
      p.blocks.filter((b) => b.kind === 'text').flatMap((b) => b.lines.map((l) => l.text)),
    )
    expect(all.join('')).toBe('这几天睡不好。'.repeat(120))
  })

  it('marks what is chosen, and only that', () => {
    const layout = layOut(form, WALL, 1, measure, words)
    const chosen = layout.blocks.filter((b) => b.isChosen).map((b) => b.id)
    expect(chosen[0]).toBe('0/yes')
    expect(chosen.every((id) => id?.endsWith('/yes'))).toBe(true)
  })

  it('fits the row at the hip into one line in both languages', () => {
    for (const texts of [
      ['说话', '笔记本', '手机', '菜单', '暂停'],
      ['Speak', 'Notebook', 'Phone', 'Menu', 'Pause'],
    ]) {
      const layout = layOut(
        { id: 'belt', parts: [], foot: texts.map((text) => ({ id: text, text })) },
        BELT,
        1,
        measure,
        words,
      )
      expect(new Set(layout.blocks.map((b) => b.rect.y)).size).toBe(1)
    }
  })
})
