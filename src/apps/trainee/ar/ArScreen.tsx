import { useEffect } from 'react'
import { useLanguage } from '../../../i18n/index.ts'
import { Button } from '../../../ui/index.ts'
import { arState, useAr } from './arState.ts'
import { PlacingBar } from './PlacingBar.tsx'
import './ar.css'

/** What a screen shows of AR besides the way in: on a phone the page lies over the camera's picture, and asks for the marks. */
export function ArScreen() {
  const isHeld = useAr((state) => state.isHeld)
  useEffect(() => {
    if (!isHeld) return
    const { classList } = document.documentElement
    classList.add('in-ar')
    // A tap on a button is that button's, and not also a tap into the room.
    const onSelect = (event: Event) => {
      if (event.target instanceof Element && !event.target.matches('html, body, .visit, .visit__picture, #root'))
        event.preventDefault()
    }
    document.addEventListener('beforexrselect', onSelect)
    return () => {
      classList.remove('in-ar')
      document.removeEventListener('beforexrselect', onSelect)
    }
  }, [isHeld])
  return (
    <>
      <PlacingBar />
      <Trouble />
    </>
  )
}

/** Why AR did not open, or was closed: until it is read, wherever the press that led to it lay. */
function Trouble() {
  const { say } = useLanguage()
  const trouble = useAr((state) => state.trouble)
  if (!trouble) return null
  return (
    <div role="status" className="ar-trouble stack">
      <p>{say(`ar.trouble.${trouble}`)}</p>
      <div className="row">
        <Button isSmall onClick={() => arState.setState({ trouble: null })}>
          {say('common.close')}
        </Button>
      </div>
    </div>
  )
}
