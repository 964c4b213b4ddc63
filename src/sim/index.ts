export type {
  Code,
  Door,
  Figure,
  Language,
  Likelihood,
  PublicPerson,
  PublicScene,
  PublicThing,
  Room,
  RubricItem,
  SeatRole,
  Spot,
  Text,
} from '../scene/index.ts'
export type {
  Act,
  ActBody,
  Composing,
  DocumentFields,
  HeardAs,
  Means,
  Millis,
  Say,
  SeatId,
  SessionKind,
  StartSession,
} from './act.ts'
export { SYSTEM } from './act.ts'
export { assess } from './assess/index.ts'
export { isPossible, type Reach, reachable } from './assess/opportunities.ts'
export { ratersQueue, type Utterance } from './assess/queue.ts'
export type {
  Assessment,
  Conversation,
  CueFinding,
  Debrief,
  Evidence,
  ItemAssessment,
  Share,
  SourceSums,
  Timeline,
  TimelinePerson,
} from './assessment.ts'
export { bandOf } from './band.ts'
export { allLines, catalogueOf, type PlacedRow } from './catalogue.ts'
export { chance } from './chance.ts'
export { debrief } from './debrief.ts'
export { decide } from './decide.ts'
export { driftTo } from './drift.ts'
export { dueAt } from './due.ts'
export type { Cause, DocumentChecks, Event, EventBody, EventOf, EventType, LineRef } from './event.ts'
export { evolve } from './evolve.ts'
export { fold } from './fold.ts'
export { isPrivate } from './hearing.ts'
export { holds } from './holds.ts'
export { legalPlacedRows, legalRows, offeredRows, openPhases } from './legal.ts'
export { Refused, type RefusedReason } from './refused.ts'
export type {
  Bearing,
  Citable,
  CueNoted,
  DilemmaSeen,
  DocumentSeen,
  FeelingSeen,
  InstructorSight,
  Moment,
  NotebookHypothesis,
  Offer,
  PersonSeen,
  Prompt,
  SeatView,
} from './seat-view.ts'
export { initial, isClockRunning, type State } from './state.ts'
export { timeline } from './timeline.ts'
export { view } from './view.ts'
export { wordingsOf } from './wording.ts'
