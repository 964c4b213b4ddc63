import { useContext, useEffect, useRef, useState } from 'react'
import { useLanguage } from '../../../i18n/index.ts'
import { Button } from '../../../ui/index.ts'
import { ResourceCard } from '../../parts/index.ts'
import { goTo } from '../router.ts'
import { ScreenTools } from '../screenTools.ts'
import * as commands from './commands.ts'
import { useHud } from './hud.ts'

/** The neutral room: over everything at once, quiet, with somewhere to turn to and a way back or out. */
export function Stopped() {
  const { say } = useLanguage()
  const { state, run, send } = useHud()
  const box = useRef<HTMLDialogElement>(null)
  const [isAsking, setAsking] = useState(false)
  const [isTold, setTold] = useState(false)
  const tools = useContext(ScreenTools)
  const isWatched = state.view.session.kind !== 'practice'
  useEffect(() => {
    const dialog = box.current
    if (dialog && !dialog.open) dialog.showModal()
    return () => dialog?.close()
  }, [])
  return (
    <dialog ref={box} className="stopped" aria-labelledby="stopped" onCancel={(event) => event.preventDefault()}>
      <div className="stopped__inner stack">
        <h1 id="stopped">{say('pause.title')}</h1>
        <p>{say('pause.text')}</p>
        <p className="stopped__breathe">{say('pause.breathe')}</p>
        <div className="row">
          <Button look="main" onClick={() => run(commands.resume.act(state))}>
            {say('do.resume')}
          </Button>
          <Button onClick={() => goTo('/')}>{say('pause.leave')}</Button>
          {tools}
        </div>
        <p className="quiet">{say('pause.leaveWhy')}</p>
        <section className="sheet stack">
          <h2>{say('pause.resources')}</h2>
          <ResourceCard />
          {isWatched && !isTold && (
            <div className="stack">
              <label className="choice">
                <input type="checkbox" checked={isAsking} onChange={(e) => setAsking(e.target.checked)} />
                <span>{say('pause.supportTo')}</span>
              </label>
              <div>
                <Button
                  isSmall
                  disabled={!isAsking}
                  onClick={() => {
                    send({ type: 'request-support', to: ['instructor'] })
                    setTold(true)
                  }}
                >
                  {say('pause.support')}
                </Button>
              </div>
            </div>
          )}
          {isTold && <p role="status">{say('pause.supportSent')}</p>}
        </section>
      </div>
    </dialog>
  )
}
