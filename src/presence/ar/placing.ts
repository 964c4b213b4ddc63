import type { FloorPlan, OnFloor } from './floorPlan.ts'
import type { Marks } from './marks.ts'
import { type Misplaced, planBefore, type Solved, solve, type Touched } from './solve.ts'

/** What is asked for next. The floor only of a device that does not know it; `check` is looking whether it all lies right. */
export type PlacingStep = 'floor' | 'corner' | 'seat' | 'check' | 'done'

/** Why a mark has to be touched again. */
export type PlacingTrouble = Misplaced | 'lost' | 'anchor-gone'

export type Placing = {
  readonly step: PlacingStep
  readonly hasFloor: boolean
  /** The real floor in the device's own measure, in metres. */
  readonly floor: number
  readonly corner: Touched | null
  readonly trouble: PlacingTrouble | null
  /** How far apart two marks were that did not fit, and should be, in metres. */
  readonly metres: number
  readonly planned: number
  readonly plan: FloorPlan | null
  /** By marks there is real furniture; without, all of it is drawn. */
  readonly isByMarks: boolean
  /** Found again from last time. */
  readonly isRestored: boolean
}

export type PlacingDid =
  | { kind: 'touched'; at: Touched }
  | { kind: 'restored'; plan: FloorPlan }
  | { kind: 'anchor-gone' }
  | { kind: 'before'; head: OnFloor & { yaw: number; y: number } }
  | { kind: 'right' }
  | { kind: 'again' }
  /** The device lost its way: what was touched before may not be there any more, unless an anchor holds it. */
  | { kind: 'lost'; isAnchored: boolean }

export const beginPlacing = (hasFloor: boolean): Placing => ({
  step: hasFloor ? 'corner' : 'floor',
  hasFloor,
  floor: 0,
  corner: null,
  trouble: null,
  metres: 0,
  planned: 0,
  plan: null,
  isByMarks: true,
  isRestored: false,
})

/** Where the floor is taken to be under a head nobody measured, in metres below it: between sitting and standing. */
const HEAD_METRES = 1.4

/** Pure. Two marks, then a look, then done; whatever does not fit asks for the marks again and says why. */
export function place(placing: Placing, marks: Marks, did: PlacingDid): Placing {
  const anew = beginPlacing(placing.hasFloor)
  switch (did.kind) {
    case 'again':
      return anew
    case 'lost':
      return placing.plan && did.isAnchored ? placing : { ...anew, trouble: 'lost' }
    case 'anchor-gone':
      return placing.plan ? placing : { ...placing, trouble: 'anchor-gone' }
    case 'restored':
      return { ...anew, step: 'check', plan: did.plan, floor: did.plan.floor, isRestored: true }
    case 'before': {
      const floor = placing.hasFloor ? 0 : placing.step === 'floor' ? did.head.y - HEAD_METRES : placing.floor
      return { ...anew, step: 'check', floor, plan: planBefore(marks, did.head, floor), isByMarks: false }
    }
    case 'right':
      return placing.plan ? { ...placing, step: 'done', trouble: null } : placing
    case 'touched':
      return touched(placing, anew, marks, did.at)
  }
}

function touched(placing: Placing, anew: Placing, marks: Marks, at: Touched): Placing {
  if (placing.step === 'floor') return { ...placing, step: 'corner', floor: at.y, trouble: null }
  if (placing.step === 'corner') return { ...placing, step: 'seat', corner: at, trouble: null }
  if (placing.step !== 'seat' || !placing.corner) return placing
  return settled({ ...anew, floor: placing.floor }, solve(marks, placing.corner, at, placing.floor))
}

function settled(anew: Placing, solved: Solved): Placing {
  if (solved.isPlaced) return { ...anew, step: 'check', plan: solved.plan }
  const { why, metres, planned } = solved
  return { ...anew, step: 'corner', trouble: why, metres, planned }
}
