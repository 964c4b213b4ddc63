import { z } from 'zod'
import { When } from './condition.ts'
import { Deltas, LIKELIHOODS } from './feeling.ts'
import { Id, Said, Text } from './text.ts'

/** How a cue can come to be noticed. Looking takes 1.2 s (model 5.4); distances are in metres. */
export const NOTICED_BY = ['look', 'approach', 'hear', 'ask', 'event', 'arrival'] as const

export const Cue = z.strictObject({
  id: Id,
  things: z.array(Id).default([]).describe('看见它的物件 / the things through which it is seen'),
  room: Id,
  how: z.array(z.enum(NOTICED_BY)).min(1),
  withinMetres: z.number().min(0.3).max(20).optional().describe('多近才看得清 / how near one must be'),
  permission: z.enum(['none', 'ask']).default('none'),
  owner: z.string().optional().describe('问谁 / whose permission it is'),
  asksAt: z
    .number()
    .min(0)
    .max(100)
    .default(35)
    .transform((n) => n * 1000)
    .describe('信任到多少才答应 / trust at which asking succeeds'),
  refusal: Said.optional(),
  consent: Said.optional(),
  when: When.optional().describe('何时存在 / exists only if'),
  name: Text.describe('笔记本里的称呼 / its name in the notebook'),
  seen: z
    .array(z.strictObject({ when: When.optional(), text: Text }))
    .min(1)
    .describe('看到、听到什么：首个成立的 / what is perceived, first that holds'),
  meaning: Text.describe('单独看的含义（教师与复盘用） / base meaning, for debrief'),
  context: z
    .array(z.strictObject({ when: When.optional(), text: Text }))
    .default([])
    .describe('与别的线索合看 / meaning with others'),
  strength: z.boolean().default(false).describe('优势线索 / a strength or protective cue'),
  uninvited: Deltas.optional().describe('未经同意时的代价，缺省 T−8 P+8 / the price of opening it uninvited'),
})
export type Cue = z.output<typeof Cue>

/** A piece of evidence a hypothesis may cite: a cue, a disclosure, an authored line or a timed event, by id. */
export const Hypothesis = z.strictObject({
  id: Id,
  statement: Text,
  item: z.enum(['R5', 'R6']).optional().describe('计入哪项 / rubric item it counts for; absent: not scored'),
  supports: z.array(Id).min(1),
  against: z.array(Id).default([]),
  alternatives: Text.optional().describe('其他解释（复盘用） / other explanations, for debrief'),
  truth: z.record(z.string(), z.enum(LIKELIHOODS)).describe('各种子的真相 / truth per seed'),
})
export type Hypothesis = z.output<typeof Hypothesis>
