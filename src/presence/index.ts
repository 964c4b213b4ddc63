export type { Aim } from './Aiming.ts'
export { APPROACH_METRES, actFor, type Gesture, LOOK_MS, type Reach } from './act.ts'
export type { AimKind } from './aim.ts'
export { canEnterAr } from './ar/canEnterAr.ts'
export { DesktopPresence, type DesktopPresenceProps, type PresenceHandle } from './DesktopPresence.tsx'
export { FrameKeeper, type FrameReport, frameReport, HEADSET_LADDER, onFrameReport } from './frame-budget/index.ts'
export type { PanelField } from './space/PanelField.ts'
export { askForTilt, mayHaveTilt, type TiltAnswer } from './touch/askForTilt.ts'
export { TAP_MS } from './touch/fingers.ts'
export { type Covered, NOTHING_COVERED } from './touch/lens.ts'
export { Visitor } from './Visitor.ts'
export { EYE } from './walker.ts'
export {
  type Asked,
  type BodyComfort,
  CAREFUL,
  canEnter,
  makePointers,
  prepareXr,
  type RealGround,
  type SpacePointer,
  type SpacePointers,
  type Trouble,
  type XrCall,
  type XrDoor,
  XrPresence,
} from './xr/index.ts'
