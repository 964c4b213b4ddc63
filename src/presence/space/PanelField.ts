import { Matrix4, type Object3D } from 'three'
import type { SpacePointer, SpacePointers } from '../xr/pointers.ts'
import { blockAt, makeMeeting, meet } from './hit.ts'
import type { Layout } from './layout.ts'
import type { Touched } from './paint.ts'
import { type Hung, makeHung, type Station } from './place.ts'
import { makePress, type Press, type PressInput, progressOf, stepPress } from './press.ts'

/** A panel that hangs in the room now, as pointers meet it. */
export type LivePanel = {
  readonly id: string
  readonly object: Object3D
  layout: Layout
  /** Told the id of the button that was pressed. */
  onPress: (id: string) => void
  /** How it is touched, as last painted or to be painted; `now` is this frame's in the making. */
  readonly touched: Touched
  readonly now: Touched
  /** It has to be painted anew. */
  hasChanged: boolean
}

/** A ray goes no further than this to a panel, in metres. */
const REACH_METRES = 3
/** A finger is at a panel within this before its face, and so far behind, in metres. */
const POKE_BEFORE = 0.12
const POKE_BEHIND = 0.08
/** A holding bar grows in so many steps, since each is a new picture. */
const STEPS = 8

type At = { x: number; y: number; metres: number }

/** All panels that are open, and what points at them: the nearest wins, and each pointer presses for itself. Knows no React; a frame allocates nothing. */
export class PanelField {
  private readonly panels: LivePanel[] = []
  private readonly presses: Record<SpacePointer['id'], Press> = {
    left: makePress(),
    right: makePress(),
    gaze: makePress(),
  }
  private readonly inverse = new Matrix4()
  private readonly meeting = makeMeeting()
  private readonly at: At = { x: 0, y: 0, metres: 0 }
  private readonly input: PressInput = {
    kind: 'ray',
    target: null,
    isPressed: false,
    wasPressed: false,
    metres: 0,
    stepMs: 0,
    dwellMs: null,
  }
  private readonly places = new Map<Station, Hung>()
  /** "panel/button", kept so that a frame makes no strings. */
  private readonly names = new Map<string, Map<string, string>>()

  /** Hangs a panel up; call what comes back to take it down. */
  add(panel: LivePanel): () => void {
    this.panels.push(panel)
    return () => {
      this.panels.splice(this.panels.indexOf(panel), 1)
    }
  }

  /** Where panels of this station hang: a page that follows another hangs where that one hung. */
  hungAt(station: Station): Hung {
    let hung = this.places.get(station)
    if (!hung) {
      hung = makeHung()
      this.places.set(station, hung)
    }
    return hung
  }

  /** How far a finger tip is from the face of the panel it lies over, in metres, behind counted negative; Infinity beside all. For whoever decides when a hand becomes a finger. */
  metresTo(tip: Pick<SpacePointer, 'origin' | 'direction'>): number {
    return this.nearest('poke', tip) ? this.at.metres : Number.POSITIVE_INFINITY
  }

  step(pointers: SpacePointers, stepMs: number, dwellMs: number | null): void {
    for (const { now } of this.panels) clear(now)
    for (const pointer of pointers.all) this.stepPointer(pointer, stepMs, dwellMs)
    for (const panel of this.panels) settle(panel)
  }

  private stepPointer(pointer: SpacePointer, stepMs: number, dwellMs: number | null): void {
    const { at, input } = this
    const press = this.presses[pointer.id]
    const panel = pointer.isTracked ? this.nearest(pointer.kind, pointer) : null
    const id = panel ? (blockAt(panel.layout, at.x, at.y)?.id ?? null) : null
    pointer.hit = panel ? this.nameOf(panel.id, id ?? '') : null
    input.kind = pointer.kind
    input.target = id === null ? null : pointer.hit
    input.isPressed = pointer.isPressed
    input.wasPressed = pointer.wasPressed
    input.metres = panel ? at.metres : Number.POSITIVE_INFINITY
    input.stepMs = stepMs
    input.dwellMs = dwellMs
    const isNow = stepPress(press, input)
    if (!panel || id === null) return
    const isDown = pointer.kind === 'poke' ? at.metres <= 0 : pointer.isPressed
    // Of several pointers on one panel the one that presses shows.
    if (panel.now.hover === null || isDown) {
      panel.now.hover = id
      panel.now.isPressed = isDown
      panel.now.progress = Math.floor(progressOf(press, dwellMs) * STEPS) / STEPS
    }
    if (isNow) panel.onPress(id)
  }

  private nearest(kind: SpacePointer['kind'], pointer: Pick<SpacePointer, 'origin' | 'direction'>): LivePanel | null {
    const { at, meeting, inverse } = this
    let found: LivePanel | null = null
    at.metres = kind === 'poke' ? POKE_BEFORE : REACH_METRES
    for (const panel of this.panels) {
      inverse.copy(panel.object.matrixWorld).invert()
      meet(inverse, panel.layout, kind, pointer, meeting)
      if (!meeting.isOn || meeting.metres > at.metres || meeting.metres < -POKE_BEHIND) continue
      found = panel
      at.metres = meeting.metres
      at.x = meeting.x
      at.y = meeting.y
    }
    return found
  }

  private nameOf(panel: string, id: string): string {
    let names = this.names.get(panel)
    if (!names) {
      names = new Map()
      this.names.set(panel, names)
    }
    let name = names.get(id)
    if (name === undefined) {
      name = `${panel}/${id}`
      names.set(id, name)
    }
    return name
  }
}

function clear(now: Touched): void {
  now.hover = null
  now.isPressed = false
  now.progress = 0
}

function settle(panel: LivePanel): void {
  const { touched, now } = panel
  if (touched.hover === now.hover && touched.isPressed === now.isPressed && touched.progress === now.progress) return
  touched.hover = now.hover
  touched.isPressed = now.isPressed
  touched.progress = now.progress
  panel.hasChanged = true
}
