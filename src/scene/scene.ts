import { z } from 'zod'
import { When } from './condition.ts'
import { Cue, Hypothesis } from './cue.ts'
import { Dialogue, Line } from './dialogue.ts'
import { Examples, Lexicon } from './examples.ts'
import { RUBRIC_ITEMS } from './feeling.ts'
import { Dilemma, Document, Ending, Excerpt, LevelEntry, Preparation, RedLine } from './paperwork.ts'
import { Person } from './person.ts'
import { Place } from './place.ts'
import { Duration, Id, Text } from './text.ts'
import { TimedEvent } from './timed.ts'

/** The version of the file format. Each version has one upgrade step in `upgrade.ts`. */
export const FORMAT = 1

export const SEAT_ROLES = ['trainee', 'partner', 'role-player', 'observer', 'instructor'] as const
export type SeatRole = (typeof SEAT_ROLES)[number]

export const Phase = z.strictObject({
  id: Id,
  title: Text,
  aim: Text.optional().describe('学员看到的一句目标 / one line of purpose the trainee sees'),
  addressees: z
    .array(z.string())
    .min(1)
    .describe('这一阶段面对的人，第一位为缺省 / who is addressed, the first by default'),
  exits: z
    .array(
      z.strictObject({
        to: Id,
        when: When,
        after: Duration.optional().describe('进入本阶段多久以后才看 / looked at only so long into the phase'),
        invites: z.boolean().default(false).describe('同时请社工进门 / the worker is invited in by it'),
        sets: z.array(Id).default([]),
      }),
    )
    .default([]),
  entersOn: When.optional().describe(
    '不经对话直接进入（例如走到门口） / entered by itself when this comes true, e.g. "at door"',
  ),
  entersFrom: z.array(Id).default([]).describe('只能从这些阶段直接进入 / phases from which it is entered so'),
  opening: z
    .array(z.strictObject({ by: z.string(), line: Line }))
    .default([])
    .describe('进入时说的话 / lines said on entering'),
  stations: z
    .record(z.string(), Id)
    .default({})
    .describe('各人站坐的位置；away 表示不在 / who stands where; "away" is not here'),
  workerAt: Id.optional().describe('若人还在屋外，进入时走到这里 / where the worker goes if still outside'),
})
export type Phase = z.output<typeof Phase>

const targets = z.partialRecord(z.enum(RUBRIC_ITEMS), z.int().min(0))

/** A training case as data. Everything a session needs and nothing a program has to know beforehand. */
export const Scene = z.strictObject({
  format: z.literal(FORMAT),
  id: Id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  title: Text,
  kind: Text,
  author: z.string(),
  licence: z.string(),
  card: z.strictObject({
    setting: Text,
    referral: Text,
    role: Text,
    stages: Text.describe('涉及的个案工作阶段 / stages of casework covered'),
    minutes: z.int().min(1).max(120),
    contentNote: Text.describe(
      '内容提示，自愿参加、可换等效作业 / content note; participation is voluntary, with an equal alternative',
    ),
    fiction: Text.describe('虚构声明 / fiction notice'),
  }),
  objectives: z.array(
    z.strictObject({
      id: Id,
      text: Text,
      epas: z.array(z.string()),
      standard: Text.optional(),
      rubric: z.array(z.enum(RUBRIC_ITEMS)),
    }),
  ),
  seeds: z
    .array(z.strictObject({ id: Id, note: Text }))
    .min(1)
    .describe('第一个是基准 / the first is the base'),
  roles: z.array(z.enum(SEAT_ROLES)).default(['trainee', 'observer', 'instructor', 'role-player']),
  limit: Duration.describe('探访最长时间 / the visit ends at this time'),
  people: z.array(Person).min(1),
  place: Place,
  phases: z.array(Phase).min(1),
  preparation: Preparation,
  cues: z.array(Cue),
  hypotheses: z.array(Hypothesis),
  dialogue: z.array(Dialogue).min(1),
  examples: z
    .array(Examples)
    .default([])
    .describe('各人写的例句，在 examples/<人>/ 里 / phrasings by several hands, in examples/<hand>/'),
  lexicon: Lexicon.default({ zh: [], en: [] }).describe('同义词，一组一行 / synonyms, one group a line'),
  invitation: z
    .array(z.strictObject({ by: z.string(), line: Line }))
    .default([])
    .describe('请社工进门时的话 / what is said on inviting the worker in'),
  notUnderstood: z
    .record(
      z.string(),
      z.strictObject({
        first: z
          .array(Line)
          .min(1)
          .describe('第一次没听懂：中性的动作，不出声 / the first time: a neutral reaction, without words'),
        again: Line.describe('接连第二次：再问一遍 / twice in a row: asks again'),
      }),
    )
    .describe('听不懂时各人的反应 / how each person takes what they did not understand'),
  events: z.array(TimedEvent),
  dilemmas: z.array(Dilemma),
  documents: z.array(Document),
  level: LevelEntry.optional(),
  endings: z.array(Ending).min(1).describe('按顺序，首个成立的 / in order, first that holds'),
  fallbackEnding: z
    .array(z.strictObject({ when: When, ending: Id }))
    .min(1)
    .describe('都不成立时 / when none holds, first of these'),
  redLines: z.array(RedLine),
  redLineEnding: Id.describe('触犯红线的结局 / the ending of any critical failure'),
  entryRedLine: Id.optional().describe('不请自入的红线 / critical failure for entering uninvited'),
  targets: targets.describe('5 级所需分数 / points for level 5'),
  sums: targets.describe('表中能给的总分，供核对 / the stated sums of the tables, checked'),
  reflection: z.array(Text),
  excerpts: z.array(Excerpt).default([]),
  opinionWords: z
    .strictObject({ zh: z.array(z.string()), en: z.array(z.string()) })
    .describe('事实栏里不该有的评价词 / opinion words that do not belong in facts'),
  thirdParties: z.array(z.string()).default([]).describe('外人的名字 / names of third parties'),
})
/** The full scene: valence, gates and hidden truth included. Never sent to a trainee's browser. */
export type FullScene = z.output<typeof Scene>
/** What stands in the files, before parsing. */
export type SceneSource = z.input<typeof Scene>

/** A locale's list of places to turn to; reviewed each term (safety 6). */
export const ResourceCard = z.strictObject({
  locale: z.string(),
  reviewed: z.string(),
  lines: z.array(
    z.strictObject({
      number: z.string(),
      name: Text,
      checked: z.boolean().describe('已核实 / verified; unverified numbers are marked on screen'),
    }),
  ),
})
export type ResourceCard = z.output<typeof ResourceCard>
