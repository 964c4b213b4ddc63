import type { Feeling, Likelihood, RubricItem } from '../../scene/index.ts'
import type { DocumentFields, EventType } from '../../sim/index.ts'

/** What is wrong with a rehearsal's text, or what did not come of it; in both languages. */
export type Failure = { line: number; zh: string; en: string }
export type Problem = Failure & { file: string }

/** What needs nothing said beside it. */
export type PlainVerb = 'sit' | 'stand' | 'wait' | 'leave' | 'finish' | 'pause' | 'resume' | 'take back'

/** What a line of a rehearsal does, before anything of the scene is known. */
export type Order =
  | { verb: 'say' | 'speak' | 'do'; row: string }
  | { verb: 'say' | 'speak' | 'do'; words: string; isConfirmed: boolean }
  | { verb: 'look' | 'approach' | 'hear' | 'ask' | 'open'; id: string }
  | { verb: 'go'; to: string }
  | { verb: PlainVerb }
  | { verb: 'answer'; event: string; reaction: string }
  | { verb: 'privacy'; privacy: 'on' | 'off' | 'computed' }
  | {
      verb: 'rate'
      hypothesis: string
      level: Likelihood
      for: string[]
      against: string[]
      alternative: string | null
    }
  | { verb: 'write'; document: string; fields: DocumentFields }
  | { verb: 'reason'; dilemma: string; option: string; words: string }
  | { verb: 'message'; to: string; words: string }
  | { verb: 'level'; level: string; words: string }
  | { verb: 'go on'; isAccepted: boolean }
  | { verb: 'direct'; person: string; order: string }
  | { verb: 'help'; with: string }
  | { verb: 'recode'; saidAt: number; row: string | null }

/** One timed line. `at` is milliseconds since the arrival as a watch would show them: the visit's clock stands still while paused. */
export type Step = { line: number; at: number; by: string | null; mustBeRefused: boolean; order: Order }

export type Op = '>=' | '<=' | '=' | '>' | '<'

export type Claim =
  | { kind: 'ending'; id: string }
  | { kind: 'failure'; id: string }
  | { kind: 'no failure' }
  | { kind: 'disclosed' | 'noticed' | 'offered'; id: string; isNot: boolean }
  | { kind: 'level'; item: RubricItem; op: Op; value: number }
  | { kind: 'feeling'; person: string; feeling: Feeling; from: number; to: number }
  | { kind: 'phase'; id: string }
  | { kind: 'heard'; words: string; isNot: boolean }
  | { kind: 'event'; name: EventType; ids: string[]; isNot: boolean }

/** What must come of it: at a time where one is given, else at the end. */
export type Expectation = { line: number; text: string; at: number | null; claim: Claim }

export type Rehearsal = {
  file: string
  /** The first comment: what this rehearsal shows. */
  shows: string
  seed: string | null
  roll: number | null
  startFrom: string | null
  isPair: boolean
  isFirstRun: boolean
  prepare: string[]
  /** Phone events whose prompts never came into view (decisions A.7). */
  unseen: string[]
  steps: Step[]
  expectations: Expectation[]
  problems: Problem[]
}
