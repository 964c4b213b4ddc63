import {
  type PanelButton,
  type PanelContent,
  type PanelPart,
  type PanelWords,
  type Tone,
  TURN_BACK,
  TURN_ON,
} from './content.ts'
import { emFor, type PanelSize } from './sizes.ts'
import { type Measure, wrap } from './wrap.ts'

/** In millimetres from the panel's upper left corner, down and to the right. */
export type Rect = { x: number; y: number; w: number; h: number }

export type Line = { text: string; x: number; y: number; em: number; isBold: boolean }

/** One thing on a panel, at its place. Only what has an `id` can be pressed. */
export type Block = {
  kind: 'title' | 'heading' | 'text' | 'button' | 'choice' | 'rule' | 'page'
  rect: Rect
  lines: Line[]
  id: string | null
  tone: Tone
  look: 'main' | 'plain' | 'grave' | 'usual'
  tag: Line | null
  isDisabled: boolean
  isChosen: boolean
}

export type Layout = {
  id: string
  width: number
  height: number
  em: number
  blocks: Block[]
  page: number
  pages: number
}

/** In em: the frame, what stands between things, what a button's text keeps from its edge, a line's height. */
export const PAD = 0.9
const GAP = 0.45
const INSET_X = 0.8
const INSET_Y = 0.36
const LEADING = 1.38
const TITLE = 1.2
/** The mark of a choice and what it keeps from its text. */
export const MARK = 1.25
const TAG = 0.86

/** A run of blocks that stays together on a page, laid out from y = 0. */
type Run = { blocks: Block[]; height: number }

/** Puts content on a panel; pure. What is too long goes on further pages, and every line keeps the least angle of sight. */
export function layOut(
  content: PanelContent,
  size: PanelSize,
  scale: number,
  measure: Measure,
  words: PanelWords,
  wantedPage = 0,
): Layout {
  const em = emFor(size, scale)
  const pen = new Pen(em, size.width - 2 * PAD * em, measure)
  const head = content.title ? pen.title(content.title) : null
  const foot = (buttons: readonly PanelButton[]) => (buttons.length > 0 ? pen.row(buttons) : null)
  const runs = content.parts.flatMap((part) => pen.part(part, size.heightMax / 2))
  const isOnePage = heightOf([head, ...runs, foot(content.foot ?? [])], em) <= size.heightMax
  // The widest foot there can be, so that turning pages moves nothing.
  const turning = (page: number, pages: number): PanelButton[] => [
    { id: TURN_BACK, text: words.before, isDisabled: page === 0 },
    { id: TURN_ON, text: words.next, isDisabled: page === pages - 1, tag: words.page(page + 1, pages) },
    ...(content.foot ?? []),
  ]
  const room = size.heightMax - heightOf([head, foot(turning(9, 99))], em) - GAP * em
  const sheets = isOnePage ? [runs] : paged(runs, room, GAP * em)
  const page = Math.min(Math.max(0, wantedPage), sheets.length - 1)
  const low = isOnePage ? foot(content.foot ?? []) : foot(turning(page, sheets.length))
  const shown = [head, ...(sheets[page] ?? []), low].filter((run) => run !== null)
  const blocks: Block[] = []
  let y = PAD * em
  for (const run of shown) {
    for (const block of run.blocks) blocks.push(moved(block, PAD * em, y))
    y += run.height + GAP * em
  }
  const height = y - GAP * em + PAD * em
  const width = isOnePage ? tight(blocks, size.width, em, measure) : size.width
  return { id: content.id, width, height, em, blocks, page, pages: sheets.length }
}

/** No wider than what stands on it: a menu of three words should not cover a face. Texts keep the line breaks of the full width; pages keep the width itself. */
function tight(blocks: Block[], widest: number, em: number, measure: Measure): number {
  const right = Math.max(
    0,
    ...blocks.flatMap((block) =>
      block.id === null && block.tone !== 'note' && block.tone !== 'grave'
        ? block.lines.map((line) => line.x + measure(line.text, line.em, line.isBold))
        : [block.rect.x + block.rect.w],
    ),
  )
  const width = Math.min(widest, right + PAD * em)
  for (const block of blocks) block.rect.w = Math.min(block.rect.w, width - PAD * em - block.rect.x)
  return width
}

const heightOf = (runs: readonly (Run | null)[], em: number): number => {
  const there = runs.filter((run) => run !== null)
  return there.reduce((sum, run) => sum + run.height, 0) + GAP * em * Math.max(0, there.length - 1) + 2 * PAD * em
}

function paged(runs: readonly Run[], room: number, gap: number): Run[][] {
  const sheets: Run[][] = [[]]
  let used = 0
  for (const run of runs) {
    const sheet = sheets[sheets.length - 1] as Run[]
    if (sheet.length > 0 && used + gap + run.height > room) {
      sheets.push([run])
      used = run.height
    } else {
      sheet.push(run)
      used += (sheet.length > 1 ? gap : 0) + run.height
    }
  }
  return sheets
}

const moved = (block: Block, dx: number, dy: number): Block => ({
  ...block,
  rect: { ...block.rect, x: block.rect.x + dx, y: block.rect.y + dy },
  lines: block.lines.map((line) => ({ ...line, x: line.x + dx, y: line.y + dy })),
  tag: block.tag && { ...block.tag, x: block.tag.x + dx, y: block.tag.y + dy },
})

const plain = (kind: Block['kind'], rect: Rect, lines: Line[]): Block => ({
  kind,
  rect,
  lines,
  id: null,
  tone: 'plain',
  look: 'usual',
  tag: null,
  isDisabled: false,
  isChosen: false,
})

/** Turns parts into runs of one width. */
class Pen {
  private readonly em: number
  private readonly width: number
  private readonly measure: Measure

  constructor(em: number, width: number, measure: Measure) {
    this.em = em
    this.width = width
    this.measure = measure
  }

  title(text: string): Run {
    return this.lines('title', text, this.em * TITLE, true)
  }

  part(part: PanelPart, longest: number): Run[] {
    switch (part.kind) {
      case 'heading':
        return [this.lines('heading', part.text, this.em, true)]
      case 'text':
        return this.text(part.text, part.tone ?? 'plain', longest)
      case 'rule':
        return [{ blocks: [plain('rule', { x: 0, y: 0, w: this.width, h: this.em * 0.1 }, [])], height: this.em * 0.1 }]
      case 'button': {
        const block = this.button(part, this.width, 'button')
        return [{ blocks: [{ ...block, rect: { ...block.rect, w: this.width } }], height: block.rect.h }]
      }
      case 'row':
        return [this.row(part.buttons)]
      case 'choices':
        return this.choices(part)
    }
  }

  /** Small buttons, as many to a row as fit. */
  row(buttons: readonly PanelButton[], kind: 'button' | 'choice' = 'button', chosen: string | null = null): Run {
    const blocks: Block[] = []
    const gap = GAP * this.em
    let [x, y, high] = [0, 0, 0]
    for (const one of buttons) {
      const block = this.button(one, this.width, kind)
      if (x > 0 && x + block.rect.w > this.width) {
        x = 0
        y += high + gap
        high = 0
      }
      blocks.push({ ...moved(block, x, y), isChosen: one.id === chosen })
      x += block.rect.w + gap
      high = Math.max(high, block.rect.h)
    }
    return { blocks, height: y + high }
  }

  /** The label stays with its first options; long lists may go on over the page. */
  private choices({ label, options, chosen }: Extract<PanelPart, { kind: 'choices' }>): Run[] {
    const all = this.row(options, 'choice', chosen)
    if (!label) return [all]
    const head = this.lines('heading', label, this.em, false)
    const dy = head.height + GAP * this.em * 0.6
    return [{ blocks: [...head.blocks, ...all.blocks.map((b) => moved(b, 0, dy))], height: dy + all.height }]
  }

  private lines(kind: Block['kind'], text: string, em: number, isBold: boolean): Run {
    const lines = wrap(text, this.width, em, this.measure, isBold)
    const height = lines.length * em * LEADING
    return {
      blocks: [plain(kind, { x: 0, y: 0, w: this.width, h: height }, this.set(lines, 0, 0, em, isBold))],
      height,
    }
  }

  /** A text longer than half a panel is cut between lines, so that it can go over pages. */
  private text(text: string, tone: Tone, longest: number): Run[] {
    const { em } = this
    const isBoxed = tone === 'note' || tone === 'grave'
    const inset = isBoxed ? INSET_X * em : 0
    const lines = wrap(text, this.width - 2 * inset, em, this.measure)
    const most = Math.max(1, Math.floor(longest / (em * LEADING)))
    const runs: Run[] = []
    for (let i = 0; i < lines.length; i += most) {
      const some = lines.slice(i, i + most)
      const pad = isBoxed ? INSET_Y * em : 0
      const height = some.length * em * LEADING + 2 * pad
      const block = plain('text', { x: 0, y: 0, w: this.width, h: height }, this.set(some, inset, pad, em, false))
      runs.push({ blocks: [{ ...block, tone }], height })
    }
    return runs
  }

  private button(one: PanelButton, widest: number, kind: 'button' | 'choice'): Block {
    const { em } = this
    const inset = INSET_X * em
    const mark = kind === 'choice' ? MARK * em : 0
    const isBold = one.look === 'main'
    const tagWidth = one.tag ? this.measure(one.tag, em * TAG, false) + 0.6 * em : 0
    const lines = wrap(one.text, widest - 2 * inset - mark - tagWidth, em, this.measure, isBold)
    const wide = Math.max(...lines.map((line) => this.measure(line, em, isBold)))
    const x = inset + mark + tagWidth
    const y = INSET_Y * em
    const rect = { x: 0, y: 0, w: Math.min(widest, x + wide + inset), h: lines.length * em * LEADING + 2 * y }
    return {
      ...plain(kind, rect, this.set(lines, x, y, em, isBold)),
      id: one.id,
      look: one.look ?? 'usual',
      tag: one.tag ? { text: one.tag, x: inset, y: y + em * LEADING * 0.5, em: em * TAG, isBold: false } : null,
      isDisabled: one.isDisabled ?? false,
    }
  }

  /** Lines at the height of their middles. */
  private set(lines: readonly string[], x: number, y: number, em: number, isBold: boolean): Line[] {
    return lines.map((text, i) => ({ text, x, y: y + (i + 0.5) * em * LEADING, em, isBold }))
  }
}
