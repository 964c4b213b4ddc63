import { useLanguage } from '../../../i18n/index.ts'
import { Button } from '../../../ui/index.ts'
import { isPlacing, useAr } from './arState.ts'
import { placingWords } from './placingWords.ts'

/** What is asked while a place is laid out, on the screen of a phone that is held up to the room. */
export function PlacingBar() {
  const { say, pick } = useLanguage()
  const placing = useAr((state) => state.placing)
  const isBlind = useAr((state) => state.isBlind)
  const isHeld = useAr((state) => state.isHeld)
  const isWaiting = useAr(isPlacing)
  const isAstray = useAr((state) => state.isAstray)
  const offered = useAr((state) => state.offered)
  const onPress = useAr((state) => state.onPress)
  if (!isHeld || !placing || !offered || !onPress) return null
  const { marks } = offered
  if (!isWaiting)
    return (
      <div className="ar-again">
        {isAstray && (
          <p role="status" className="ar-placing__note">
            {say('ar.astray')}
          </p>
        )}
        <Button isSmall onClick={() => onPress('again')}>
          {say('ar.again')}
        </Button>
      </div>
    )
  const { title, note, text, buttons } = placingWords(placing, marks, { say, pick }, true, isBlind)
  return (
    <section className="ar-placing stack" aria-label={title}>
      <h2>{title}</h2>
      <div role="status" className="stack">
        {note && <p className="ar-placing__note">{note}</p>}
        {text.map((one) => (
          <p key={one}>{one}</p>
        ))}
      </div>
      <div className="row">
        {buttons.map((button) => (
          <Button
            key={button.press}
            {...(button.isMain ? { look: 'main' as const } : {})}
            onClick={() => onPress(button.press)}
          >
            {button.text}
          </Button>
        ))}
      </div>
    </section>
  )
}
