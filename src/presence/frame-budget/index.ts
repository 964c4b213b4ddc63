export { FrameKeeper } from './FrameKeeper.tsx'
export { HEADSET_LADDER } from './ladder.ts'
export { type FrameReport, frameReport, onFrameReport } from './report.ts'
