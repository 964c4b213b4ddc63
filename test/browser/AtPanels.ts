import type { Scene } from 'three'
import { anglesTo } from './aimed.ts'
import { Wearer, type Xyz } from './headsets.ts'
import type { Trainee } from './Trainee.ts'

/** How a panel is pressed: by a controller's or hand's ray, by a finger tip, or by the eyes and a pinch. */
export type Way = 'ray' | 'poke' | 'gaze'

/** A button that hangs around the wearer, in the real room's metres. */
export type Button = { panel: string; id: string; text: string; at: Xyz; facing: Xyz; isDisabled: boolean }

type Side = 'left' | 'right'

type Meter = {
  scene: Scene
  where: () => { x: number; z: number; yaw: number; isSeated: boolean }
  start: () => void
  read: () => unknown
}
declare global {
  var doorstepMeter: Meter
}

const DEGREES = 180 / Math.PI
const TURN_ON = 'page:next'
/** Words as they stand on a panel, whatever lines they are broken into. */
export const plain = (text: string) => text.replace(/\s+/g, '')

/** Somebody with a headset on who sees what hangs around them, and points at and presses it as hands, fingers and eyes do. */
export class AtPanels extends Wearer {
  readonly trainee: Trainee
  readonly sent: readonly string[]
  /** Where the eyes are and how they are turned, in the real room's metres and degrees. */
  private eyes: Xyz = [0, 1.6, 0]
  protected yaw = 0
  protected hasHands = false

  constructor(trainee: Trainee, sent: readonly string[]) {
    super(trainee.page)
    this.trainee = trainee
    this.sent = sent
  }

  override async head(at: Xyz): Promise<void> {
    this.eyes = at
    await super.head(at)
  }

  override async holds(what: 'hand' | 'controller'): Promise<void> {
    this.hasHands = what === 'hand'
    await super.holds(what)
    if (this.hasHands) for (const side of ['left', 'right'] as const) await this.pose(side, 'point')
    await this.rests()
  }

  /** Presses the way in, and stands there with hands at their sides. */
  async enters(): Promise<void> {
    await this.trainee.button(this.trainee.say('vr.enter')).click()
    await this.page.getByText(this.trainee.say('vr.within')).waitFor({ state: 'attached' })
    await this.steadyClock()
    await this.rests()
    await this.frames(8)
  }

  /** Hands at one's sides, a little behind, pointing at the floor: they mean nothing, wherever the head is turned. */
  async rests(): Promise<void> {
    const [x, y, z] = this.eyes
    for (const [side, aside] of [
      ['left', -0.45],
      ['right', 0.45],
    ] as const) {
      await this.hand(side, [x + aside, y - 0.5, z + 0.15])
      await this.turn(side, 0, -85)
    }
  }

  /** A point from the eyes: so far to the right, up, and ahead as one is turned. */
  protected besideHead(aside: number, up: number, ahead: number): Xyz {
    const [x, y, z] = this.eyes
    const [sin, cos] = [Math.sin(this.yaw / DEGREES), Math.cos(this.yaw / DEGREES)]
    return [x + aside * cos - ahead * sin, y + up, z - aside * sin - ahead * cos]
  }

  async faces(yaw: number, pitch = 0): Promise<void> {
    this.yaw = yaw
    await this.turn('head', yaw, pitch)
    await this.rests()
  }

  async facesPoint(at: Xyz): Promise<void> {
    const [yaw, pitch] = anglesTo(this.eyes, at)
    await this.faces(yaw, pitch)
  }

  /** A point of the place, where it is in the real room. */
  async local([x, y, z]: Xyz): Promise<Xyz> {
    return this.page.evaluate(
      ([x, y, z]) => {
        const floor = globalThis.doorstepMeter.scene.getObjectByName('floor')
        if (!floor) throw new Error('nobody is in a headset')
        return floor.worldToLocal(floor.position.clone().set(x, y, z)).toArray() as Xyz
      },
      [x, y, z] as const,
    )
  }

  /** Of the eyes over the place's floor, in metres. */
  eyeHeight(): Promise<number> {
    return this.page.evaluate((local) => {
      const floor = globalThis.doorstepMeter.scene.getObjectByName('floor')
      return (floor?.position.y ?? Number.NaN) + local
    }, this.eyes[1])
  }

  where(): Promise<ReturnType<Meter['where']>> {
    return this.page.evaluate(() => globalThis.doorstepMeter.where())
  }

  /** Everything that can be pressed now, on the pages that are open. */
  buttons(): Promise<Button[]> {
    return this.page.evaluate(() => {
      type Block = {
        id: string | null
        rect: { x: number; y: number; w: number; h: number }
        lines: { text: string }[]
        isDisabled: boolean
      }
      const { scene } = globalThis.doorstepMeter
      const floor = scene.getObjectByName('floor')
      const found: Button[] = []
      if (!floor) return found
      scene.traverseVisible((object) => {
        const layout = object.userData.layout as { width: number; height: number; blocks: Block[] } | undefined
        for (const { id, rect, lines, isDisabled } of layout?.blocks ?? []) {
          if (id === null || !layout) continue
          const x = (rect.x + rect.w / 2 - layout.width / 2) / 1000
          const y = (layout.height / 2 - rect.y - rect.h / 2) / 1000
          const at = floor.worldToLocal(object.localToWorld(object.position.clone().set(x, y, 0)))
          const before = floor.worldToLocal(object.localToWorld(object.position.clone().set(x, y, 1)))
          found.push({
            panel: object.name,
            id,
            text: lines.map((line) => line.text).join(' '),
            at: at.toArray(),
            facing: before.sub(at).toArray(),
            isDisabled,
          })
        }
      })
      return found
    })
  }

  panels(): Promise<string[]> {
    return this.page.evaluate(() => {
      const names: string[] = []
      globalThis.doorstepMeter.scene.traverseVisible((object) => {
        if (object.userData.layout) names.push(object.name)
      })
      return names
    })
  }

  async untilPanel(name: string | RegExp): Promise<void> {
    const isIt = (one: string) => (typeof name === 'string' ? one === name : name.test(one))
    for (let i = 0; i < 60; i++) {
      if ((await this.panels()).some(isIt)) return
      await this.frames(2)
    }
    throw new Error(
      `no panel ${name} among ${(await this.panels()).join(', ')}; sent: ${this.sent
        .filter((one) => one.length > 1)
        .slice(-4)
        .join(' ')}`,
    )
  }

  /** Finds a button by its id or its words, turning pages for it. */
  async find(wanted: string | RegExp | readonly string[], way: Way = 'ray', side: Side = 'right'): Promise<Button> {
    const fits = ({ id, text }: Button) =>
      typeof wanted === 'string'
        ? id === wanted
        : wanted instanceof RegExp
          ? wanted.test(id)
          : wanted.some((one) => plain(text).endsWith(plain(one)))
    let seen: Button[] = []
    for (let page = 0; page < 8; page++) {
      for (let i = 0; i < 10; i++) {
        seen = await this.buttons()
        const button = seen.find(fits)
        if (button && !button.isDisabled) return button
        await this.frames(2)
      }
      const next = seen.find((one) => one.id === TURN_ON && !one.isDisabled)
      if (!next) break
      await this.pressAt(next, way, side)
    }
    throw new Error(
      `nothing to press like ${String(wanted)} among ${seen.map((b) => `${b.id}: ${b.text}`).join(' | ')}`,
    )
  }

  async press(wanted: string | RegExp | readonly string[], way: Way = 'ray', side: Side = 'right'): Promise<void> {
    await this.pressAt(await this.find(wanted, way, side), way, side)
  }

  /** Presses what ends the session: there are no pictures after it. */
  async pressesOut(): Promise<void> {
    await this.pointsAt((await this.find('exit')).at)
    await this.button('right', 'trigger', 1)
    await this.page.waitForFunction(() => !globalThis.emulated.activeSession)
  }

  private async pressAt(button: Button, way: Way, side: Side): Promise<void> {
    if (way === 'poke') await this.pokes(button)
    else if (way === 'gaze') await this.gazesAndPinches(button)
    else {
      await this.pointsAt(button.at, side)
      await this.pulls(side)
    }
    await this.rests()
    await this.frames(3)
  }

  /** From beside the eyes, so that nothing hangs between. */
  async pointsAt(at: Xyz, side: Side = 'right'): Promise<void> {
    const from = this.besideHead(side === 'left' ? -0.06 : 0.06, -0.06, 0)
    await this.hand(side, from)
    await this.aims(side, from, at)
    await this.frames(2)
  }

  /** Turns a hand that is somewhere to a point. */
  async aims(side: Side, from: Xyz, at: Xyz): Promise<void> {
    await this.turn(side, ...anglesTo(from, at))
  }

  async pulls(side: 'left' | 'right'): Promise<void> {
    if (this.hasHands) await this.pose(side, 'pinch')
    else await this.button(side, 'trigger', 1)
    await this.frames(2)
    if (this.hasHands) await this.pose(side, 'point')
    else await this.button(side, 'trigger', 0)
    await this.frames(2)
  }

  private async pokes({ at, facing }: Button): Promise<void> {
    await this.turn('right', ...anglesTo(this.eyes, at))
    await this.hand('right', this.besideHead(0.15, -0.2, 0.1))
    await this.frames(2)
    const off = await this.tipOff()
    const put = (metres: number) =>
      this.hand('right', at.map((v, i) => v + (facing[i] ?? 0) * metres - (off[i] ?? 0)) as Xyz)
    for (const metres of [0.09, 0.04, 0.02, -0.01, 0.03, 0.12]) {
      await put(metres)
      await this.frames(2)
    }
  }

  /** How far the tip of the right forefinger is from where the hand is said to be. */
  private tipOff(): Promise<Xyz> {
    return this.page.evaluate(async () => {
      const { emulated } = globalThis
      const session = emulated.activeSession
      if (!session) throw new Error('no session')
      const space = await session.requestReferenceSpace('local-floor')
      return new Promise<Xyz>((resolve, reject) => {
        session.requestAnimationFrame((_, frame) => {
          const hand = [...session.inputSources].find((one) => one.handedness === 'right')?.hand
          const tip = hand?.get('index-finger-tip')
          const at = tip && frame.getJointPose?.(tip, space)?.transform.position
          const from = emulated.hands.right.position as unknown as { x: number; y: number; z: number }
          if (at) resolve([at.x - from.x, at.y - from.y, at.z - from.z])
          else reject(new Error('the right hand has no finger tip'))
        })
      })
    })
  }

  private async gazesAndPinches({ at }: Button): Promise<void> {
    const was = this.yaw
    await this.facesPoint(at)
    await this.frames(3)
    await this.pulls('right')
    await this.faces(was)
  }
}
