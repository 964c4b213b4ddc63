import { z } from 'zod'
import { When } from './condition.ts'
import { RUBRIC_ITEMS, WORTHS } from './feeling.ts'
import { outcomeShape } from './outcome.ts'
import { Id, Text } from './text.ts'

/** What the worker may do before the door. */
export const Preparation = z.strictObject({
  limit: z.int().min(1).max(20),
  options: z.array(
    z.strictObject({
      id: Id,
      worth: z.enum(WORTHS),
      text: Text,
      reveals: Text.optional().describe('因此事先知道的 / what is learned by it'),
      ...outcomeShape,
    }),
  ),
})

export const DilemmaOption = z.strictObject({ id: Id, text: Text, note: Text.optional(), ...outcomeShape })

/** Points are for the written reasoning and wait for a person (decisions A.8, D.6). */
export const Dilemma = z.strictObject({
  id: Id,
  text: Text,
  when: When.describe('何时提示 / when the pad brings it up'),
  options: z.array(DilemmaOption).min(2),
  note: Text.optional(),
  beyondSums: z.boolean().default(false).describe('不计入核对总数 / its points are on top of the stated sums'),
})
export type Dilemma = z.output<typeof Dilemma>

/** What a rule can check in a field; quality is for people. */
export const CHECKS = ['no-opinion-words', 'no-third-party-names', 'has-date', 'is-time', 'is-filled'] as const

export const Field = z.strictObject({
  id: Id,
  label: Text,
  hint: Text.optional(),
  kind: z.enum(['text', 'long-text', 'time', 'choice', 'yes-no', 'rows', 'items']).default('long-text'),
  options: z.array(z.strictObject({ id: Id, text: Text })).default([]),
  columns: z
    .array(z.strictObject({ id: Id, label: Text }))
    .default([])
    .describe('rows 的列 / columns of rows'),
  rowsMax: z.int().min(1).max(20).default(10),
  required: z.boolean().default(true),
  checks: z.array(z.enum(CHECKS)).default([]),
  mustBe: Id.optional().describe('必须选这个 / must have this value to be correct, e.g. consent yes'),
})
export type Field = z.output<typeof Field>

export const Document = z.strictObject({
  id: Id,
  title: Text,
  purpose: Text.optional(),
  due: z.enum(['before', 'during', 'after']).default('after'),
  fields: z.array(Field).min(1),
  item: z.enum(['R11']).default('R11'),
  points: z.int().min(1).max(10).default(3),
  penaltyPerBreach: z.int().min(0).max(5).default(2),
  isShared: z.boolean().default(false).describe('与服务对象同看同写的卡 / a card written together with the client'),
})
export type Document = z.output<typeof Document>

/** A level the learner must enter (risk), checked against what was elicited. */
export const LevelEntry = z.strictObject({
  title: Text,
  options: z
    .array(
      z.strictObject({
        id: Id,
        text: Text,
        treatedAs: Id.optional().describe('按哪一级对待 / weighed as this level, e.g. undetermined as moderate'),
      }),
    )
    .min(2)
    .describe('由低到高 / from low to high'),
  right: z
    .array(z.strictObject({ when: When, level: Id }))
    .min(1)
    .describe('首个成立的就是应填的 / first that holds is the right one'),
  underRated: Id.optional().describe('低估触犯的红线 / critical failure for under-rating'),
  counts: outcomeShape.counts,
})

export const Ending = z.strictObject({
  id: Id,
  title: Text,
  when: When.describe('条件 / condition'),
  at: z
    .enum(['once', 'end'])
    .default('end')
    .describe('一成立就结束，或到最后才看 / ends the session at once, or is judged at the end'),
  inPhases: z.array(Id).optional(),
  times: z.int().min(1).max(5).default(1).describe('成立过几次才算 / must have come true so many times'),
  farewell: z.strictObject({ by: z.string(), text: Text }).optional(),
  card: Text.describe('结束卡 / closing card'),
  isGood: z.boolean().default(false),
})
export type Ending = z.output<typeof Ending>

export const RedLine = z.strictObject({
  id: Id,
  text: Text,
  why: Text.describe('为什么是红线 / why, for the offer to go on and the debrief'),
  caps: z.array(z.string()).min(1).describe('封顶的评分项 / rubric items capped at level 2'),
})
export type RedLine = z.output<typeof RedLine>

export const Excerpt = z.strictObject({
  id: Id,
  title: Text,
  phase: Id,
  minutes: z.number().min(3).max(30),
  time: z.string(),
  stations: z
    .record(z.string(), Id)
    .default({})
    .describe(
      '与本阶段不同的位置，例如已经到家的女儿 / who stands elsewhere than the phase says, e.g. the daughter who has come',
    ),
  feelings: z.record(z.string(), z.number()).default({}),
  noticed: z.array(Id).default([]),
  heard: z.array(Id).default([]),
  said: z.array(Id).default([]),
  prepared: z.array(Id).default([]),
  permitted: z.array(Id).default([]),
  flags: z.array(Id).default([]),
  events: z
    .record(Id, z.string())
    .default({})
    .describe('已发生的事件及其结果 / events already over, with how they ended'),
  targets: z.partialRecord(z.enum(RUBRIC_ITEMS), z.int()).default({}),
})
