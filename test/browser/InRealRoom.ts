import type { Object3D } from 'three'
import type { At } from '../fixtures/ar/room.ts'
import { anglesTo } from './aimed.ts'
import type { Xyz } from './headsets.ts'
import { type Button, Immersed } from './Immersed.ts'
import type { Trainee } from './Trainee.ts'

/** A trainee with a headset in a real room: touches real furniture, and sees people on it. */
export class InRealRoom extends Immersed {
  /** How much higher the real room's measure begins than the device's own, in metres: a device without a floor measures from the head. */
  private readonly lift: number

  constructor(trainee: Trainee, sent: readonly string[], lift = 0) {
    super(trainee, sent)
    this.lift = lift
  }

  override async buttons(): Promise<Button[]> {
    const found = await super.buttons()
    return found.map((one) => ({ ...one, at: [one.at[0], one.at[1] + this.lift, one.at[2]] }))
  }

  /** Presses the way into AR, on a small screen behind "more". */
  async asksForAr(): Promise<void> {
    const more = this.trainee.button(this.trainee.say('touch.more'))
    if (await more.isVisible()) await more.click()
    await this.trainee.button(this.trainee.say('ar.enter')).click()
  }

  /** Presses the way into AR, and waits until placing asks for something. */
  async entersAr(): Promise<void> {
    await this.asksForAr()
    await this.page.waitForFunction(() => globalThis.emulated.activeSession !== undefined)
    await this.steadyClock()
    await this.rests()
    await this.untilPanel(/^placing-/)
  }

  /** Puts the front of the right controller there and pulls the trigger. */
  async touches({ x, z }: At, y: number): Promise<void> {
    await this.turn('right', 0, -90)
    await this.putTipAt('controller', [x, y, z])
    await this.pulls('right')
    await this.rests()
    await this.frames(3)
  }

  /** Rests the right forefinger there, as long as it takes. */
  async restsFingerOn({ x, z }: At, y: number): Promise<void> {
    await this.turn('right', ...anglesTo([0, 1.2, 0], [x, y, z]))
    await this.putTipAt('hand', [x, y, z])
    await this.frames(60)
    await this.rests()
    await this.frames(3)
  }

  private async putTipAt(what: 'hand' | 'controller', to: Xyz): Promise<void> {
    await this.hand('right', to)
    await this.frames(3)
    const off = await this.tipFrom(what)
    await this.hand('right', to.map((v, i) => v - (off[i] ?? 0)) as Xyz)
    await this.frames(3)
  }

  /** How far what one touches with is from where the right hand is said to be. */
  private tipFrom(what: 'hand' | 'controller'): Promise<Xyz> {
    return this.page.evaluate(async (what) => {
      const { emulated } = globalThis
      const session = emulated.activeSession
      if (!session) throw new Error('no session')
      const space = await session.requestReferenceSpace('local')
      return new Promise<Xyz>((resolve, reject) => {
        session.requestAnimationFrame((_, frame) => {
          const source = [...session.inputSources].find((one) => one.handedness === 'right')
          const tip = source?.hand?.get('index-finger-tip')
          const held = what === 'hand' ? emulated.hands.right : emulated.controllers.right
          const from = held.position as unknown as { x: number; y: number; z: number }
          const pose =
            what === 'hand'
              ? tip && frame.getJointPose?.(tip, space)
              : source?.gripSpace && frame.getPose(source.gripSpace, space)
          if (!pose) return reject(new Error('nothing to touch with'))
          // A space asked for now begins at the head as it is, so that a device without a floor measures the same.
          const { position: head, quaternion: q } = emulated as unknown as {
            position: { x: number; y: number; z: number }
            quaternion: { x: number; y: number; z: number; w: number }
          }
          const turned = ([x, y, z]: Xyz): Xyz => {
            const t = [2 * (q.y * z - q.z * y), 2 * (q.z * x - q.x * z), 2 * (q.x * y - q.y * x)] as const
            return [
              x + q.w * t[0] + q.y * t[2] - q.z * t[1],
              y + q.w * t[1] + q.z * t[0] - q.x * t[2],
              z + q.w * t[2] + q.x * t[1] - q.y * t[0],
            ]
          }
          const { position, matrix } = pose.transform
          const at = turned([position.x, position.y, position.z])
          // A controller touches with its front, which lies 7 cm before the grip.
          const front = what === 'hand' ? 0 : 0.07
          const ahead = turned([-(matrix[8] ?? 0) * front, -(matrix[9] ?? 0) * front, -(matrix[10] ?? 0) * front])
          resolve([
            head.x + at[0] + ahead[0] - from.x,
            head.y + at[1] + ahead[1] - from.y,
            head.z + at[2] + ahead[2] - from.z,
          ])
        })
      })
    }, what)
  }

  /** Until a panel in the room says this. */
  async untilSays(words: string): Promise<void> {
    const plain = (text: string) => text.replace(/\s+/g, '')
    const said = () =>
      this.page.evaluate(() => {
        const found: string[] = []
        globalThis.doorstepMeter.scene.traverseVisible((object) => {
          const layout = object.userData.layout as { blocks: { lines: { text: string }[] }[] } | undefined
          found.push(...(layout?.blocks ?? []).map(({ lines }) => lines.map((line) => line.text).join('')))
        })
        return found.join('')
      })
    for (let i = 0; i < 60; i++) {
      if (plain(await said()).includes(plain(words))) return
      await this.frames(3)
    }
    throw new Error(`no panel says ${words}, but ${await said()}`)
  }

  /** On a phone the page lies over the camera's picture; the emulator would lie over the page. */
  async liesOverCamera(): Promise<void> {
    await this.page.evaluate(() => {
      const camera = document.querySelector<HTMLElement>('[data-webxr_runtime]')
      if (camera) camera.style.zIndex = '-1'
    })
  }

  /** Holds a phone so that the middle of its picture lies on a point of the real room. */
  async aimsCameraAt({ x, z }: At, y: number): Promise<void> {
    await this.facesPoint([x, y, z])
    await this.frames(4)
  }

  /** One tap on a phone's screen, in its middle. */
  async taps(): Promise<void> {
    await this.page.evaluate(() => {
      const { right } = globalThis.emulated.controllers
      const { position, quaternion } = globalThis.emulated as unknown as Record<
        string,
        { x: number; y: number; z: number; w: number }
      >
      right.connected = true
      if (position) right.position.set(position.x, position.y, position.z)
      if (quaternion) right.quaternion.set(quaternion.x, quaternion.y, quaternion.z, quaternion.w)
    })
    await this.frames(2)
    await this.button('right', 'trigger', 1)
    await this.frames(2)
    await this.button('right', 'trigger', 0)
    await this.frames(2)
    await this.page.evaluate(() => {
      globalThis.emulated.controllers.right.connected = false
    })
    await this.frames(2)
  }

  /** Opens the fan and says the first line there. */
  async saysSomething(): Promise<void> {
    const before = this.sent.length
    await this.press('talk')
    await this.untilPanel('fan')
    const line = (await this.buttons()).find(({ panel, id }) => panel === 'fan' && !/^(more|close|type)$/.test(id))
    await this.press(line?.id ?? 'a line')
    await this.untilSent(/"type":"(say|do)","offer"/, before)
    await this.trainee.stored()
  }

  /** Where everybody who is drawn stands or sits, in the real room's metres. */
  people(): Promise<At[]> {
    return this.page.evaluate(() => {
      const { scene } = globalThis.doorstepMeter
      const floor = scene.getObjectByName('floor')
      const found: At[] = []
      const isSkinned = (object: Object3D) => 'isSkinnedMesh' in object && object.isSkinnedMesh === true
      scene.traverseVisible((object) => {
        if (!floor || !object.children.some(isSkinned)) return
        // What one holds, and one's own hands, are no people.
        let under: Object3D | null = object
        while (under && under !== floor) under = under.parent
        if (under) return
        const { x, z } = floor.worldToLocal(object.getWorldPosition(object.position.clone()))
        found.push({ x, z })
      })
      return found
    })
  }
}
