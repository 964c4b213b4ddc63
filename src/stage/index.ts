export { Ahead } from './Ahead.tsx'
export type { Box, BuiltPlace } from './build.ts'
export type { Cut } from './cut.ts'
export { type Detail, detailHere, isPhoneHere } from './detail.ts'
export { FRAME } from './frame.ts'
export {
  type Anchor,
  LAVISH,
  type Lavishness,
  type LivePerson,
  makeLivePerson,
  makeStageLive,
  type StageLive,
} from './live.ts'
export { distanceTo, type Point, WALK_RADIUS, Ways } from './nav.ts'
export { type Plan, planOf, roomAt, type Solid, WALL_HALF } from './plan.ts'
export { preparePlace, Stage, StageCanvas, type StageProps } from './Stage.tsx'
export { opennessOf, roomsSeen, type StageView } from './sight.ts'
export { MODELS } from './things/catalogue.ts'
