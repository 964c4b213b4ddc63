import { type Key, useLanguage } from '../../../i18n/index.ts'
import { Button } from '../../../ui/index.ts'
import { useAr } from '../ar/index.ts'
import { inHeadset, useInHeadset } from './inHeadset.ts'

/** The way into a headset, where there is one; and in one sentence why it did not open, or what it does without. */
export function EnterHeadset() {
  const { say } = useLanguage()
  const { door, hasHeadset, isIn, trouble } = useInHeadset()
  const isAr = useAr((state) => state.isAr)
  if (!door && !trouble) return null
  return (
    <>
      {door && hasHeadset && !isIn && (
        <Button
          isSmall
          title={say('vr.enterWhy')}
          onClick={() => void door.enter().then((found) => inHeadset.setState({ trouble: found }))}
        >
          {say('vr.enter')}
        </Button>
      )}
      {((isIn && !isAr) || trouble) && (
        <p role="status" className="visit__headset">
          {say(trouble ? (`vr.trouble.${trouble}` satisfies Key) : 'vr.within')}
        </p>
      )}
    </>
  )
}
