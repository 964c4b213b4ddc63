export { type Condition, ConditionError, conditionRefs, parseCondition } from './condition.ts'
export type { Cue, Hypothesis } from './cue.ts'
export type { Dialogue, Disclosure, Line, Row } from './dialogue.ts'
export type { Examples, Lexicon } from './examples.ts'
export {
  BANDS,
  type Band,
  CODES,
  type Code,
  type Counts,
  type Deltas,
  FEELING_MAX,
  FEELINGS,
  type Feeling,
  LIKELIHOODS,
  type Likelihood,
  POINT,
  RUBRIC_ITEMS,
  type RubricItem,
  WORTHS,
  type Worth,
} from './feeling.ts'
export type { Outcome } from './outcome.ts'
export type { Dilemma, Document, Ending, Field, RedLine } from './paperwork.ts'
export type { Figure, Person } from './person.ts'
export type { Door, Mark, Place, Room, Spot, Thing } from './place.ts'
export type { PublicPerson, PublicScene, PublicThing } from './public.ts'
export {
  FORMAT,
  type FullScene,
  type Phase,
  ResourceCard,
  Scene,
  type SceneSource,
  SEAT_ROLES,
  type SeatRole,
} from './scene.ts'
export { durationMs, LANGUAGES, type Language, type Said, type Text } from './text.ts'
export type { Reaction, Stage, TimedEvent } from './timed.ts'
