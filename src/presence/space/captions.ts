import type { Head, Hung } from './place.ts'
import { emFor, type PanelSize } from './sizes.ts'
import { type Measure, wrap } from './wrap.ts'

/** Something somebody says now. Times in milliseconds of the same clock. */
export type SpaceCaption = {
  key: string
  /** The speaker, as the stage knows them; null for what nobody says: a sound, something noticed. */
  by: string | null
  who: string | null
  text: string
  from: number
  until: number
}

/** At most so many lines at once: more is reading, not listening. */
export const CAPTION_LINES = 3
/** Laid out as if a metre away and grown with the distance, so that the angle stays. */
export const CAPTION: PanelSize = { distance: 1000, width: 520, heightMax: 260 }

export const captionEm = (scale: number): number => emFor(CAPTION, scale)

/** The lines that stand now: a long speech goes on three lines at a time, in step with its speaking, and its last ones stay. */
export function captionLines(caption: SpaceCaption, now: number, scale: number, measure: Measure): string[] {
  const em = captionEm(scale)
  const lines = wrap(caption.text, CAPTION.width - 2 * em, em, measure)
  const pages = Math.ceil(lines.length / CAPTION_LINES)
  const share = Math.min(1, Math.max(0, (now - caption.from) / Math.max(1, caption.until - caption.from)))
  const page = Math.min(pages - 1, Math.floor(share * pages))
  return lines.slice(page * CAPTION_LINES, (page + 1) * CAPTION_LINES)
}

/** The last thing each speaker said, the newest last, for no more speakers than one can follow. */
export function latestBySpeaker(captions: readonly SpaceCaption[]): SpaceCaption[] {
  const last = new Map<string | null, SpaceCaption>()
  for (const caption of captions) {
    last.delete(caption.by)
    last.set(caption.by, caption)
  }
  return [...last.values()].slice(-2)
}

/** Which way the speaker is when not in sight. */
export type Aside = 'here' | 'left' | 'right'

/** Who is further to the side than this is out of sight, in radians (30°: a headset shows about 50° to a side, and its edge is soft), and comes back into sight a little nearer. */
const OUT = 0.52
const BACK = 0.44
/** An arrow at the edge of sight stands so far to the side and below, in radians, and so far off, in metres. */
const EDGE = 0.36
const EDGE_BELOW = 0.12
export const EDGE_METRES = 1
/** Above the middle of a head, in metres: clear of the hair. */
const OVER_HEAD = 0.2
/** No nearer than this, so that eyes need not cross, in metres. */
const NEAREST = 0.6

const TURN = Math.PI * 2

export function asideOf(head: Head, at: { x: number; z: number }, was: Aside): Aside {
  const yaw = Math.atan2(head.x - at.x, head.z - at.z)
  const turned = yaw - head.yaw - TURN * Math.round((yaw - head.yaw) / TURN)
  if (Math.abs(turned) < (was === 'here' ? OUT : BACK)) return 'here'
  return turned > 0 ? 'left' : 'right'
}

/** Over the speaker's head, turned to the reader; returns its size in parts of what it is at a metre. Mutates `hung`. */
export function overHead(hung: Hung, head: Head, at: { x: number; y: number; z: number }, half: number): number {
  const far = Math.max(NEAREST, Math.hypot(at.x - head.x, at.z - head.z))
  hung.yaw = Math.atan2(head.x - at.x, head.z - at.z)
  hung.x = head.x - Math.sin(hung.yaw) * far
  hung.z = head.z - Math.cos(hung.yaw) * far
  hung.y = at.y + OVER_HEAD + half * far
  hung.tilt = Math.atan2(hung.y - head.y, far)
  return Math.hypot(far, hung.y - head.y)
}

/** At the edge of sight, on the side the speaker is on; or low in the middle, for what nobody says. Mutates `hung`. */
export function atEdge(hung: Hung, head: Head, aside: Aside): number {
  const turn = aside === 'left' ? EDGE : aside === 'right' ? -EDGE : 0
  const below = aside === 'here' ? EDGE_BELOW * 2.4 : EDGE_BELOW
  hung.yaw = head.yaw + turn
  const level = EDGE_METRES * Math.cos(below)
  hung.x = head.x - Math.sin(hung.yaw) * level
  hung.z = head.z - Math.cos(hung.yaw) * level
  hung.y = head.y - EDGE_METRES * Math.sin(below)
  hung.tilt = -below
  return EDGE_METRES
}
