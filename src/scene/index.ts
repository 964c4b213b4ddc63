export { type Condition, ConditionError, conditionRefs, parseCondition } from './condition.ts'
export type { Cue, Hypothesis } from './cue.ts'
export { type Dialogue, type Disclosure, type Line, type Row } from './dialogue.ts'
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
export { type Outcome } from './outcome.ts'
export { type Dilemma, type Document, type Ending, type Field, type RedLine } from './paperwork.ts'
export { type Figure, type Person } from './person.ts'
export { type Door, type Place, type Room, type Spot, type Thing } from './place.ts'
export type { PublicPerson, PublicScene, PublicThing } from './public.ts'
export { FORMAT, type FullScene, type Phase, ResourceCard, SEAT_ROLES, Scene, type SceneSource, type SeatRole } from './scene.ts'
export { durationMs, LANGUAGES, type Language, type Text } from './text.ts'
export { type Reaction, type Stage, type TimedEvent } from './timed.ts'
