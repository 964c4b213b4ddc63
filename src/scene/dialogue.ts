import { z } from 'zod'
import { When } from './condition.ts'
import { BANDS, CODES, WORTHS } from './feeling.ts'
import { outcomeShape } from './outcome.ts'
import { Id, Text } from './text.ts'

/** The three families of helping skills taught in Chinese social-work courses; the debrief groups by them. */
export const SKILL = z.string().regex(/^(zc|yl|yx)\.[a-z]{1,12}$/, 'zc.…, yl.… or yx.…')

const also = z.array(Text).min(1).optional().describe('同一句话的其他说法 / other ways of saying the same')

/** One thing a person says or does in answer. `text` is spoken; brackets in it are action. */
export const Line = z.strictObject({
  id: Id.optional().describe('要被引用时才需要 / needed only when something refers to it'),
  text: Text,
  also,
  silent: z.boolean().default(false).describe('只有动作 / an action without words'),
  emotional: z.boolean().default(false).describe('之后的沉默会被评 / the silence after it is judged'),
  when: When.optional(),
  sets: z.array(Id).optional(),
  feel: outcomeShape.feel,
  locksTurns: z
    .int()
    .min(1)
    .max(20)
    .optional()
    .describe('话题锁住几轮 / this phase’s disclosures are locked for so many turns'),
})
export type Line = z.output<typeof Line>

/** What a body can do by itself that stands for a row: in a headset the knuckles on the door are the knock. */
export const GESTURES = ['knock', 'take', 'show', 'step-back', 'hand-on-phone', 'point', 'sit'] as const

/** Something worth saying (or doing) in a phase. */
export const Row = z.strictObject({
  id: Id,
  kind: z.enum(['say', 'do']).default('say'),
  worth: z.enum(WORTHS),
  to: z.string().optional().describe('对谁，缺省为本阶段的对象 / addressee, by default the phase’s first'),
  text: Text,
  variants: z
    .array(z.strictObject({ when: When, text: Text }))
    .default([])
    .describe('换一种说法，首个成立的 / other wordings, first that holds'),
  short: Text.optional().describe('较短的说法 / a second, shorter offered wording'),
  examples: z
    .strictObject({ zh: z.array(z.string()).default([]), en: z.array(z.string()).default([]) })
    .optional()
    .describe('学员可能的说法 / what a trainee may really say'),
  codes: z.array(z.enum(CODES)).default([]),
  skills: z.array(SKILL).default([]),
  offered: When.optional().describe('何时才可说 / offered only if'),
  source: When.optional().describe('所依据的话、线索或档案 / what it reflects: heard, noticed or file'),
  during: Id.optional().describe(
    '事件进行时，各阶段都可说 / offered in every phase while this event is live, and only then',
  ),
  after: Id.optional().describe(
    '事件发生后可说 / offered in its phase once this event came, and everywhere while it is live',
  ),
  gesture: z
    .enum(GESTURES)
    .optional()
    .describe(
      '戴头显时用身体做出来的动作（如敲门、双手接）；菜单里照样可选 / done with the body in a headset (knuckles on the door, both hands out); it can always be chosen from the menu as well',
    ),
  asks: Id.optional().describe('同时是在征求同意 / is itself asking permission for this cue'),
  structured: z
    .boolean()
    .default(false)
    .describe('结构化风险提问 / a structured risk question: outside diminishing returns and stacking'),
  aftermath: z.boolean().default(false).describe('离开之后做 / done after leaving'),
  first: z
    .boolean()
    .default(false)
    .describe(
      '一进入这一阶段就该说的：开头几句里总有它 / belongs at the beginning of its phase: among the lines offered there',
    ),
  repairs: z
    .boolean()
    .default(false)
    .describe('道歉与修复 / apology: gives back half of what the last harmful row took'),
  opens: z
    .strictObject({ to: Id, flag: Id.optional() })
    .optional()
    .describe('直接开启的阶段 / a phase it opens at once'),
  replies: z.array(Line).default([]).describe('专门的回答，首个成立的 / special replies, first whose "when" holds'),
  ...outcomeShape,
})
export type Row = z.output<typeof Row>

/** Something a person only tells when ready. */
export const Disclosure = z.strictObject({
  id: Id,
  by: z.string(),
  on: z.array(Id).min(1).describe('哪些话引出它 / rows that bring it out'),
  when: When.describe('要到什么程度 / the gate'),
  texts: z
    .array(z.strictObject({ when: When.optional(), text: Text, also }))
    .min(1)
    .describe('首个成立的 / first that holds'),
  emotional: z.boolean().default(true),
  sets: z.array(Id).optional(),
})
export type Disclosure = z.output<typeof Disclosure>

/** One file of dialogue: a phase's rows, what each person answers by band, and what they disclose. */
export const Dialogue = z.strictObject({
  phase: Id.describe('阶段，或 "any" / phase, or "any" for global rows'),
  rows: z.array(Row).min(1),
  replies: z.record(z.string(), z.partialRecord(z.enum(BANDS), z.array(Line).min(1))).default({}),
  silent: z
    .record(z.string(), z.array(Line).min(1))
    .default({})
    .describe('只有动作的回应 / non-verbal replies when every line was just said'),
  disclosures: z.array(Disclosure).default([]),
})
export type Dialogue = z.output<typeof Dialogue>
