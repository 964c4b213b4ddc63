import type { Step } from '../../src/apps/trainee/headset/practice.ts'
import type { Xyz } from './headsets.ts'
import type { Immersed } from './Immersed.ts'

/** The five steps of the first time, as one does them: look, move, point, talk, pause. `onStep` is told as each is asked. */
export async function practises(
  visitor: Immersed,
  onStep: (step: Step) => Promise<void> = async () => {},
): Promise<void> {
  await visitor.untilPanel('practice')
  await onStep('look')
  await visitor.faces(55)
  await visitor.frames(46)
  await visitor.faces(0)
  await visitor.turn('right', 90, -45)
  await visitor.stick('right', 0, -1)
  await visitor.frames(3)
  await onStep('move')
  await visitor.stick('right', 0, 0)
  await visitor.frames(10)
  await visitor.rests()
  await visitor.pointsAt(await letterBox(visitor))
  await onStep('point')
  await visitor.pulls('right')
  await visitor.rests()
  await visitor.frames(4)
  await onStep('talk')
  await visitor.press('talk')
  await visitor.press('line')
  await onStep('pause')
  await visitor.raisesHands()
  await visitor.press('start')
}

/** Where the letter box hangs, in the real room's metres. */
const letterBox = (visitor: Immersed): Promise<Xyz> =>
  visitor.page.evaluate(() => {
    const { scene } = globalThis.doorstepMeter
    const [box, floor] = [scene.getObjectByName('letter-box'), scene.getObjectByName('floor')]
    if (!box || !floor) throw new Error('no letter box')
    return floor.worldToLocal(box.getWorldPosition(floor.position.clone())).toArray() as Xyz
  })
