import { useLanguage } from '../../../i18n/index.ts'
import { Button } from '../../../ui/index.ts'
import { useScene } from '../session/context.ts'
import { useHud } from './hud.ts'

/** What one can do with a thing or a door: look, step up to it, ask, open. Which of them is right is the trainee's to judge. */
export function ThingMenu({ thing: id, onDone }: { thing: string; onDone?: () => void }) {
  const { say } = useLanguage()
  const { state, send } = useHud()
  const scene = useScene()
  const door = scene.place.doors.find((d) => d.id === id)
  const askable = state.view.askable.find((a) => a.thing === id)
  const isOpenDoor = door && (state.view.doors[id]?.isOpen ?? door.isOpen)
  const act = (type: 'look' | 'approach' | 'ask-permission' | 'open') => () => {
    send({ type, thing: id })
    onDone?.()
  }
  return (
    <div className="row thing-menu">
      {!door && (
        <>
          <Button isSmall onClick={act('look')}>
            {say('aim.look')}
          </Button>
          <Button isSmall onClick={act('approach')}>
            {say('aim.approach')}
          </Button>
        </>
      )}
      {askable?.state === 'ask' && (
        <Button isSmall onClick={act('ask-permission')}>
          {say('aim.ask')}
        </Button>
      )}
      {(door ? !isOpenDoor && !door.isEntrance : askable && askable.state !== 'opened') && (
        <Button isSmall onClick={act('open')}>
          {say(door ? 'aim.openDoor' : 'aim.open')}
        </Button>
      )}
      {door && isOpenDoor && <span className="tag">{say('sight.doorOpen')}</span>}
      {door?.isEntrance && !isOpenDoor && <span className="quiet">{say('aim.entrance')}</span>}
      {askable && askable.state !== 'ask' && (
        <span className="tag">
          {say(askable.state === 'given' ? 'aim.asked' : askable.state === 'refused' ? 'aim.refused' : 'aim.opened')}
        </span>
      )}
    </div>
  )
}
