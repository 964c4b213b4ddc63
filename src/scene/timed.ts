import { z } from 'zod'
import { When } from './condition.ts'
import { Line } from './dialogue.ts'
import { outcomeShape } from './outcome.ts'
import { Duration, Id, Text } from './text.ts'

/** A named way of meeting an event. With `as` it is the same as saying or doing that row. */
export const Reaction = z.strictObject({
  id: Id,
  text: Text,
  as: Id.optional(),
  says: z.array(z.strictObject({ by: z.string(), line: Line })).default([]),
  isHandling: z.boolean().default(true).describe('是否算处理得当 / whether this deals with it'),
  enters: Id.optional(),
  ...outcomeShape,
})

/** What comes when an event stays unanswered for so long after it fired. */
export const Stage = z.strictObject({
  after: Duration.describe('事件发生后多久 / so long after it fired'),
  caption: Text.optional(),
  says: z.array(z.strictObject({ by: z.string(), line: Line })).default([]),
  isIgnored: z.boolean().default(false).describe('从此算被忽视 / from here it counts as ignored'),
  needsShown: z
    .boolean()
    .default(false)
    .describe('只有提示真的显示过 20 秒才算 / only if its prompts were shown for 20 s (decisions A.7)'),
  showsAgain: z.boolean().default(false).describe('再提示一次 / shows the prompt again (a second check-in)'),
  ...outcomeShape,
})

export const TimedEvent = z.strictObject({
  id: Id,
  title: Text,
  at: Duration,
  when: When.optional().describe('并且要成立 / and only when this holds (it waits)'),
  latest: Duration.optional().describe('最迟到此时，不再等 / at the latest, without waiting for "when"'),
  unless: When.optional().describe('若成立则不再发生 / never comes if this holds at its time'),
  seeds: z.array(Id).optional(),
  window: Duration.prefault('1:30').describe('多久没人理就算忽视 / how long until it counts as ignored'),
  caption: Text.optional(),
  sound: Id.optional(),
  says: z.array(z.strictObject({ by: z.string(), line: Line })).default([]),
  prompt: z
    .enum(['scene', 'phone'])
    .default('scene')
    .describe('在场景里，还是手机上 / in the room, or on the worker’s phone'),
  staysLive: z.boolean().default(false).describe('处理之前一直在 / stays live until dealt with, even after the window'),
  hazard: Id.optional().describe('离开时仍在则触犯的红线 / critical failure if it is live when the worker leaves'),
  enters: Id.optional().describe('直接进入的阶段 / the phase it enters at once'),
  floodsTurns: z.record(z.string(), z.int()).optional().describe('谁在几轮里被淹没 / who is flooded for so many turns'),
  reactions: z.array(Reaction).min(1),
  stages: z.array(Stage).default([]).describe('没人理会时的后续；缺省在 window 到时算忽视 / what follows unanswered'),
  ignored: z
    .strictObject({
      caption: Text.optional(),
      says: z.array(z.strictObject({ by: z.string(), line: Line })).default([]),
      ...outcomeShape,
    })
    .optional()
    .describe('window 到时仍没人理 / at the end of the window'),
  ...outcomeShape,
})
export type TimedEvent = z.output<typeof TimedEvent>
export type Reaction = z.output<typeof Reaction>
export type Stage = z.output<typeof Stage>
