import { useLanguage } from '../../../i18n/index.ts'
import { Button } from '../../../ui/index.ts'
import { inHeadset, useInHeadset } from '../visit/inHeadset.ts'
import { arState, leftAr, useAr } from './arState.ts'

/** Asks the device for AR, from a press. */
async function enterAr(): Promise<void> {
  const { door } = inHeadset.getState()
  const { offered } = arState.getState()
  if (!door || !offered) return
  arState.setState({ isAr: true, trouble: null, hasFloor: true })
  const found = await door.enter(offered.asked)
  // Without a floor the wearer shows where it is: that is part of placing.
  if (found === 'no-floor') arState.setState({ hasFloor: false })
  if (found === null || found === 'no-floor') return
  leftAr(found === 'refused' || found === 'busy' ? found : found === 'no-headset' ? 'no-ar' : 'failed')
}

/** The way into one's own real room, where the device has one, and out of it. What went wrong stands on the screen itself. */
export function EnterAr() {
  const { say } = useLanguage()
  const { door, isIn } = useInHeadset()
  const offered = useAr((state) => state.offered)
  const isAr = useAr((state) => state.isAr)
  const isHeld = useAr((state) => state.isHeld)
  const canEnter = door !== null && offered !== null
  if (!canEnter) return null
  return (
    <>
      {!isIn && (
        <Button isSmall title={say('ar.enterWhy')} onClick={() => void enterAr()}>
          {say('ar.enter')}
        </Button>
      )}
      {isAr && isIn && isHeld && (
        <Button isSmall onClick={() => door?.leave()}>
          {say('ar.leave')}
        </Button>
      )}
      {isAr && isIn && (
        <p role="status" className="visit__headset">
          {say('ar.within')}
        </p>
      )}
    </>
  )
}
