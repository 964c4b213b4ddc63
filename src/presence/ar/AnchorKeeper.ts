import { anchorOf, planOfAnchor, poseOf, readKept, remember, restoreAnchor, setAnchor, writeKept } from './anchors.ts'
import type { FloorPlan } from './floorPlan.ts'
import type { Marks } from './marks.ts'

/** A device looks for the room of last time so long, in seconds, before the marks are asked for instead. */
const SEARCH_SECONDS = 6
/** The place follows its anchor when that has moved more than this, in metres and radians: less is trembling. */
const FOLLOW_METRES = 0.004
const FOLLOW_RADIANS = 0.003

/** What an anchor had to say in this frame. */
export type AnchorSays = { kind: 'restored'; plan: FloorPlan } | { kind: 'gone' } | { kind: 'moved'; plan: FloorPlan }

/** Holds a place to a real room: finds the anchor of last time, sets one for the marks touched now, and follows it as the device learns the room. */
export class AnchorKeeper {
  private readonly session: XRSession
  private readonly marks: Marks
  private anchor: XRAnchor | null = null
  private isSearching = false
  private isSetting = false
  private seconds = 0
  private says: AnchorSays | null = null

  constructor(session: XRSession, marks: Marks) {
    this.session = session
    this.marks = marks
  }

  /** An anchor holds the place. */
  get isHolding(): boolean {
    return this.anchor !== null && !this.isSearching
  }

  /** Looks for last time's anchor. */
  search(): void {
    void restoreAnchor(this.session, this.marks.plan).then((found) => {
      if (found === 'none') return
      if (found === 'gone') this.giveUp()
      else {
        this.anchor = found
        this.isSearching = true
      }
    })
  }

  /** The marks are touched again, or nothing real is to be held to. */
  letGo(): void {
    this.anchor?.delete()
    this.anchor = null
    this.isSearching = false
  }

  /** From within a frame: the plan of the marks touched now is held from here on, and kept for next time where the device can. */
  hold(frame: XRFrame, space: XRReferenceSpace, plan: FloorPlan): void {
    if (this.anchor || this.isSetting) return
    this.isSetting = true
    void setAnchor(frame, space, anchorOf(plan, this.marks)).then(async (anchor) => {
      this.isSetting = false
      this.anchor = anchor
      if (anchor) await remember(this.session, anchor, plan.plan)
    })
  }

  /** One frame, with the plan as it lies now. */
  step(frame: XRFrame, space: XRReferenceSpace, plan: FloorPlan | null, seconds: number): AnchorSays | null {
    const { says } = this
    this.says = null
    if (says || !this.anchor) return says
    const pose = frame.getPose(this.anchor.anchorSpace, space)
    if (this.isSearching) {
      this.seconds += Math.min(seconds, 0.1)
      if (pose) {
        this.isSearching = false
        return { kind: 'restored', plan: planOfAnchor(poseOf(pose), this.marks, 0) }
      }
      if (this.seconds < SEARCH_SECONDS) return null
      this.letGo()
      this.giveUp()
      return null
    }
    if (!pose || !plan) return null
    const now = planOfAnchor(poseOf(pose), this.marks, plan.floor)
    const isStill =
      Math.hypot(now.x - plan.x, now.z - plan.z) < FOLLOW_METRES &&
      Math.abs(turned(now.yaw - plan.yaw)) < FOLLOW_RADIANS
    return isStill ? null : { kind: 'moved', plan: { ...now, table: plan.table } }
  }

  private giveUp(): void {
    if (readKept()?.plan === this.marks.plan) writeKept(null)
    this.says = { kind: 'gone' }
  }
}

const turned = (yaw: number): number => yaw - Math.PI * 2 * Math.round(yaw / (Math.PI * 2))
