export {
  type ActAnswer,
  ActFrame,
  asActBody,
  type ClientToServer,
  FRAME_MAX_BYTES,
  Hello,
  Join,
  type JoinAnswer,
  Newcomer,
  NewSession,
  PROTOCOL,
  type Problem,
  REFUSALS,
  type Refusal,
  type ServerToClient,
  type SessionSummary,
  TraineeAct,
  type ViewFrame,
  type Welcome,
  WORDS_MAX,
} from './wire.ts'
export type { ActBody, Moment, PersonSeen, PublicPerson, PublicScene, PublicThing, SeatView, Text } from '../sim/index.ts'
export type { Door, Figure, Room, Spot } from '../sim/index.ts'
