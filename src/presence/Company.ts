import type { StageView } from '../stage/index.ts'
import type { Aiming } from './Aiming.ts'
import { metresTo, type Target } from './aim.ts'
import { clampPitch, type Walker, wrap } from './walker.ts'

/** Whoever attends to us within this is looked in the face on arriving, in metres. */
const COMPANY_METRES = 2.6
/** A face is so far below the top of the head, in metres. */
const FACE_BELOW_TOP = 0.15
/** The view follows a face only when it has gone further than this from the middle, in radians. */
const FACING_SLACK = 0.05

/** Whose face is kept in view on a screen, as eyes do by themselves, until hands turn the view. */
export class Company {
  private readonly aiming: Aiming
  private readonly walker: Walker
  private facing: Target | null = null

  constructor(aiming: Aiming, walker: Walker) {
    this.aiming = aiming
    this.walker = walker
  }

  get isFacing(): boolean {
    return this.facing !== null
  }

  face(target: Target | null): void {
    this.facing = target?.kind === 'person' ? target : null
  }

  /** What can be meant has been gathered anew. */
  gathered(): void {
    if (this.facing) this.facing = this.aiming.find(this.facing.id)
  }

  /** Looks the nearest person who attends to us in the face, if one is near: on arriving, and when speaking. */
  meetEyes(view: StageView): void {
    const me = this.walker
    const near = this.aiming.targets
      .filter((one) => one.kind === 'person' && attendsToUs(view, one.id))
      .map((target) => ({ target, metres: metresTo(target.box, me.x, me.z) }))
      .sort((a, b) => a.metres - b.metres)[0]
    if (near && near.metres <= COMPANY_METRES) this.facing = near.target
  }

  /** One frame: keeps the face in view while they move. Mutates, allocates once. */
  step(): void {
    if (!this.facing) return
    const me = this.walker
    const { min, max } = this.facing.box
    const dx = (min[0] + max[0]) / 2 - me.x
    const dz = (min[2] + max[2]) / 2 - me.z
    const yaw = Math.atan2(-dx, -dz)
    const pitch = clampPitch(Math.atan2(max[1] - FACE_BELOW_TOP - me.eye, Math.hypot(dx, dz)))
    if (me.goal) {
      me.goal.yaw = yaw
      me.goal.pitch = pitch
    } else if (Math.abs(wrap(yaw - me.yaw)) + Math.abs(pitch - me.pitch) > FACING_SLACK) me.goal = { yaw, pitch }
  }
}

function attendsToUs(view: StageView, id: string): boolean {
  const person = view.people.find((one) => one.id === id)
  return person?.attendsTo != null && !view.people.some((one) => one.id === person.attendsTo)
}
