import { z } from 'zod'
import { When } from './condition.ts'
import { Counts, Deltas } from './feeling.ts'
import { Id } from './text.ts'

/** A mark the session keeps, plain or only if a condition holds at that moment. */
const FlagSet = z.union([
  Id.transform((flag) => ({ flag, when: undefined })),
  z.strictObject({ flag: Id, when: When.optional() }),
])

/**
 * What follows from a row, a reaction, a stage of an event, an order or an option: one vocabulary for all of them,
 * so that a second scene needs new words in its files and none in the code.
 */
export const outcomeShape = {
  feel: Deltas.optional(),
  counts: Counts.optional(),
  sets: z.array(FlagSet).optional().describe('设置的标记 / flags set, e.g. door-mode, imminent'),
  clears: z.array(Id).optional().describe('清除的标记 / flags cleared'),
  redLine: Id.optional().describe('触发的红线 / critical failure'),
  handles: z
    .array(Id)
    .optional()
    .describe('处理了哪些定时事件 / timed events this deals with, as "E2" or "E2.turn-off"'),
  doors: z
    .record(Id, z.enum(['open', 'closed']))
    .optional()
    .describe('门开或带上 / doors opened or pulled to'),
  moves: z
    .record(z.string(), Id)
    .optional()
    .describe(
      '谁走到哪个位置，worker 是行动的社工，到座位就坐下 / who goes to which spot; "worker" is whoever acted, and sits down where it is a seat',
    ),
  notices: z.array(Id).optional().describe('因此注意到的线索 / cues noticed by this'),
  permits: z.array(Id).optional().describe('因此获准查看的线索 / cues permitted by this'),
} as const

export const Outcome = z.strictObject(outcomeShape)
export type Outcome = z.output<typeof Outcome>
