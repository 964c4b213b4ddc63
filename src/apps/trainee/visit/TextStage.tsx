import { useEffect, useRef } from 'react'
import { useLanguage } from '../../../i18n/index.ts'
import { nameIn, Transcript } from '../../parts/index.ts'
import { useScene } from '../session/context.ts'
import { useHud } from './hud.ts'
import { peopleAround } from './place.ts'

/** Nearer to its end than this a conversation is read at its end. */
const AT_END_PIXELS = 8

/** The visit without a drawn picture: where one is, who is there and how they seem, and what was said so far. */
export function TextStage({ isForced }: { isForced: boolean }) {
  const { say, pick } = useLanguage()
  const { state } = useHud()
  const scene = useScene()
  const { me, moments } = state.view
  const box = useRef<HTMLDivElement>(null)
  const last = moments.length
  // What was just said comes into sight, and stays there when something opens beside it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: so many things were said
  useEffect(() => {
    const stage = box.current
    if (!stage) return
    // Whoever has scrolled back to read is left there.
    let isAtEnd = true
    const look = () => {
      isAtEnd = stage.scrollHeight - stage.scrollTop - stage.clientHeight < AT_END_PIXELS
    }
    const observer = new ResizeObserver(() => isAtEnd && stage.scrollTo(0, stage.scrollHeight))
    observer.observe(stage)
    stage.addEventListener('scroll', look)
    stage.scrollTo(0, stage.scrollHeight)
    return () => {
      observer.disconnect()
      stage.removeEventListener('scroll', look)
    }
  }, [last])
  const room = scene.place.rooms.find((r) => r.id === me.room)
  return (
    <div className="text-stage" ref={box}>
      <div className="text-stage__inner stack">
        {isForced && <p className="note">{say('visit.noPicture')}</p>}
        <section className="sheet stack">
          <p>
            <strong>{say('visit.here', { room: room ? pick(room.name) : '' })}</strong>{' '}
            {me.isSeated && <span className="tag">{say('visit.seated')}</span>}
          </p>
          <div>
            <h2 className="text-stage__title">{say('visit.around')}</h2>
            <ul>
              {peopleAround(scene.place, state.view).map((person) => (
                <li key={person.id} className="row">
                  <strong>{nameIn(scene, pick, person.id)}</strong>
                  <span>{say(`bearing.${person.bearing}`)}</span>
                  {person.isSeated && <span className="tag">{say('visit.seated')}</span>}
                </li>
              ))}
            </ul>
          </div>
        </section>
        <Transcript moments={moments.slice(-12)} scene={scene} />
      </div>
    </div>
  )
}
