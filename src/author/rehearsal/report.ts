import { z } from 'zod'
import { LIKELIHOODS, RUBRIC_ITEMS } from '../../scene/index.ts'
import type { Assessment, State } from '../../sim/index.ts'
import { EVENT_TYPES } from './claims.ts'
import type { Result } from './run.ts'

/** The version of what `npm run rehearse -- --json` prints. Adding a field is free; anything else raises it. */
export const REPORT_FORMAT = 1

const id = z.string()
const count = z.int().nonnegative()
const millis = z.number().nonnegative().describe('milliseconds of session time')
const item = z.enum(RUBRIC_ITEMS)
const likelihood = z.enum(LIKELIHOODS)
const share = z
  .union([z.object({ value: z.number(), of: z.number() }), z.object({ value: z.null(), of: z.literal(0) })])
  .describe('a share; without anything to divide by there is no figure')

const Event = z
  .looseObject({
    number: z.int().positive().describe('counts from 1 without gaps'),
    at: millis,
    seat: id.describe('whose act it followed; "system" for time itself'),
    type: z.enum(EVENT_TYPES as [string, ...string[]]),
  })
  .describe('what happened; the further fields depend on the type')

const AssessmentShape = z.looseObject({
  seat: id,
  isAutomaticHint: z.literal(true).describe('automatic until a person confirms it'),
  items: z.array(
    z.looseObject({
      item,
      earned: z.number(),
      target: z.number().describe('points for level 5 in this run'),
      waiting: z.number().describe('points a person has yet to judge; outside earned and target'),
      given: z.number(),
      reachable: z.number(),
      level: z.int().min(1).max(5).nullable().describe('null: less than a third of the opportunities came up'),
      isTooLittleSeen: z.boolean(),
      cappedBy: z.array(id),
    }),
  ),
  evidence: z.array(
    z.looseObject({
      number: count.describe('number of the event it comes from'),
      at: millis,
      seat: id,
      item,
      points: z.number(),
      cause: z.looseObject({ kind: z.string(), id }),
      judgedBy: z.enum(['rule', 'waiting', 'person']),
    }),
  ),
  redLines: z.array(z.looseObject({ id, number: count, at: millis, isWarned: z.boolean() })),
  isCapped: z.boolean().describe('any critical failure caps the whole at "not yet competent"'),
  conversation: z.looseObject({
    counts: z.record(z.string(), z.number()),
    reflectionsPerQuestion: share,
    complexOfReflections: share,
    openOfQuestions: share,
  }),
  cues: z.looseObject({
    hits: z.array(z.looseObject({ cue: id })),
    misses: z.array(z.looseObject({ cue: id })),
    notReached: z.array(id),
    falseAlarms: z.array(z.looseObject({ cue: id, hypothesis: id })),
  }),
  hypotheses: z.array(z.looseObject({ id, rated: likelihood.nullable(), truth: likelihood })),
  ending: id.nullable(),
})

const StateShape = z
  .looseObject({
    number: count,
    clock: millis,
    status: z.enum(['unstarted', 'preparing', 'visiting', 'aftermath', 'ended']),
    seed: id,
    roll: z.int(),
    phase: id.nullable(),
    people: z.record(
      id,
      z.looseObject({
        feelings: z.record(z.string(), z.number()).describe('thousandths of a point, 0 to 100000'),
        peaks: z.record(z.string(), z.number()),
        spot: id.nullable(),
      }),
    ),
    said: z.record(id, z.number()),
    heard: z.record(id, z.number()),
    noticed: z.record(id, z.looseObject({ number: count, at: millis })),
    ending: z.looseObject({ id, isCapped: z.boolean() }).nullable(),
  })
  .describe('the state folded from the events, without the scene itself')

const RehearsalShape = z.strictObject({
  file: z.string(),
  ok: z.boolean(),
  failures: z.array(z.strictObject({ line: z.int().positive(), zh: z.string(), en: z.string() })),
  events: z.array(Event),
  state: StateShape,
  assessment: AssessmentShape.nullable().describe('null when the rehearsal could not begin'),
})

export const Report = z
  .strictObject({
    format: z.literal(REPORT_FORMAT),
    scene: id,
    rehearsals: z.array(RehearsalShape),
  })
  .describe(
    'What `npm run rehearse -- SCENE --json` prints: every rehearsal played, with its events, final state and assessment.',
  )
export type Report = z.input<typeof Report>

/** The published schema of the report. */
export const reportSchema = (): object => z.toJSONSchema(Report, { io: 'input', target: 'draft-2020-12' })

/** The results as one JSON document. */
export function reportOf(scene: string, results: readonly Result[]): Report {
  return {
    format: REPORT_FORMAT,
    scene,
    rehearsals: results.map(({ file, ok, failures, events, state, assessment }) => ({
      file,
      ok,
      failures,
      events,
      state: plainState(state),
      assessment: assessment && asRecord(assessment),
    })),
  }
}

/** The types of the core are closed and the report's are open: the same data, seen with room for more. */
const asRecord = (assessment: Assessment): Assessment & Record<string, unknown> => ({ ...assessment })

/** The state as data: without the scene, what views are made from, and the states kept for going back. */
function plainState(state: State) {
  const { scene: _scene, seen: _seen, undo: _undo, warning, ...rest } = state
  return { ...rest, warning: warning && { redLine: warning.redLine, number: warning.number } }
}
