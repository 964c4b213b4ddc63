import { readdirSync, readFileSync } from 'node:fs'
import { Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import type { Reach } from '../../src/presence/act.ts'
import { type BodyGesture, meantBy, type Press, pressed } from '../../src/presence/xr/gesture.ts'
import { type Hand, type JointName, makeHand, makeJoints, readHand, readHeld } from '../../src/presence/xr/hands.ts'
import { type Around, type BodyFrame, Recogniser } from '../../src/presence/xr/recognise.ts'
import type { SeatView, TraineeAct } from '../../src/protocol/index.ts'

type Triple = [number, number, number]
type Side = { joints: Record<JointName, Triple> } | { grip: Triple; forward: Triple; squeeze: number; trigger: number }
type Frame = {
  ms: number
  head: Triple
  forward: Triple
  left?: Side
  right?: Side
  aimed?: string | null
  metres?: number
  press?: Press
  on?: string
}
type Recording = {
  what: string
  device: Device
  around?: Partial<Omit<Around, 'person'>> & { person?: Triple; isInside?: boolean }
  nothing?: true
  frames: Frame[]
}
const DEVICES = ['mouse', 'touch', 'controller', 'hand', 'gaze', 'keyboard'] as const
type Device = (typeof DEVICES)[number]

const FOLDER = new URL('../fixtures/gestures/', import.meta.url)
const read = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')) as Recording
const names = readdirSync(FOLDER).map((file) => file.replace('.json', ''))

/** Rows of any scene, told apart by nothing but the gesture that its data gives them. */
const ROWS = ['knock', 'take', 'show', 'hand-on-phone', 'step-back'] as const
const offers: SeatView['offers'] = [
  { token: 'other', kind: 'say', text: { zh: '您好', en: 'Hello' }, to: 'S', isInFan: true },
  ...ROWS.map((gesture) => ({
    token: `offer-${gesture}`,
    kind: gesture === 'show' ? ('say' as const) : ('do' as const),
    text: { zh: gesture, en: gesture },
    to: 'S',
    isInFan: true,
    gesture,
  })),
]
const row = (gesture: (typeof ROWS)[number]): TraineeAct => ({
  type: gesture === 'show' ? 'say' : 'do',
  offer: `offer-${gesture}`,
  means: 'picked',
})

/** Plays a recording through the same steps as a live body, and gives the acts that came of it. */
function play({ frames, around: more = {} }: Recording, given = offers): TraineeAct[] {
  const acts: TraineeAct[] = []
  const { person, isInside: _, ...rest } = more
  const around: Around = {
    door: null,
    seatMetres: Number.POSITIVE_INFINITY,
    isSeated: false,
    isSeatedPlay: false,
    isOneHanded: false,
    loweredMetres: 0,
    ...rest,
    person: person ? new Vector3(...person) : null,
  }
  const body: BodyFrame = { ms: 0, head: new Vector3(), forward: new Vector3(), left: makeHand(), right: makeHand() }
  const recogniser = new Recogniser()
  const gaze = { on: null as string | null, sinceMs: 0, isDone: false }
  const mean = (gesture: BodyGesture | null, metres: number) => {
    const reach: Reach = {
      metres,
      here: { spot: 'hall', room: 'hall', isSeated: around.isSeated },
      isInside: true,
      isInvited: true,
    }
    const act = gesture && meantBy(gesture, reach, given)
    if (act) acts.push(act)
    return act !== null && act !== undefined
  }
  for (const frame of frames) {
    body.ms = frame.ms
    body.head.set(...frame.head)
    body.forward.set(...(frame.forward ?? [0, 0, -1]))
    around.loweredMetres = 1.6 - body.head.y
    take(body.left, frame.left, 'left')
    take(body.right, frame.right, 'right')
    mean(recogniser.step(body, around), 0)
    if (frame.press) mean(pressed(frame.press, frame.on ?? null), 0)
    const aimed = frame.aimed ?? null
    if (aimed !== gaze.on) Object.assign(gaze, { on: aimed, sinceMs: frame.ms, isDone: false })
    if (aimed !== null && !gaze.isDone)
      gaze.isDone = mean({ kind: 'gaze', on: aimed, heldMs: frame.ms - gaze.sinceMs }, frame.metres ?? 0)
  }
  return acts
}

function take(hand: Hand, side: Side | undefined, which: 'left' | 'right'): void {
  hand.isTracked = false
  if (!side) return
  if ('grip' in side)
    readHeld(hand, new Vector3(...side.grip), new Vector3(...side.forward), side.squeeze > 0.5, side.trigger > 0.5)
  else {
    const joints = makeJoints()
    for (const [name, at] of Object.entries(side.joints)) joints[name as JointName].set(...at)
    readHand(hand, joints, which)
  }
}

/** What comes of each bodily act, whoever does it with whatever. */
const TABLE: { act: string; moved: string; press: Press | null; becomes: TraineeAct }[] = [
  { act: 'look held 1.2 s', moved: 'look', press: null, becomes: { type: 'look', thing: 'wall-calendar' } },
  { act: 'step up or lean', moved: 'approach', press: null, becomes: { type: 'approach', thing: 'wall-calendar' } },
  { act: 'knock', moved: 'knock', press: 'knock', becomes: row('knock') },
  { act: 'take with both hands', moved: 'take', press: 'take', becomes: row('take') },
  { act: 'show the badge', moved: 'show', press: 'show', becomes: row('show') },
  { act: 'hand on the phone', moved: 'phone', press: 'hand-on-phone', becomes: row('hand-on-phone') },
  { act: 'step back', moved: 'step-back', press: 'step-back', becomes: row('step-back') },
  { act: 'sit', moved: 'sit', press: 'sit', becomes: { type: 'sit' } },
  { act: 'pause', moved: 'pause', press: 'pause', becomes: { type: 'pause' } },
  { act: 'ask permission', moved: '-', press: 'ask', becomes: { type: 'ask-permission', thing: 'small-room-door' } },
  { act: 'open', moved: '-', press: 'open', becomes: { type: 'open', thing: 'small-room-door' } },
]

describe('the same act from mouse, touch, controller, hand, gaze, keyboard', () => {
  for (const { act, moved, press, becomes } of TABLE)
    it.each(DEVICES)(`${act}: %s`, (device) => {
      let ways = 0
      const movement = `${moved}-${device}`
      if (names.includes(movement)) {
        expect(play(read(movement)), movement).toEqual([becomes])
        ways++
      }
      if (press !== null) {
        const recording = read(`press-${device}`)
        const only = recording.frames.filter((frame) => frame.press === undefined || frame.press === press)
        expect(play({ ...recording, frames: only }), `${press} by a button`).toEqual([becomes])
        ways++
      }
      expect(ways, `${act} cannot be done by ${device}`).toBeGreaterThan(0)
    })
})

describe('what only looks like a gesture means nothing', () => {
  it.each(names.filter((name) => read(name).nothing))('%s', (name) => {
    expect(play(read(name))).toEqual([])
  })
})

describe('a body differs from another', () => {
  it('takes with one hand where somebody has one', () => {
    expect(play(read('take-one-handed'))).toEqual([row('take')])
  })

  it('finds the phone at the hip of somebody who sits on a real chair', () => {
    expect(play(read('phone-seated'))).toEqual([row('hand-on-phone')])
  })

  it('means nothing by a gesture that no row waits for', () => {
    expect(play(read('knock-hand'), offers.slice(0, 1))).toEqual([])
  })
})

it('every recording is played by some test', () => {
  const played = new Set([
    ...names.filter((name) => read(name).nothing),
    ...TABLE.flatMap(({ moved }) => DEVICES.map((device) => `${moved}-${device}`)),
    ...DEVICES.map((device) => `press-${device}`),
    'take-one-handed',
    'phone-seated',
  ])
  expect(names.filter((name) => !played.has(name))).toEqual([])
})
