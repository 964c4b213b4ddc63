export type { Button } from './AtPanels.ts'

import { expect } from 'vitest'
import { AtPanels, plain, type Way } from './AtPanels.ts'
import { anglesTo, throwAngle } from './aimed.ts'
import type { Xyz } from './headsets.ts'

/** A trainee on a visit with a headset on: says, looks, goes, knocks and stops as a body does, and by the panels where a body has no way. */
export class Immersed extends AtPanels {
  /** Both hands over the head, for as long as it takes to mean it. */
  async raisesHands(): Promise<void> {
    await this.hand('left', this.besideHead(-0.25, 0.35, 0.2))
    await this.hand('right', this.besideHead(0.25, 0.35, 0.2))
    await this.frames(24)
    await this.rests()
  }

  /** How many pictures go by until the quiet room's panel hangs there and the place is gone. */
  async framesUntilQuiet(): Promise<number> {
    for (let count = 0; count < 60; count++) {
      if ((await this.panels()).includes('quiet')) return count
      await this.frames(1)
    }
    return Number.POSITIVE_INFINITY
  }

  /** Three taps on the front door, from a step before it. */
  async knocks(): Promise<void> {
    await this.teleportsTo([-0.7, 3.5])
    const off = await this.local([-0.3, 1.35, 3.45])
    const near = await this.local([-0.04, 1.35, 3.45])
    await this.turn('right', ...anglesTo(off, near))
    for (let tap = 0; tap < 3; tap++) {
      await this.hand('right', off)
      await this.frames(2)
      await this.hand('right', near)
      await this.frames(2)
    }
    await this.rests()
  }

  async untilPaused(): Promise<void> {
    await this.page.getByText(this.trainee.say('pause.title')).waitFor({ state: 'attached' })
  }

  /** Until something has been sent that looks like this, after the first so many. */
  async untilSent(what: RegExp, after = 0): Promise<void> {
    for (let i = 0; i < 60; i++) {
      if (this.sent.slice(after).some((one) => what.test(one))) return
      await this.frames(4)
    }
    expect(this.sent.slice(after).join('\n')).toMatch(what)
  }

  /** Opens the fan and says or does this row, looking through the other lines where it is not among the first. */
  async says(row: string, way: Way = 'ray'): Promise<void> {
    const before = this.sent.length
    await this.chooses(row, way)
    await this.untilSent(/"type":"(say|do)","offer"/, before)
    await this.trainee.stored()
    await this.frames(2)
  }

  async chooses(row: string, way: Way = 'ray'): Promise<void> {
    if (this.hasHands) await this.press('talk', way)
    else await this.pressButton('right', 'a-button')
    await this.untilPanel('fan')
    const wordings = this.trainee.wordingsOf(row)
    const isHere = (await this.buttons()).some(
      ({ panel, text }) => panel === 'fan' && wordings.some((one) => plain(text).endsWith(plain(one))),
    )
    if (!isHere && (await this.buttons()).some((one) => one.id === 'more')) {
      await this.press('more', way)
      await this.untilPanel('fan-more')
    }
    await this.press(wordings, way)
  }

  async pressButton(side: 'left' | 'right', id: string): Promise<void> {
    await this.button(side, id, 1)
    await this.frames(3)
    await this.button(side, id, 0)
    await this.frames(3)
  }

  /** Rests the eyes on a point of the place until it was looked at. */
  async looksAt(at: Xyz, thing: string): Promise<void> {
    const [before, was] = [this.sent.length, this.yaw]
    await this.facesPoint(await this.local(at))
    await this.untilSent(new RegExp(`"(look|approach)","thing":"${thing}"`), before)
    await this.faces(was)
    await this.frames(2)
  }

  /** By name, for what is hard to point at: menu, what is in sight, the thing, what to do with it. */
  async doesWith(thing: string, what: 'look' | 'approach' | 'ask' | 'open'): Promise<void> {
    await this.opens('sight')
    await this.press(new RegExp(`/${thing}$`))
    await this.untilPanel('thing')
    const before = this.sent.length
    await this.press(what)
    await this.untilSent(new RegExp(`"thing":"${thing}"`), before)
    await this.trainee.stored()
    await this.frames(10)
  }

  async goesTo(id: string): Promise<void> {
    await this.opens('places')
    const before = this.sent.length
    await this.press(id)
    await this.untilSent(/"type":"go"/, before)
    await this.trainee.stored()
    await this.frames(12)
  }

  /** A board of the menu. */
  async opens(board: string): Promise<void> {
    if (this.hasHands) await this.press('menu')
    else await this.pressButton('right', 'b-button')
    await this.untilPanel('menu')
    await this.press(board)
    await this.frames(3)
  }

  /** Throws an arc to a point of the place and lets go. */
  async teleportsTo([x, z]: readonly [number, number]): Promise<void> {
    const at = await this.local([x, 0, z])
    const from = this.besideHead(0.2, -0.4, 0.25)
    const [yaw] = anglesTo(from, at)
    await this.hand('right', from)
    await this.turn('right', yaw, throwAngle(Math.hypot(at[0] - from[0], at[2] - from[2]), from[1]))
    await this.stick('right', 0, -1)
    await this.frames(3)
    await this.stick('right', 0, 0)
    await this.frames(10)
    await this.rests()
    await this.frames(3)
  }
}
