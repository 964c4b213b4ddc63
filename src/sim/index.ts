export type { Act, ActBody, Composing, DocumentFields, Means, Millis, Say, SeatId, SessionKind, StartSession } from './act.ts'
export { SYSTEM } from './act.ts'
export type { Cause, DocumentChecks, Event, EventBody, EventOf, EventType, LineRef } from './event.ts'
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
export type { Code, Language, Likelihood, PublicPerson, PublicScene, PublicThing, RubricItem, SeatRole, Text } from '../scene/index.ts'
export type { Door, Figure, Room, Spot } from '../scene/index.ts'
